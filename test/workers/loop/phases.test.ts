import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { killAll, runWorker } from '../../kit/processes.ts';
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

interface Timed {
  seconds: number;
  phases: Record<string, number>;
}

test('of a real trial at least 97% of the time is accounted for, and the parts are the whole', async () => {
  const id = await createTinySearch(user, { candidates: 3, training: { epochs: 4, trainImages: 8192, validationImages: 2048 } });
  runWorker(platform.url, token);
  await until(user, id, ({ status }) => status === 'FINISHED');
  const { search } = await user.ask<{ search: { candidates: { edges: { node: { trial: Timed } }[] } } }>(
    `query ($id: ID!) { search(id: $id) { candidates(first: 9) { edges { node { trial { seconds
       phases { data build training evaluation judging samples waiting earlier other } } } } } } }`,
    { id },
  );
  const trials = search.candidates.edges.map(({ node }) => node.trial);
  expect(trials).toHaveLength(3);
  let whole = 0;
  let unknown = 0;
  for (const { seconds, phases } of trials) {
    const sum = Object.values(phases).reduce((total, part) => total + part, 0);
    expect(sum / seconds).toBeGreaterThan(0.999);
    expect(sum / seconds).toBeLessThan(1.03);
    for (const part of ['data', 'build', 'training', 'evaluation', 'waiting'] as const) expect(phases[part]).toBeGreaterThan(0);
    expect(phases.earlier).toBe(0);
    whole += seconds;
    unknown += phases.other!;
  }
  expect(unknown / whole).toBeLessThan(0.03);
});
