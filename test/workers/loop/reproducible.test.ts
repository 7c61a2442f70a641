import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
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

/** Notation, reward and every metric of every candidate of one search, with its own workers. */
async function outcome(backend: string, workers: number) {
  const running = Array.from({ length: workers }, (_, i) =>
    run('workers/main.ts', ['--server', platform.url, '--threads', '1', '--backend', backend, '--name', `${backend} ${i}`], {
      HANDPICK_TOKEN: token,
    }),
  );
  // all are there before there is work, so that they share it
  await Promise.all(running.map((worker) => worker.says(/registered/)));
  const id = await createTinySearch(user, { candidates: 4, training: { epochs: 2, trainImages: 512 } });
  const search = await until(user, id, ({ status }) => status === 'FINISHED');
  await killAll();
  const trained = running.map(({ lines }) => lines.filter((line) => /: done$/.test(line)).length);
  const candidates = search.candidates.edges.map(({ node: { number, notation, reward, trial } }) => {
    return {
      number,
      notation,
      reward,
      metrics: trial.metrics.map(({ name, split, epoch, value }) => `${name} ${split} ${epoch} ${value}`).sort(),
    };
  });
  return { trained, candidates };
}

test.each(['tensorflow', 'wasm'])(
  'on %s the same seed gives the same search to the last bit, with one worker and with two',
  async (backend) => {
    const one = await outcome(backend, 1);
    const two = await outcome(backend, 2);
    expect(one.candidates).toHaveLength(4);
    expect(one.candidates.every(({ reward }) => reward !== null)).toBe(true);
    expect(two.trained.every((count) => count > 0)).toBe(true);
    expect(two.candidates).toEqual(one.candidates);
  },
);
