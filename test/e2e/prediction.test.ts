import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../server/commands/start/page.ts';
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts';
import { createFirstUser, createToken, type User } from '../kit/stories.ts';
import { endPredicted, guess, nextTrial, predictedPlan, predictionOf } from '../server/predictions/scripted.ts';
import { withMutations } from '../server/rig.ts';
import { startWorker, workOn } from '../server/script.ts';
import { launchBrowser } from './browser.ts';
import { expectGoodLooks, picture, type Visitor, visit } from './eyes.ts';

/** A search whose candidates are stopped by what is predicted of them, as people look at it. */
let platform: TestPlatform;
let browser: Browser;
let ada: User;
let visitor: Visitor;
let page: Page;
let search: string;

beforeAll(async () => {
  await buildPage(() => {});
  platform = await startTestPlatform({ web: 'production', onlyKnownDocuments: false });
  ada = await createFirstUser(platform);
  const input = { teamId: ada.teamId, name: 'Predicted', preset: 'tour', plan: predictedPlan() };
  search = (await withMutations(ada).mutate('createSearch', input, 'search { id }')).search.id;
  const worker = await startWorker({ worker: async () => withMutations(await createToken(ada, 'WORKER', 'worker')) });
  for (let lease = await nextTrial(worker); lease; lease = await nextTrial(worker)) {
    const work = await predictionOf(worker, lease);
    const { number } = lease.work.trial.candidate;
    if (work) await endPredicted(worker, lease, guess(work, 0.3 + number / 100, work.limit !== null && number % 2 === 1));
    else await workOn(worker, lease);
  }
  browser = await launchBrowser();
  visitor = await visit(browser, platform.url);
  page = visitor.page;
  const cookies = ada.identity
    .cookie!.split('; ')
    .map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) }));
  await visitor.context.addCookies(cookies.map((cookie) => ({ ...cookie, url: platform.url })));
}, 480_000);

afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

test('the search shows what was predicted against what came of it, and what was saved', async () => {
  await page.goto(`${platform.url}/searches/${search}`);
  await page.getByRole('heading', { name: 'Stopped by prediction' }).waitFor();
  await page.getByText('4 stopped early: 4 epochs (14% of all)').waitFor();
  await page
    .getByText(/over 4 candidates/)
    .first()
    .waitFor();
  expect(await page.getByText('stopped early: 1/2').count()).toBe(4);
  await page.getByRole('button', { name: 'Predicted against true: data as a table' }).click();
  expect(await page.getByRole('cell', { name: 'in any case' }).count()).toBe(2);
  await page.getByRole('button', { name: 'Predicted against true: picture' }).click();
  await expectGoodLooks(page, 'the search with predictions');
  await picture(page, 'prediction-search');
});

test('a candidate that was stopped says why, and can be trained to the end', async () => {
  await page.goto(`${platform.url}/searches/${search}/candidates/7`);
  await page.getByText(/Stopped at epoch 1 of 2, because the chance to beat .* was 1\.0%: a final reward of 0\.37/).waitFor();
  await expectGoodLooks(page, 'the candidate that was stopped');
  await picture(page, 'prediction-candidate');
  await page.getByRole('button', { name: 'Train it to the end' }).click();
  await page.getByRole('heading', { name: '1 chosen of Predicted, retrained' }).waitFor();
});

test('the launch form asks how, where it is wanted, and names what is wrong at its field', async () => {
  await page.goto(`${platform.url}/launch?preset=tour`);
  await page.getByLabel('Stop candidates by prediction').check();
  await page.getByLabel('Least chance').fill('2');
  await page.getByText('2; allowed: above 0 below 1').first().waitFor();
  await page.getByLabel('Least chance').fill('0.1');
  await expectGoodLooks(page, 'the launch form with an early stop');
});
