import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Random } from '../../schema/random.ts';
import { newId, parseId } from '../../server/ids.ts';
import type { TestPlatform } from '../kit/platform.ts';
import type { User } from '../kit/stories.ts';
import { expectGoodLooks, picture } from './eyes.ts';
import { type SignedIn, signedIn } from './signed-in.ts';

/** A search whose controller settles on few networks, as people see it. */
let platform: TestPlatform;
let stage: SignedIn;
let ada: User;
let page: Page;
let search: string;

beforeAll(async () => {
  stage = await signedIn(async (opened, first) => {
    [platform, ada] = [opened, first];
    search = await createSearch();
    await settle(search);
  });
  ({ page } = stage);
}, 480_000);

afterAll(async () => {
  await stage?.close();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, 'failed-exploration');
});

async function createSearch(): Promise<string> {
  const { createSearch: made } = await ada.ask<{ createSearch: { search: { id: string } | null; userErrors: { message: string }[] } }>(
    'mutation ($input: CreateSearchInput!) { createSearch(input: $input) { search { id } userErrors { message } } }',
    { input: { teamId: ada.teamId, name: 'Settles early', preset: 'tour' } },
  );
  if (!made.search) throw new Error(made.userErrors.map(({ message }) => message).join('; '));
  return made.search.id;
}

/** As a controller leaves it that drew more and more of what it knew: 80 of 400 candidates, and the sign at the 62nd. */
async function settle(id: string): Promise<void> {
  const random = Random.of(5, 'a search that settles');
  const rows = Array.from({ length: 80 }, (_, i) => ({
    id: newId(),
    number: i + 1,
    reward: 0.8 + 0.002 * Math.min(i, 50) + 0.02 * random.uniform(),
    entropy: 10 * Math.max(0.02, 1 / (1 + Math.exp((i - 35) / 6)) - 0.03 * random.uniform()),
    distinct: Math.min(1, Math.max(0.08, 1 - (i - 40) / 40)),
  }));
  await platform.database.query(
    `INSERT INTO candidate (id, search_id, number, notation, hash, architecture, status, parameters, flops, reward, seconds, epsilon,
       entropy, uniform_entropy, distinct_share)
     SELECT id, $1, number, 'C(' || number || ',3,1), SM(10)', id::text, '{}', 'DONE', 1000 * number, 1e6, reward, 1, 1 - number / 100.0,
       entropy, 10, distinct_share
     FROM unnest($2::uuid[], $3::int[], $4::float8[], $5::float8[], $6::float8[]) AS new (id, number, reward, entropy, distinct_share)`,
    [
      parseId('Search', id),
      rows.map((row) => row.id),
      rows.map(({ number }) => number),
      rows.map(({ reward }) => reward),
      rows.map(({ entropy }) => entropy),
      rows.map(({ distinct }) => distinct),
    ],
  );
  await platform.database.query(
    `UPDATE search SET proposed = 80, ended_prefix = 80, plan = jsonb_set(plan, '{budget,candidates}', '400'),
       collapse = '{"sign": "REPEATS", "number": 62, "value": 0.48}' WHERE id = $1`,
    [parseId('Search', id)],
  );
}

test('the page of a search shows whether it still explores, and warns when it settles', async () => {
  await page.goto(`/searches/${search}`);
  const figure = page.getByRole('figure', { name: 'Does it still explore?' });
  await figure.getByText(/^8% of the last 50 drawn are new, \d% of the entropy of pure chance$/).waitFor();
  await page.getByText('At candidate 62 only 48% of the last 50 networks that it drew were new.', { exact: false }).waitFor();
  await expectGoodLooks(page, 'exploration');
  await figure.scrollIntoViewIfNeeded();
  await page.setViewportSize({ width: 390, height: 900 });
  await figure.scrollIntoViewIfNeeded();
  await picture(page, 'exploration-plot-390');
  await page.setViewportSize({ width: 1440, height: 900 });

  // the same by keyboard, as a table
  await figure.getByRole('button', { name: 'Does it still explore?: data as a table' }).press('Enter');
  await figure.getByRole('cell', { name: '80', exact: true }).waitFor();
  expect(await figure.getByRole('row').last().getByRole('cell').nth(1).textContent()).toBe('8%');
}, 120_000);

test('the list of searches tells it too', async () => {
  await page.goto('/searches');
  const row = page.getByRole('row', { name: /Settles early/ });
  await row.getByText('settles on few networks').waitFor();
  await expectGoodLooks(page, 'exploration-list');
}, 120_000);
