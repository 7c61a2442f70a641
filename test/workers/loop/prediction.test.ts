import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { PredictionPlan } from '../../../schema/plans/prediction.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { killAll, run } from '../../kit/processes.ts';
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

const CANDIDATES = 30;
const EPOCHS = 4;
const PREDICTION: PredictionPlan = { regressor: 'SVR', share: 0.25, limit: 0.05, minimum: 8, fullEvery: 10 };
/** Networks enough for the search. */
const SPACE = { filters: [2, 4, 8], kernels: [1, 3] };
const TRAINING = { epochs: EPOCHS, trainImages: 384, validationImages: 1000 };

interface Predicted {
  number: number;
  prediction: {
    epoch: number;
    value: number;
    low: number;
    high: number;
    chance: number;
    best: number;
    rows: number;
    stops: boolean;
  } | null;
}

/** A whole search of small networks by so many workers: what became of each candidate, to the last bit. */
async function outcome(workers: number, prediction?: PredictionPlan) {
  const running = Array.from({ length: workers }, (_, i) =>
    run('workers/main.ts', ['--server', platform.url, '--threads', '1', '--name', `${workers} ${i}`], { HANDPICK_TOKEN: token }),
  );
  await Promise.all(running.map((worker) => worker.says(/registered/)));
  const id = await createTinySearch(user, {
    candidates: CANDIDATES,
    parallelism: 3,
    training: TRAINING,
    space: SPACE,
    prediction,
  });
  const search = await until(user, id, ({ status }) => status === 'FINISHED', 400);
  const { predicted } = await user.ask<{ predicted: { best: { number: number }; candidates: { edges: { node: Predicted }[] } } }>(
    `query ($id: ID!) { predicted: search(id: $id) { best { number } candidates(first: 100) { edges { node {
       number prediction { epoch value low high chance best rows stops } } } } } }`,
    { id },
  );
  await killAll();
  const predictions = new Map(predicted.candidates.edges.map(({ node }) => [node.number, node.prediction]));
  const candidates = search.candidates.edges.map(({ node: { number, notation, status, reward } }) => {
    return { number, notation, status, reward, epochs: epochsOf(search, number).length, prediction: predictions.get(number)! };
  });
  return {
    candidates,
    best: predicted.best.number,
    shared: running.filter(({ lines }) => lines.some((line) => /: done$/.test(line))).length,
  };
}

test('a search that predicts saves epochs, does not lose the best, and is the same with one worker and with three', async () => {
  const one = await outcome(1, PREDICTION);
  const three = await outcome(3, PREDICTION);
  expect(three.shared).toBeGreaterThan(1);
  expect(three.candidates).toEqual(one.candidates);

  const { candidates } = one;
  expect(candidates).toHaveLength(CANDIDATES);
  const stopped = candidates.filter(({ status }) => status === 'STOPPED_EARLY');
  const ended = candidates.filter(({ status }) => status === 'DONE');
  expect(stopped.length + ended.length).toBe(CANDIDATES);
  // a tenth of all epochs at least
  const epochs = candidates.reduce((sum, candidate) => sum + candidate.epochs, 0);
  expect(epochs).toBeLessThan(0.9 * EPOCHS * CANDIDATES);
  expect(epochs).toBe(EPOCHS * ended.length + stopped.length);
  for (const { reward, prediction } of stopped) {
    expect(prediction).toMatchObject({ epoch: 1, value: reward, stops: true });
    expect(prediction!.chance).toBeLessThan(PREDICTION.limit);
    expect(reward).toBeLessThan(prediction!.best);
  }
  // the first are trained in full, and every tenth is, whatever was predicted of it
  expect(candidates.slice(0, PREDICTION.minimum + 3).every(({ status }) => status === 'DONE')).toBe(true);
  expect([20, 30].map((number) => candidates[number - 1]!.status)).toEqual(['DONE', 'DONE']);
  expect([20, 30].every((number) => candidates[number - 1]!.prediction !== null)).toBe(true);

  // the same networks, all of them trained to the end
  const whole = await retrained(candidates.map(({ notation }) => notation));
  const best = Math.max(...whole.values());
  // ten of a thousand images are no difference
  expect(whole.get(candidates[one.best - 1]!.notation)).toBeGreaterThanOrEqual(best - 0.01);
  for (const { notation, reward } of ended) expect(reward).toBe(whole.get(notation));
  // those that were stopped are rightly thought worse: hardly one would have beaten what was known
  const wrong = stopped.filter(({ notation, prediction }) => whole.get(notation)! > prediction!.best);
  expect(wrong.length / stopped.length).toBeLessThanOrEqual(0.1);
}, 900_000);

/** True final rewards by network, of a search of these networks alone. */
async function retrained(networks: readonly string[]): Promise<Map<string, number>> {
  const workers = [0, 1].map((i) =>
    run('workers/main.ts', ['--server', platform.url, '--threads', '1', '--name', `whole ${i}`], { HANDPICK_TOKEN: token }),
  );
  await Promise.all(workers.map((worker) => worker.says(/registered/)));
  const id = await createTinySearch(user, {
    candidates: networks.length,
    training: TRAINING,
    space: SPACE,
    networks,
  });
  const search = await until(user, id, ({ status }) => status === 'FINISHED', 400);
  return new Map(search.candidates.edges.map(({ node: { notation, reward } }) => [notation, reward!]));
}
