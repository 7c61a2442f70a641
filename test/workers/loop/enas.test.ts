import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CONTROLLER_DEFAULTS } from '../../../schema/plans/controller.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { killAll, run } from '../../kit/processes.ts';
import { createFirstUser, createToken, type User } from '../../kit/stories.ts';
import { createTinySearch, until } from './searches.ts';

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

const worker = (name: string) =>
  run('workers/main.ts', ['--server', platform.url, '--threads', '1', '--name', name], { HANDPICK_TOKEN: token });

const controller = {
  kind: 'ENAS' as const,
  policy: { ...CONTROLLER_DEFAULTS.policy, batch: 4 },
  enas: { epochs: 2, learningRate: 0.003, updates: 8, samples: 6 },
};

interface Rounds {
  search: { rounds: { round: number; loss: number; meanReward: number; entropy: number; distinct: number; trainSeconds: number }[] };
}
const roundsOf = (id: string) =>
  user.ask<Rounds>('query ($id: ID!) { search(id: $id) { rounds { round loss meanReward entropy distinct trainSeconds } } }', { id });

const notations = (search: Awaited<ReturnType<typeof until>>) => search.candidates.edges.map(({ node }) => node.notation);

test('a search under ENAS goes on after its worker was killed in a round, with the networks of one that was never cut off', async () => {
  worker('first');
  const training = { trainImages: 2048, batchSize: 64 };
  const whole = await createTinySearch(user, { candidates: 3, training, controller });
  const undisturbed = await until(user, whole, ({ status }) => status === 'FINISHED');
  expect(undisturbed.counts).toMatchObject({ done: 3, failed: 0 });
  const { search } = await roundsOf(whole);
  expect(search.rounds.map(({ round }) => round)).toEqual([1, 2, 3]);
  expect(search.rounds[2]!.loss).toBeLessThan(search.rounds[0]!.loss);
  expect(search.rounds.every(({ entropy, distinct, trainSeconds }) => entropy > 0 && distinct > 0 && trainSeconds > 0)).toBe(true);

  await killAll();
  const cut = worker('cut');
  const id = await createTinySearch(user, { candidates: 3, training, controller });
  await cut.says(/round 1 of Tiny/);
  cut.child.kill('SIGKILL');
  const second = worker('second');
  const search2 = await until(user, id, ({ status }) => status === 'FINISHED');
  expect(notations(search2)).toEqual(notations(undisturbed));
  expect((await roundsOf(id)).search.rounds.map(({ loss }) => loss)).toEqual(search.rounds.map(({ loss }) => loss));
  expect(second.lines.some((line) => /round 2 of Tiny/.test(line))).toBe(true);
}, 240_000);
