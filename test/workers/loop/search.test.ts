import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { killAll, runWorker } from '../../kit/processes.ts';
import { createFirstUser, createToken, type User } from '../../kit/stories.ts';
import { createTinySearch, epochsOf, until } from './searches.ts';

let platform: TestPlatform;
let user: User;
let token: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  user = await createFirstUser(platform);
  token = (await createToken(user, 'WORKER')).secret;
});
afterEach(killAll);
afterAll(() => platform?.stop());

test('a worker takes a search from its creation to its end, and says goodbye when it is told to end', async () => {
  const id = await createTinySearch(user, { candidates: 3, training: { epochs: 2, trainImages: 2048 } });
  const worker = runWorker(platform.url, token);
  const search = await until(user, id, ({ status }) => status === 'FINISHED');
  const candidates = search.candidates.edges.map(({ node }) => node);
  expect(candidates.map(({ status, trial }) => [status, trial.status, trial.attempt])).toEqual(Array(3).fill(['DONE', 'DONE', 1]));
  expect(new Set(candidates.map(({ notation }) => notation)).size).toBe(3);
  for (const { number, reward, trial } of candidates) {
    expect(epochsOf(search, number)).toEqual([1, 2]);
    const accuracies = trial.metrics.filter(({ name, split }) => name === 'accuracy' && split === 'VALIDATION').map(({ value }) => value);
    expect(reward).toBe(Math.max(...accuracies));
  }
  // ten classes: something was learned
  expect(Math.max(...candidates.map(({ reward }) => reward!))).toBeGreaterThan(0.3);

  const begun = Date.now();
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toEqual({ code: 0, signal: null });
  expect(Date.now() - begun).toBeLessThan(2_000);
  expect(worker.lines.at(-1)).toMatch(/retired/);
  expect(worker.lines.join('\n')).not.toContain(token);
});

test('of a paused search the trial is given back with a checkpoint, and goes on from it', async () => {
  const id = await createTinySearch(user, { candidates: 1, training: { epochs: 40, trainImages: 4096 } });
  const worker = runWorker(platform.url, token);
  await until(user, id, (search) => epochsOf(search).length >= 2);
  await user.ask('mutation ($id: ID!) { pauseSearch(input: { searchId: $id }) { userErrors { message } } }', { id });
  await worker.says(/given back \(paused\)/, 30);
  const paused = await until(user, id, ({ candidates }) => candidates.edges[0]!.node.trial.status === 'QUEUED');
  const before = epochsOf(paused);
  expect(before.length).toBeLessThan(40);
  await user.ask('mutation ($id: ID!) { resumeSearch(input: { searchId: $id }) { userErrors { message } } }', { id });
  const search = await until(user, id, ({ status }) => status === 'FINISHED');
  await worker.says(/goes on from a checkpoint/);
  expect(epochsOf(search)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  expect(worker.lines.filter((line) => /epoch 1:/.test(line))).toHaveLength(1);
  expect(search.candidates.edges[0]!.node.trial.attempt).toBe(1);
});

test('a stopped search ends its trials at once', async () => {
  const id = await createTinySearch(user, { candidates: 1, training: { epochs: 1000, trainImages: 8192 } });
  const worker = runWorker(platform.url, token);
  await until(user, id, (search) => epochsOf(search).length >= 1);
  await user.ask('mutation ($id: ID!) { stopSearch(input: { searchId: $id }) { userErrors { message } } }', { id });
  await worker.says(/given (up|back)/, 15);
});

test('a wrong token is one line that says what to do, and exit code 1', async () => {
  const worker = runWorker(platform.url, 'hp_wrong');
  expect(await worker.ended).toEqual({ code: 1, signal: null });
  expect(worker.lines.at(-1)).toMatch(/^The token in HANDPICK_TOKEN is not accepted .* make one of kind WORKER on the team page\.$/);
});
