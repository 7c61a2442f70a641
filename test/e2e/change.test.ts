import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseId } from '../../server/ids.ts';
import type { TestPlatform } from '../kit/platform.ts';
import { createToken, type User } from '../kit/stories.ts';
import { withMutations } from '../server/rig.ts';
import { type ScriptedWorker, startWorker, workOnce } from '../server/script.ts';
import { expectGoodLooks, picture } from './eyes.ts';
import { type SignedIn, signedIn } from './signed-in.ts';

/** Settings of a search are changed while it runs, by keyboard. */
let stage: SignedIn;
let platform: TestPlatform;
let ada: User;
let worker: ScriptedWorker;
let page: Page;

beforeAll(async () => {
  stage = await signedIn();
  ({ platform, ada, page } = stage);
  worker = await startWorker({ worker: async () => withMutations(await createToken(ada, 'WORKER', 'worker')) });
}, 480_000);

afterAll(() => stage?.close());

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, 'failed-change');
});

async function createSearch(name: string, preset: string, candidates: number): Promise<string> {
  const made = await withMutations(ada).mutate('createSearch', { teamId: ada.teamId, name, preset }, 'search { id }');
  await withMutations(ada).mutate('changeSearch', { searchId: made.search.id, candidates, parallelism: 2 }, 'search { id }');
  return made.search.id;
}

async function work(trials: number): Promise<void> {
  for (let done = 0; done < trials; ) if ((await workOnce(worker))!.work.__typename === 'TrialWork') done++;
}

test('the budget of a running search is changed by keyboard: listed, marked in the plots, and it goes on', async () => {
  const id = await createSearch('Goes on', 'tour', 12);
  await work(6);
  await page.goto(`/searches/${id}`);
  await page.getByRole('button', { name: 'Change', exact: true }).waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Change this search' });
  const networks = dialog.getByLabel('Networks');
  await networks.waitFor();
  await expect.poll(() => networks.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await networks.inputValue()).toBe('12');
  expect(await dialog.getByLabel('Entropy weight').count()).toBe(0);
  await dialog.getByLabel('Epsilon schedule').waitFor();
  await dialog
    .getByText(
      'Of Q-learning, fitted Q iteration and deep Q-learning; scaled to the budget, counted from candidate 1. As epsilon:candidates.',
    )
    .waitFor();
  // what the server refuses is said at its field
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await dialog.getByText(/^1; allowed: from \d+, the candidates that are proposed already$/).waitFor();
  expect(await networks.getAttribute('aria-invalid')).toBe('true');
  await expectGoodLooks(page, 'change-form');
  await networks.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });

  const list = page.getByRole('region', { name: 'Changes' }).getByRole('listitem');
  await list.getByText('Networks 12 → 9').waitFor();
  const said = (await list.first().textContent())!;
  expect(said).toMatch(/^\d\d:\d\d · .+ · Networks 12 → 9 from candidate \d+ on$/);
  const number = Number(/candidate (\d+) on/.exec(said)![1]);
  while (await workOnce(worker));
  await page.getByText('Finished').first().waitFor();
  await page.getByText('9 / 9').waitFor();
  const rewards = page.getByRole('figure', { name: /by candidate$/ }).first();
  await rewards.getByText(`changed at 1, ${number}`).waitFor();
  await page.getByTitle(`Changed from candidate ${number} on: Networks 12 → 9`).first().waitFor({ state: 'attached' });
  await expectGoodLooks(page, 'change-list');
}, 180_000);

test('one that has finished goes on with a larger budget, and stops candidates early from then on', async () => {
  await page.getByRole('button', { name: 'Change', exact: true }).press('Enter');
  const networks = page.getByRole('dialog').getByLabel('Networks');
  await networks.waitFor();
  await page.getByText('It has finished: with a larger number of networks it goes on.').waitFor();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Patience').fill('2');
  await dialog.getByLabel('Stop candidates by prediction').check();
  await dialog.getByLabel('Share of the epochs').fill('0.5');
  await networks.fill('11');
  await page.keyboard.press('Enter');
  await page.getByText('9 / 11').waitFor();
  while (await workOnce(worker));
  await page.getByText('11 / 11').waitFor();
  const list = page.getByRole('region', { name: 'Changes' });
  await list.getByText('Patience none → 2').waitFor();
  await list.getByText('Early stop by prediction none → support vectors after 50% of the epochs').waitFor();
}, 120_000);

test('what it has learned is walked through by keyboard, from the start to the best candidate', async () => {
  const panel = page.getByRole('region', { name: 'What has it learned?' });
  const grid = panel.getByRole('grid');
  await grid.focus();
  // the last step is read a moment after it was committed
  const shares = grid.getByRole('row').locator('[data-id="candidates"]');
  await expect
    .poll(async () => (await shares.allTextContents()).slice(1).reduce((sum, text) => sum + Number.parseInt(text, 10), 0))
    .toBe(11);
  await panel.getByRole('columnheader', { name: 'Best below' }).getByRole('button').click();
  await grid.focus();
  const best = (await grid.getByRole('row').nth(1).getByRole('link').textContent())!;
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect.poll(() => panel.locator('nav li').count()).toBe(2);
  await page.keyboard.press('Backspace');
  await expect.poll(() => panel.locator('nav li').count()).toBe(1);
  for (let depth = 2; (await grid.count()) > 0 && depth < 20; depth++) {
    await grid.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => panel.locator('nav li').count()).toBe(depth);
    await panel.getByText(/best here|only one way|same value|complete/).waitFor();
  }
  expect(`#${/candidate (\d+)/.exec((await panel.getByRole('link').textContent())!)![1]}`).toBe(best.split(' ')[0]);
  await page.goBack();
  await grid.waitFor();
  await expectGoodLooks(page, 'learned');
}, 120_000);

test('the warning that a controller settles leads to its entropy weight', async () => {
  const id = await createSearch('Settles', 'quick-nas', 20);
  await platform.database.query(`UPDATE search SET collapse = '{"sign": "REPEATS", "number": 62, "value": 0.48}' WHERE id = $1`, [
    parseId('Search', id),
  ]);
  await page.goto(`/searches/${id}`);
  await page.getByRole('button', { name: 'Change the entropy weight' }).press('Enter');
  const weight = page.getByRole('dialog').getByLabel('Entropy weight');
  await weight.waitFor();
  await expect.poll(() => weight.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('0.25');
  await page.keyboard.press('Enter');
  await page
    .getByRole('region', { name: 'Changes' })
    .getByText(/Entropy weight \S+ → 0\.25/)
    .waitFor();
  expect(await page.getByText('begins to settle').count()).toBe(0);
  await expectGoodLooks(page, 'change-entropy');
}, 120_000);
