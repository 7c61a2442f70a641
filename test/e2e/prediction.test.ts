import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPlatform } from '../kit/platform.ts';
import { createToken, type User } from '../kit/stories.ts';
import { endPredicted, guess, nextTrial, predictedPlan, predictionOf } from '../server/predictions/scripted.ts';
import { withMutations } from '../server/rig.ts';
import { startWorker, workOn } from '../server/script.ts';
import { expectGoodLooks, picture } from './eyes.ts';
import { type SignedIn, signedIn } from './signed-in.ts';

/** A search whose candidates are stopped by what is predicted of them, as people look at it. */
let platform: TestPlatform;
let stage: SignedIn;
let ada: User;
let page: Page;
let search: string;

beforeAll(async () => {
  stage = await signedIn(async (opened, first) => {
    [platform, ada] = [opened, first];
    const input = { teamId: ada.teamId, name: 'Predicted', preset: 'tour', plan: predictedPlan() };
    search = (await withMutations(ada).mutate('createSearch', input, 'search { id }')).search.id;
    const worker = await startWorker({ worker: async () => withMutations(await createToken(ada, 'WORKER', 'worker')) });
    for (let lease = await nextTrial(worker); lease; lease = await nextTrial(worker)) {
      const work = await predictionOf(worker, lease);
      const { number } = lease.work.trial.candidate;
      if (work) await endPredicted(worker, lease, guess(work, 0.3 + number / 100, work.limit !== null && number % 2 === 1));
      else await workOn(worker, lease);
    }
  });
  ({ page } = stage);
}, 480_000);

afterAll(async () => {
  await stage?.close();
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

test('a replay file is looked at before anything is sent, and a search goes on from it', async () => {
  const choose = (rows: string[]) => {
    const buffer = Buffer.from(['net,accuracy_best_val,epsilon', ...rows].join('\n'));
    return page.locator('input[type="file"]').setInputFiles({ name: 'replay.csv', mimeType: 'text/csv', buffer });
  };
  const right = ['"[C(64,5,1), SM(10)]",0.9,1', '"[SM(10)]",0.2,1', '"[C(64,5,1), SM(10)]",0.1,0.9'];
  await page.goto(`${platform.url}/launch?preset=tour`);
  await page.getByRole('button', { name: 'From a replay file' }).waitFor();
  await page.keyboard.press('i');
  const dialog = page.getByRole('dialog', { name: 'Begin with a replay file' });
  await dialog.waitFor();
  await choose([...right, '"[SM(10)]",7,1']);
  await dialog.getByText('line 5, column 12 (accuracy_best_val): "7": allowed: a number from 0 to 1').waitFor();
  expect(await dialog.getByRole('button', { name: 'Begin the search' }).isDisabled()).toBe(true);
  await expectGoodLooks(page, 'a replay file with a wrong row');
  await picture(page, 'replay-refused');
  await choose(right);
  await expect.poll(() => dialog.getByLabel('Preview').locator('dd').allTextContents()).toEqual(['3', '2', '0', '0.9000']);
  await dialog.getByLabel('Networks in all').fill('1');
  await dialog.getByRole('button', { name: 'Begin the search' }).click();
  await dialog.getByText('1 candidates; allowed: at least 2, the networks of the file, which count too').waitFor();
  await dialog.getByLabel('Networks in all').fill('20');
  await picture(page, 'replay-preview');
  await dialog.getByRole('button', { name: 'Begin the search' }).click();
  await page.getByRole('heading', { name: 'replay.csv' }).waitFor();
  await page.getByText('C(64,5,1), SM(10)').first().waitFor();
});
