import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { killAll, run } from '../../kit/processes.ts';
import { createFirstUser, createToken, type User } from '../../kit/stories.ts';
import { createTinySearch, until } from './searches.ts';

let platform: TestPlatform;
let user: User;

beforeAll(async () => {
  platform = await startTestPlatform();
  user = await createFirstUser(platform);
});
afterEach(killAll);
afterAll(() => platform?.stop());

test('a worker that keeps a controller takes a changed plan, with all that was learned', async () => {
  const token = (await createToken(user, 'WORKER')).secret;
  run('workers/main.ts', ['--server', platform.url, '--threads', '1'], { HANDPICK_TOKEN: token });
  const id = await createTinySearch(user, { candidates: 8, parallelism: 1, training: {} });
  await until(user, id, ({ counts }) => counts.done >= 2);
  const epsilon = [{ epsilon: 0.25, candidates: 1 }];
  const { changeSearch } = await user.ask<{ changeSearch: { search: { changes: { fromNumber: number }[] }; userErrors: unknown[] } }>(
    'mutation ($input: ChangeSearchInput!) { changeSearch(input: $input) { search { changes { fromNumber } } userErrors { message } } }',
    { input: { searchId: id, epsilon, candidates: 7 } },
  );
  expect(changeSearch.userErrors).toEqual([]);
  const { fromNumber } = changeSearch.search.changes[0]!;
  expect(fromNumber).toBeGreaterThan(2);
  await until(user, id, ({ status }) => status === 'FINISHED');
  const { search } = await user.ask<{ search: { points: { number: number; epsilon: number }[] } }>(
    'query ($id: ID!) { search(id: $id) { points { number epsilon } } }',
    { id },
  );
  expect(search.points).toHaveLength(7);
  for (const { number, epsilon: at } of search.points) {
    if (number < fromNumber) expect(at).not.toBe(0.25);
    else expect(at).toBe(0.25);
  }
});
