import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { defaultPlan } from '../../schema/plans/presets/presets.ts';
import type { TestPlatform } from '../kit/platform.ts';
import { killAll, runWorker } from '../kit/processes.ts';
import { createToken, type User } from '../kit/stories.ts';
import { expectGoodLooks, picture, type Visitor } from './eyes.ts';
import { type SignedIn, signedIn } from './signed-in.ts';

/** A search trains small generators for a moment, its best are trained again from the page, and both rankings are looked at. */
let platform: TestPlatform;
let stage: SignedIn;
let ada: User;
let visitor: Visitor;
let page: Page;
let search: string;

beforeAll(async () => {
  stage = await signedIn(async (opened, first) => {
    [platform, ada] = [opened, first];
    search = await createSearch();
    runWorker(platform.url, (await createToken(ada, 'WORKER')).secret);
    await finished(search);
  });
  ({ visitor, page } = stage);
}, 480_000);

afterAll(async () => {
  await killAll();
  await stage?.close();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, 'failed-rankings');
});

async function createSearch(): Promise<string> {
  const { team } = await ada.ask<{ team: { datasets: { id: string; name: string }[] } }>(
    'query ($id: ID!) { team(id: $id) { datasets { id name } } }',
    { id: ada.teamId },
  );
  const whole = defaultPlan('VARIATIONAL');
  const { createSearch: made } = await ada.ask<{ createSearch: { search: { id: string } | null; userErrors: { message: string }[] } }>(
    'mutation ($input: CreateSearchInput!) { createSearch(input: $input) { search { id } userErrors { message } } }',
    {
      input: {
        teamId: ada.teamId,
        name: 'Digits generated',
        datasetId: team.datasets.find((dataset) => dataset.name === 'MNIST')!.id,
        limits: { variational: { latent: [2], filters: [8, 16], kernels: [4], stride: 2, maxEncoderLayers: 2, maxDecoderLayers: 2 } },
        plan: {
          ...whole,
          budget: { candidates: 6, seconds: null },
          training: { ...whole.training, epochs: 1, trainImages: 600, validationImages: 300 },
        },
      },
    },
  );
  if (!made.search) throw new Error(made.userErrors.map(({ message }) => message).join('; '));
  return made.search.id;
}

async function finished(id: string): Promise<void> {
  for (;;) {
    const { search: found } = await ada.ask<{ search: { status: string } }>('query ($id: ID!) { search(id: $id) { status } }', { id });
    if (found.status === 'FINISHED') return;
    if (found.status === 'FAILED') throw new Error('the search failed');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

test('the best are trained again, from the page of the search', async () => {
  await page.goto(`/searches/${search}`);
  await page.getByRole('button', { name: 'Retrain' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('How many').fill('5');
  await form.getByLabel('Images').fill('1200');
  await form.getByLabel('Name').fill('Trained again');
  await form.getByLabel('Epochs').fill('2');
  await expectGoodLooks(page, 'retrain');
  await form.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL((url) => /\/searches\/se_/.test(url.pathname) && !url.pathname.includes(search));
  await page.getByRole('heading', { name: 'Trained again' }).waitFor();
  await page.getByText('Finished').first().waitFor({ timeout: 240_000 });
  const { search: parent } = await ada.ask<{ search: { retrainings: { name: string; plan: { training: object; budget: object } }[] } }>(
    'query ($id: ID!) { search(id: $id) { retrainings { name plan { budget { candidates } training { epochs trainImages } } } } }',
    { id: search },
  );
  expect(parent.retrainings).toEqual([
    { name: 'Trained again', plan: { budget: { candidates: 5 }, training: { epochs: 2, trainImages: 1200 } } },
  ]);
});

test('both rankings stand beside each other; arrows walk, the picture follows, Enter opens the candidate', async () => {
  await page.getByRole('link', { name: 'Rankings' }).click();
  const figure = page.getByRole('figure', { name: '1 / loss, before and 1 / loss, retrained' });
  await figure.getByText(/5 networks; Kendall's tau -?\d\.\d\d/).waitFor();
  const list = page.getByRole('listbox', { name: '1 / loss, before, best first' });
  expect(await list.getByRole('option').count()).toBe(5);
  await list.focus();
  await page.keyboard.press('ArrowDown');
  expect(await list.getByRole('option', { selected: true }).getAttribute('id')).toBe('slope-1');
  const aside = page.getByRole('complementary', { name: 'The network in both orders' });
  await aside
    .getByAltText(/32 images generated/)
    .nth(1)
    .waitFor();
  await expectGoodLooks(page, 'rankings');

  await figure.getByRole('button', { name: /data as a table/ }).click();
  expect(await figure.getByRole('row').count()).toBe(6);
  await figure.getByRole('button', { name: /picture/ }).click();
  const number = /#(\d)/.exec(await list.getByRole('option').nth(1).innerText())![1];
  await list.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/searches/${search}/candidates/${number}`);

  // the network is one: each of its two candidates leads to the other
  await page.getByRole('link', { name: /^#\d of Trained again$/ }).click();
  await page.getByRole('link', { name: new RegExp(`^#${number} of `) }).click();
  await page.waitForURL(`**/searches/${search}/candidates/${number}`);
});

test('two rewards of one search are compared as well, and the address holds which', async () => {
  await page.goto(`/searches/${search}/rankings?with=${search}&right=reward.INVERSE_KL`);
  await page
    .getByRole('figure', { name: '1 / loss and 1 / KL' })
    .getByText(/6 networks/)
    .waitFor();
  await page.getByRole('group', { name: 'Right' }).getByLabel('By').fill('1 / BCE');
  await page.getByRole('option', { name: '1 / BCE' }).click();
  await page.waitForURL(/right=reward\.INVERSE_BCE/);
  await page.getByRole('figure', { name: '1 / loss and 1 / BCE' }).waitFor();
  expect(visitor.problems).toEqual([]);
});
