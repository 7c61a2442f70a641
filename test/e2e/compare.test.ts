import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { presets } from '../../schema/plans/presets/presets.ts';
import { parseId } from '../../server/ids.ts';
import { fillSearch } from '../kit/fill-search.ts';
import type { TestPlatform } from '../kit/platform.ts';
import type { User } from '../kit/stories.ts';
import { expectGoodLooks, picture } from './eyes.ts';
import { type SignedIn, signedIn } from './signed-in.ts';

/** Several searches beside each other, as people look at them. */
let stage: SignedIn;
let platform: TestPlatform;
let ada: User;
let page: Page;

const { plan } = presets.find(({ name }) => name === 'tour-vae')!;

/** A filled search under a name, of a controller. */
async function fill(name: string, seed: number, kind: string, epochs: number): Promise<string> {
  const id = await fillSearch(platform.database, ada.teamId, { candidates: 30, metrics: ['loss', 'bce'], seed });
  const own = { ...plan, seed, reward: 'INVERSE_LOSS', controller: { ...plan.controller, kind }, training: { ...plan.training, epochs } };
  await platform.database.query('UPDATE search SET name = $2, plan = $3 WHERE id = $1', [parseId('Search', id), name, JSON.stringify(own)]);
  return id;
}

beforeAll(async () => {
  stage = await signedIn(async (opened, first) => {
    [platform, ada] = [opened, first];
    await fill('Longer', 4, 'RANDOM', 9);
    await fill('By chance again', 3, 'RANDOM', 4);
    await fill('By chance', 2, 'RANDOM', 4);
    await fill('By evolution', 1, 'EVOLUTION', 4);
  });
  page = stage.page;
}, 480_000);

afterAll(() => stage?.close());

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, 'failed-compare');
});

const INCOMPARABLE = 'These searches cannot be compared';

/** What the legend says, line by line. */
const legend = () => page.locator('figcaption strong').allTextContents();

test('two searches are chosen by keyboard in the list, and stand in one plot; the address shows the same again', async () => {
  await page.goto(`${platform.url}/searches`);
  await page.getByRole('link', { name: 'By evolution' }).waitFor();
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await page.getByRole('link', { name: 'Compare 2' }).waitFor();
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
  await expectGoodLooks(page, 'the list with chosen searches');
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'Searches compared' }).waitFor();
  await page.getByRole('row', { name: /By evolution/ }).waitFor();
  expect(await legend()).toEqual(['A', 'B']);
  await page.getByText('FLOPs of training', { exact: true }).click();
  await page.getByText('Best 1 / loss so far by FLOPs of training').waitFor();
  await page.getByRole('button', { name: 'Best', exact: true }).click();
  expect(await page.getByRole('columnheader', { name: /^Best/ }).getAttribute('aria-sort')).toBe('descending');
  await page.getByRole('button', { name: /data as a table/ }).click();
  const shown = await page.locator('figure table').innerText();
  expect(shown.split('\n').length).toBeGreaterThan(4);
  await expectGoodLooks(page, 'two searches compared');
  const address = page.url();
  await page.goto(`${platform.url}/searches`);
  await page.goto(address);
  await page.getByText('Best 1 / loss so far by FLOPs of training').waitFor();
  await page.getByRole('button', { name: /data as a table/ }).click();
  expect(await page.locator('figure table').innerText()).toBe(shown);
  expect(await page.getByRole('columnheader', { name: /^Best/ }).getAttribute('aria-sort')).toBe('descending');
  expect(await page.getByText(INCOMPARABLE).count()).toBe(0);
});

test('searches that are not comparable are called so, with what differs; seeds of one strategy become one line', async () => {
  await page.goto(`${platform.url}/searches`);
  for (const name of ['Longer', 'By chance', 'By chance again', 'By evolution'])
    await page.getByRole('checkbox', { name: `Compare ${name}`, exact: true }).check();
  await page.getByRole('link', { name: 'Compare 4' }).click();
  const alert = page.getByRole('alert', { name: INCOMPARABLE });
  await alert.getByText('Training: epochs').waitFor();
  expect(await alert.innerText()).toContain('A: 9 · B, C, D: 4');
  await expectGoodLooks(page, 'searches that cannot be compared');
  await page.getByRole('button', { name: 'Leave A out' }).click();
  await alert.waitFor({ state: 'detached' });
  await page.getByText('Median of seeds').click();
  expect(await legend()).toEqual(['AB', 'C']);
  await page.getByText('Random search, 2 seeds').waitFor();
  await expectGoodLooks(page, 'a band of two seeds');
});

test('candidates are sorted by a validation metric, by the server, from the head of the table by keyboard', async () => {
  await page.goto(`${platform.url}/searches`);
  await page.getByRole('link', { name: 'By chance', exact: true }).click();
  await page.getByRole('grid', { name: 'Candidates' }).waitFor();
  await page.getByRole('button', { name: 'Columns' }).click();
  // all of it lies within the window: whoever scrolled for its end would scroll its button away, and the menu with it
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector('[role="menu"]')!.getBoundingClientRect();
    return top > 0 && bottom <= innerHeight;
  });
  await page.getByRole('menuitemcheckbox', { name: 'bce', exact: true }).click();
  await page.waitForURL(/metrics=bce/);
  // what is shown stands in the address; the menu is gone with the reload
  await page.reload();
  const head = page.locator('[role="columnheader"][data-id="metric.bce"]');
  await page.getByRole('columnheader', { name: /^#/ }).getByRole('button').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.waitForURL(/sort=metric\.bce/);
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  const cells = page.locator('[role="gridcell"][data-id="metric.bce"]');
  await page.waitForFunction(() => {
    const texts = [...document.querySelectorAll('[role="gridcell"][data-id="metric.bce"]')].map((cell) => Number(cell.textContent));
    return texts.length > 5 && texts.slice(0, 10).every((value, i) => i === 0 || value >= texts[i - 1]!);
  });
  expect(await cells.count()).toBeGreaterThan(5);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => {
    const texts = [...document.querySelectorAll('[role="gridcell"][data-id="metric.bce"]')].map((cell) => Number(cell.textContent));
    return texts.length > 5 && texts.slice(0, 10).every((value, i) => i === 0 || value <= texts[i - 1]!);
  });
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  expect(stage.visitor.problems).toEqual([]);
});
