import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { killAll, type Running, run } from '../kit/processes.ts';
import { launchBrowser } from './browser.ts';
import { expectGoodLooks, picture, type Visitor, visit } from './eyes.ts';

/** The main job as people do it: `npm start`, the link it prints, a search from the form, watching it train, picking, and somebody else who sees it. */
let browser: Browser;
let platform: Running;
let folder: string;
let link: URL;
let ada: Visitor;
let ben: Visitor;
/** Path of the search, once it was launched. */
let search: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handpick-e2e-'));
  const options = ['--data', folder, '--port', '0', '--empty', '--workers', '1', '--threads', '1'];
  platform = run('server/commands/bootstrap.mjs', ['start', ...options], { NODE_ENV: 'production' });
  browser = await launchBrowser();
  link = new URL(/http\S+/.exec(await platform.says(/\/welcome\//, 120))![0]);
  ada = await visit(browser, link.origin);
  ben = await visit(browser, link.origin);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  platform?.child.kill('SIGINT');
  await platform?.ended;
  await killAll();
  await rm(folder, { recursive: true, force: true });
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await Promise.all([picture(ada.page, 'failed-ada'), picture(ben.page, 'failed-ben')]);
});

async function makeAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.org`);
  await page.locator('input[name="password"]').fill('correct horse battery');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL(/\/searches/);
}

test('the printed link makes the first account, once', async () => {
  const { page } = ada;
  await page.goto(link.pathname);
  await page.getByRole('heading', { name: 'Welcome to Handpick' }).waitFor();
  await expectGoodLooks(page, 'welcome');
  await makeAccount(page, 'Ada');
  await page.getByRole('heading', { name: 'Searches', exact: true }).waitFor();
  await ben.page.goto(link.pathname);
  await ben.page.getByRole('heading', { name: 'This link cannot be used' }).waitFor();
});

test('a search is launched from the form; a mistake is named at its field first', async () => {
  const { page } = ada;
  await page.goto('/launch');
  await page.getByRole('button', { name: /digits generated/ }).click();
  const field = (path: string) => page.locator(`[data-path="${path}"]`);
  await field('name').fill('Small digits');
  await field('plan.budget.candidates').fill('0');
  await page.waitForFunction(() => document.querySelector('[data-path="plan.budget.candidates"]')?.getAttribute('aria-invalid') === 'true');
  await field('plan.budget.candidates').fill('3');
  await field('plan.training.trainImages').fill('1500');
  await field('plan.training.validationImages').fill('500');
  await field('plan.training.epochs').fill('1');
  await page
    .getByText(/1,680,588/)
    .first()
    .waitFor();
  await expectGoodLooks(page, 'launch');
  await field('name').focus();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/searches\/se_/);
  search = new URL(page.url()).pathname;
});

test('candidates arrive and train without reloading', async () => {
  const { page } = ada;
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  await page.getByRole('row').filter({ hasText: 'Z(' }).first().waitFor();
  await page.getByText('Finished').first().waitFor({ timeout: 240_000 });
  expect(await page.evaluate(() => (window as unknown as { neverReloaded?: boolean }).neverReloaded)).toBe(true);
  expect(await page.getByRole('row').filter({ hasText: 'Done' }).count()).toBe(3);
  await expectGoodLooks(page, 'search');
});

test('one is picked by keyboard, and a second member sees it without reloading', async () => {
  await ada.page.goto('/team');
  await ada.page.getByRole('button', { name: 'Make a link' }).click();
  const shown = ada.page.getByText(/\/welcome\/\S+/).first();
  await shown.waitFor();
  const invitation = /\/welcome\/\S+/.exec((await shown.textContent()) ?? '')![0];
  await expectGoodLooks(ada.page, 'team');
  await ben.page.goto(invitation);
  await makeAccount(ben.page, 'Ben');

  for (const { page } of [ada, ben]) {
    await page.goto(`${search}/gallery`);
    await page.getByRole('option').nth(2).waitFor();
  }
  expect(await ben.page.getByText('0 picked of 3').count()).toBe(1);
  await ada.page.getByRole('listbox').focus();
  await ada.page.keyboard.press('p');
  await ben.page.getByText('1 picked of 3').waitFor();
  await ben.page
    .getByText(/Ada picked/)
    .first()
    .waitFor();
  await ada.page.keyboard.press('u');
  await ben.page.getByText('0 picked of 3').waitFor();
  await ada.page.keyboard.press('p');
  await ben.page.getByText('1 picked of 3').waitFor();
  await expectGoodLooks(ada.page, 'gallery');
});

test('the pictures are there, and so is the network', async () => {
  const { page } = ada;
  const loaded = await page
    .getByRole('option')
    .first()
    .evaluate((card) => [...card.querySelectorAll('img')].every((image) => image.complete && image.naturalWidth > 28));
  expect(loaded).toBe(true);
  await page.getByRole('listbox').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/candidates\/\d+/);
  await page.getByRole('heading', { name: 'Samples' }).waitFor();
  await expectGoodLooks(page, 'candidate');
});

test('the trained network is exported by keyboard: a zip with an ONNX model', async () => {
  const { page } = ada;
  await page.getByRole('button', { name: 'Export', exact: true }).focus();
  await page.keyboard.press('Enter');
  const entry = page.getByRole('menuitem', { name: /ONNX/ });
  await entry.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  const files = unzipSync(await readFile(await download.path()));
  const model = Object.entries(files).find(([name]) => name.endsWith('.onnx'));
  expect(model?.[1].length).toBeGreaterThan(1000);
  expect(Object.keys(files).some((name) => name.endsWith('README.md'))).toBe(true);
});

test('the other pages look right too, and nothing went wrong on any', async () => {
  const { page } = ada;
  for (const path of ['searches', 'fleet']) {
    await page.goto(`/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectGoodLooks(page, path);
  }
  expect(ada.problems).toEqual([]);
  expect(ben.problems).toEqual([]);
});

test('Ctrl-C leaves nothing running', async () => {
  const begun = Date.now();
  platform.child.kill('SIGINT');
  expect(await platform.ended).toEqual({ code: 0, signal: null });
  expect(Date.now() - begun, 'milliseconds to stop').toBeLessThan(10_000);
});
