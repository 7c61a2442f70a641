import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_COMPARED } from '../../../schema/comparison/limits.ts';
import { epochPasses } from '../../../schema/forecast/work.ts';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { Random } from '../../../schema/random.ts';
import { parseId } from '../../../server/ids.ts';
import { fillSearch } from '../../kit/fill-search.ts';
import { createOutsider } from '../../kit/stories.ts';
import { type Answer, type Rig, startRig } from '../rig.ts';

let rig: Rig;
/** Two of one kind, and one of candidates that climb rungs. */
let ids: string[];
const { plan } = presets.find(({ name }) => name === 'tour-vae')!;

beforeAll(async () => {
  rig = await startRig();
  ids = [];
  for (const [i, candidates] of [40, 25, 12].entries()) {
    const id = await fillSearch(rig.database, rig.teamId, { candidates, metrics: ['loss'], seed: i + 1 });
    const controller = { ...plan.controller, kind: i === 2 ? 'ASHA' : 'RANDOM' };
    await rig.database.query('UPDATE search SET plan = $2 WHERE id = $1', [
      parseId('Search', id),
      JSON.stringify({
        ...plan,
        reward: 'INVERSE_LOSS',
        controller,
        training: { ...plan.training, trainImages: 100 * (i + 1), validationImages: 10 },
      }),
    ]);
    await rig.database.query('UPDATE candidate SET seconds = 1 + number % 5, flops = 1000 * (1 + number % 7) WHERE search_id = $1', [
      parseId('Search', id),
    ]);
    ids.push(id);
  }
  // one was stopped early, and one is under way again: neither has a reward that counts
  const first = parseId('Search', ids[0]!);
  await rig.database.query(`UPDATE candidate SET status = 'STOPPED_EARLY', reward = 2 WHERE search_id = $1 AND number = 4`, [first]);
  await rig.database.query(
    `UPDATE reward SET value = 2 FROM candidate WHERE candidate.id = candidate_id AND candidate.search_id = $1 AND number = 4`,
    [first],
  );
  await rig.database.query(`UPDATE candidate SET status = 'RUNNING' WHERE search_id = $1 AND number = 40`, [first]);
  await climb(parseId('Search', ids[2]!)!);
});
afterAll(() => rig.stop());

/** A training of each candidate to 1 epoch, the even ones to 3 afterwards; the last of them has not ended. */
async function climb(search: string): Promise<void> {
  const random = Random.of(7, 'rungs');
  const rungs = [...Array.from({ length: 12 }, (_, i) => [i + 1, 0, 1]), ...[2, 4, 6, 8, 10, 12].map((number) => [number, 1, 3])];
  for (const [i, [number, from, to]] of rungs.entries())
    await rig.database.query(
      `INSERT INTO job (search_id, number, candidate_id, rung, epochs, from_epochs, reward, seconds, ended_at)
       SELECT $1, $2, id, $3, $4, $5, $6, $7, CASE WHEN $2 = 18 THEN NULL ELSE now() END FROM candidate WHERE search_id = $1 AND number = $8`,
      [search, i + 1, from === 0 ? 0 : 1, to, from, number === 5 || i === 17 ? null : random.uniform(), 2 + (i % 3), number],
    );
}

const DOCUMENT = `query ($ids: [ID!]!, $reward: RewardKind) { compareSearches(searchIds: $ids, reward: $reward) {
  reward rewards differences { field breaks values }
  searches { search { id } strategy networks imported measured mean median seconds flops improvements { number networks seconds flops reward } } } }`;
const compare = async (reward?: string): Promise<Answer> => (await rig.member.ask<Answer>(DOCUMENT, { ids, reward })).compareSearches;

interface Result {
  number: number;
  reward: number | null;
  seconds: number;
  flops: number;
}

/** What results in their order lead to, by adding them up one by one. */
function expected(results: readonly Result[]) {
  let [networks, seconds, flops, best] = [0, 0, 0, Number.NEGATIVE_INFINITY];
  const improvements = [];
  for (const { number, reward, ...cost } of results) {
    networks = Math.max(networks, number);
    seconds += cost.seconds;
    flops += cost.flops;
    if (reward === null || reward <= best) continue;
    best = reward;
    improvements.push({ number, networks, seconds, flops, reward });
  }
  return { networks, seconds, flops, improvements };
}

const passesOf = (i: number) =>
  epochPasses({ trainImages: 100 * (i + 1), validationImages: 10 }, { trainCount: 1e6, validationCount: 1e6 });

const rowsOf = (id: string, sql: string, more: unknown[] = []): Promise<Answer[]> =>
  rig.database.query(sql, [parseId('Search', id), ...more]);

it.each(['INVERSE_LOSS', 'INVERSE_KL'])('gives what each search had found for what it had spent, by %s', async (kind) => {
  const found = await compare(kind);
  expect(found.reward).toBe(kind);
  expect(found.rewards).toContain('INVERSE_KL');
  for (const i of [0, 1]) {
    const rows = await rowsOf(
      ids[i]!,
      `SELECT number, status, candidate.seconds, flops, value FROM candidate LEFT JOIN reward ON candidate_id = candidate.id AND kind = $2
       WHERE candidate.search_id = $1 ORDER BY number`,
      [kind],
    );
    const ended = rows.filter(({ status }) => status !== 'RUNNING');
    const results = ended.map(({ number, status, seconds, flops, value }) => ({
      number,
      reward: status === 'DONE' ? value : null,
      seconds,
      // those that failed told no metrics
      flops: status === 'FAILED' ? 0 : flops * 2 * passesOf(i),
    }));
    const truth = expected(results);
    expect(truth.improvements.length).toBeGreaterThan(2);
    expect(found.searches[i]).toMatchObject({ search: { id: ids[i] }, imported: 0, ...truth });
    const values = rows.flatMap(({ value }) => value ?? []).sort((a: number, b: number) => a - b);
    expect(found.searches[i].measured).toBe(values.length);
    expect(found.searches[i].mean).toBeCloseTo(values.reduce((sum: number, value: number) => sum + value, 0) / values.length, 12);
    expect(found.searches[i].median).toBeCloseTo((values[(values.length - 1) >> 1] + values[values.length >> 1]) / 2, 12);
  }
});

it.each(['INVERSE_LOSS', 'INVERSE_KL'])('takes trainings in the order in which a search with rungs asked for them, by %s', async (kind) => {
  const rows = await rowsOf(
    ids[2]!,
    `SELECT job.number AS job, candidate.number, candidate.status, job.reward, job.seconds, candidate.flops, epochs - from_epochs AS epochs, value
     FROM job JOIN candidate ON candidate.id = job.candidate_id LEFT JOIN reward ON reward.candidate_id = candidate.id AND kind = $2
     WHERE job.search_id = $1 AND ended_at IS NOT NULL ORDER BY job.number`,
    [kind],
  );
  const last = (row: Answer) => rows.every((other) => other.number !== row.number || other.reward === null || other.job <= row.job);
  const results = rows.map((row) => ({
    number: row.number,
    reward: row.status === 'FAILED' ? null : kind === 'INVERSE_LOSS' ? row.reward : last(row) && row.reward !== null ? row.value : null,
    seconds: row.seconds,
    flops: row.flops * row.epochs * passesOf(2),
  }));
  const found = await compare(kind);
  expect(found.searches[2]).toMatchObject(expected(results));
});

it('names what makes them incomparable, and takes what the first learns from where no reward is asked for', async () => {
  const { reward, differences, searches } = await compare();
  expect(reward).toBe('INVERSE_LOSS');
  expect(searches.map(({ strategy }: Answer) => strategy)).toEqual([1, 2, 3]);
  expect(differences).toEqual([{ field: 'plan.training.trainImages', breaks: true, values: [100, 200, 300] }]);
});

it('refuses what cannot be compared, with field, value and what is allowed', async () => {
  const refused = async (given: string[], reward?: string) =>
    (await rig.member.request<Answer>(DOCUMENT, { ids: given, reward })).errors?.[0];
  const code = { extensions: { code: 'BAD_USER_INPUT' } };
  expect(await refused([ids[0]!])).toMatchObject({ message: 'searchIds: 1 searches; allowed: 2 to 12', ...code });
  expect(await refused(Array(MOST_COMPARED + 1).fill(ids[0]))).toMatchObject({
    message: 'searchIds: 13 searches; allowed: 2 to 12',
    ...code,
  });
  expect(await refused([ids[0]!, ids[1]!, ids[0]!])).toMatchObject({
    message: `searchIds.2: "${ids[0]}" is there twice; allowed: each search once`,
    ...code,
  });
  await rig.database.query(`DELETE FROM reward WHERE search_id = $1 AND kind = 'ACCURACY'`, [parseId('Search', ids[1]!)]);
  expect(await refused(ids, 'ACCURACY')).toMatchObject({
    message: expect.stringMatching(/^reward: ACCURACY; allowed: MEAN_ACCURACY, .*, which all of these searches have$/),
    ...code,
  });
});

it('shows nothing where one of them is not yours', async () => {
  const outsider = await createOutsider(rig.member);
  const own = await fillSearch(rig.database, outsider.teamId, { candidates: 3 });
  expect(await outsider.ask(DOCUMENT, { ids: [own, ids[0]] })).toEqual({ compareSearches: null });
  expect(await outsider.ask(DOCUMENT, { ids: [own, 'nonsense'] })).toEqual({ compareSearches: null });
});
