import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { defaultPlan } from '../../schema/plans/presets/presets.ts';
import type { TestPlatform } from '../kit/platform.ts';
import { killAll, runWorker } from '../kit/processes.ts';
import { createToken, type User } from '../kit/stories.ts';
import { expectGoodLooks, picture, type Visitor } from './eyes.ts';
import { type SignedIn, signedIn } from './signed-in.ts';

/** What a worker makes of two small searches, as people look at it: rewards of every kind, one against another, and every kind of sample. */
let platform: TestPlatform;
let stage: SignedIn;
let ada: User;
let visitor: Visitor;
let page: Page;
let generating: string;
let classifying: string;

beforeAll(async () => {
  stage = await signedIn(async (opened, first) => {
    [platform, ada] = [opened, first];
    generating = await createSearch('Digits generated', {
      limits: { variational: { latent: [2], filters: [8, 16], kernels: [4], stride: 2, maxEncoderLayers: 2, maxDecoderLayers: 2 } },
      plan: plan('VARIATIONAL', 4),
    });
    classifying = await createSearch('Digits classified', {
      limits: {
        chain: {
          rules: 'THESIS',
          filters: [4],
          kernels: [3],
          pools: [{ size: 2, stride: 2 }],
          units: [16],
          globalAveragePool: false,
          maxLayers: 2,
        },
      },
      plan: plan('CLASSIFICATION', 1),
    });
    // the first worker of a machine trains the judge of MNIST before
    runWorker(platform.url, (await createToken(ada, 'WORKER')).secret);
    await finished(generating);
    await finished(classifying);
    await ada.ask(`mutation ($id: ID!) { annotateCandidate(input: { candidateId: $id, verdict: PICKED }) { userErrors { message } } }`, {
      id: await candidateId(generating, 2),
    });
  });
  ({ visitor, page } = stage);
}, 480_000);

afterAll(async () => {
  await killAll();
  await stage?.close();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, 'failed-rewards');
});

function plan(task: 'VARIATIONAL' | 'CLASSIFICATION', candidates: number) {
  const whole = defaultPlan(task);
  const training = { ...whole.training, epochs: 2, trainImages: 2000, validationImages: 600, chanceRetries: 0 };
  return { ...whole, budget: { candidates, seconds: null }, training };
}

async function createSearch(name: string, input: object): Promise<string> {
  const { team } = await ada.ask<{ team: { datasets: { id: string; name: string }[] } }>(
    'query ($id: ID!) { team(id: $id) { datasets { id name } } }',
    { id: ada.teamId },
  );
  const datasetId = team.datasets.find((dataset) => dataset.name === 'MNIST')!.id;
  const { createSearch: made } = await ada.ask<{ createSearch: { search: { id: string } | null; userErrors: { message: string }[] } }>(
    'mutation ($input: CreateSearchInput!) { createSearch(input: $input) { search { id } userErrors { message } } }',
    { input: { teamId: ada.teamId, name, datasetId, ...input } },
  );
  if (!made.search) throw new Error(made.userErrors.map(({ message }) => message).join('; '));
  return made.search.id;
}

async function finished(id: string): Promise<void> {
  for (;;) {
    const { search } = await ada.ask<{ search: { status: string } }>('query ($id: ID!) { search(id: $id) { status } }', { id });
    if (search.status === 'FINISHED') return;
    if (search.status === 'FAILED') throw new Error('the search failed');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function candidateId(search: string, number: number): Promise<string> {
  const answer = await ada.ask<{ search: { candidate: { id: string } } }>(
    'query ($id: ID!, $number: PositiveInt!) { search(id: $id) { candidate(number: $number) { id } } }',
    { id: search, number },
  );
  return answer.search.candidate.id;
}

test('every reward of a generator is kept, and any can be plotted against any other; a point opens its candidate', async () => {
  await page.goto(`/searches/${generating}`);
  const figure = page.getByRole('figure', { name: '1 / Frechet against 1 / loss' });
  await figure.getByText(/4 candidates, Kendall's tau -?\d\.\d\d/).waitFor();
  await page.getByRole('combobox', { name: 'Upwards' }).fill('incep');
  await page.getByRole('option', { name: 'inception score' }).click();
  await page.waitForURL(/y=reward\.INCEPTION_SCORE/);
  await page.getByRole('combobox', { name: 'To the right' }).fill('judge.fre');
  await page.getByRole('option', { name: 'judge.frechet' }).click();
  const other = page.getByRole('figure', { name: 'inception score against judge.frechet' });
  await other.getByRole('button', { name: /data as a table/ }).click();
  const rows = other.getByRole('row');
  expect(await rows.count()).toBe(5);
  expect(await rows.filter({ hasText: 'picked' }).count()).toBe(1);
  await other.getByRole('button', { name: /picture/ }).click();
  await expectGoodLooks(page, 'comparison');
  // by the canvas's own points: somewhere on it there is one, meant within 14 pixels
  const canvas = other.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox())!;
  const tip = other.getByText(/inception score \d/);
  search: for (let y = 10; y < box.height - 40; y += 18) {
    for (let x = 60; x < box.width - 12; x += 20) {
      await page.mouse.move(box.x + x, box.y + y);
      if ((await tip.count()) === 0) continue;
      await page.mouse.click(box.x + x, box.y + y);
      break search;
    }
  }
  await page.waitForURL(/\/candidates\/\d$/);
});

test('the table sorts by a reward that looks at the images', async () => {
  await page.goto(`/searches/${generating}?sort=inverse_frechet&order=down`);
  const rows = page.getByRole('grid', { name: 'Candidates' }).getByRole('row').filter({ hasText: 'Z(2)' });
  await rows.first().waitFor();
  const { search } = await ada.ask<{ search: { candidates: { edges: { node: { number: number } }[] } } }>(
    `query ($id: ID!) { search(id: $id) { candidates(first: 4, sort: { by: REWARD, reward: INVERSE_FRECHET, direction: DESCENDING }) { edges { node { number } } } } }`,
    { id: generating },
  );
  const shown = await rows.evaluateAll((all) => all.map((row) => Number.parseInt(row.textContent!, 10)));
  expect(shown).toEqual(search.candidates.edges.map(({ node }) => node.number));
});

test('a generator shows all its samples with what they mean, and its embedding image by image', async () => {
  await page.goto(`/searches/${generating}/candidates/2`);
  for (const kind of ['Generated', 'Reconstructions', 'Latent grid', 'Embedding'])
    await page.getByText(kind, { exact: true }).first().waitFor();
  expect(await page.getByAltText(/441 images over a grid/).count()).toBe(1);
  const rewards = page.getByRole('table', { name: 'Rewards under every formulation' });
  for (const label of ['1 / Frechet', 'inception score', 'confidence', 'reconstruction accuracy', '1 / patch error'])
    expect(await rewards.getByRole('row', { name: label }).count(), label).toBe(1);
  await page.getByText(/The judge of this dataset is right on 9\d\.\d\d% of held-out images/).waitFor();
  const map = page.getByRole('figure', { name: 'Embedding of validation images' });
  await map.getByText('500 images, 2 dimensions').waitFor();
  await map.getByText('t-SNE', { exact: true }).click();
  await map.getByLabel('Perplexity').fill('20');
  await map.getByText(/step 500 of 500/).waitFor({ timeout: 60_000 });
  await map.scrollIntoViewIfNeeded();
  await expectGoodLooks(page, 'generator');
  await page.getByText('What they mean').click();
  await page
    .getByText(/Squared|Frechet distance between generated and validation images/)
    .first()
    .waitFor();
});

test('a classifier shows its most confident mistakes', async () => {
  await page.goto(`/searches/${classifying}/candidates/1`);
  const mistakes = page.getByRole('list', { name: 'Most confident mistakes' });
  await mistakes.getByRole('listitem').first().waitFor();
  expect(await mistakes.getByRole('listitem').count()).toBe(32);
  expect(await mistakes.getByRole('listitem').first().innerText()).toMatch(/\d\s*→\s*taken for\s*\d\s*\d+\.\d%/);
  await expectGoodLooks(page, 'mistakes');
  expect(visitor.problems).toEqual([]);
});
