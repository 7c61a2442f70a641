import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseId } from '../../../server/ids.ts';
import { fillSearch } from '../../kit/fill-search.ts';
import { type Answer, type Rig, startRig } from '../rig.ts';

let rig: Rig;
let id: string;
/** What lies in the tables, by number. */
let truth: Map<number, { id: string; reward: Record<string, number>; metric: Record<string, number>; parameters: number }>;

beforeAll(async () => {
  rig = await startRig();
  id = await fillSearch(rig.database, rig.teamId, { candidates: 60, metrics: ['bce', 'judge.frechet', 'own.metric'] });
  await fillSearch(rig.database, rig.teamId, { candidates: 20, metrics: ['bce', 'elsewhere'], seed: 2 });
  const rows: Answer[] = await rig.database.query(
    `SELECT candidate.id, number, parameters,
       (SELECT coalesce(json_object_agg(kind, value), '{}') FROM reward WHERE candidate_id = candidate.id) AS reward,
       (SELECT coalesce(json_object_agg(name, value), '{}') FROM final_metric WHERE candidate_id = candidate.id) AS metric
     FROM candidate WHERE search_id = $1`,
    [parseId('Search', id)],
  );
  truth = new Map(rows.map(({ number, ...row }) => [number, row]));
  const member = parseId('Member', rig.member.memberId);
  for (const [number, verdict] of [
    [3, 'PICKED'],
    [4, 'REJECTED'],
  ] as const)
    await rig.database.query('INSERT INTO annotation (id, candidate_id, member_id, verdict) VALUES (gen_random_uuid(), $1, $2, $3)', [
      truth.get(number)!.id,
      member,
      verdict,
    ]);
});
afterAll(() => rig.stop());

const numbers = async (args: { sort?: object; filter?: object; skip?: number }): Promise<number[]> => {
  const { search } = await rig.member.ask<Answer>(
    `query ($id: ID!, $sort: CandidateSort, $filter: CandidateFilter, $skip: Int) {
      search(id: $id) { candidates(first: 100, sort: $sort, filter: $filter, skip: $skip) { totalCount edges { node { number } } } } }`,
    { id, ...args },
  );
  return search.candidates.edges.map(({ node }: Answer) => node.number);
};
const all = () => [...truth.keys()].sort((a, b) => a - b);
const ranked = (value: (number: number) => number | undefined, sign: 1 | -1) =>
  all().sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || a - b;
    return sign * (x - y) || a - b;
  });

it('sorts by any reward and any metric, in either direction, those without a value last', async () => {
  for (const [direction, sign] of [
    ['ASCENDING', 1],
    ['DESCENDING', -1],
  ] as const) {
    for (const reward of ['INVERSE_FRECHET', 'WORST_F1'])
      expect(await numbers({ sort: { by: 'REWARD', reward, direction } })).toEqual(ranked((n) => truth.get(n)!.reward[reward], sign));
    expect(await numbers({ sort: { by: 'METRIC', metric: 'own.metric', direction } })).toEqual(
      ranked((n) => truth.get(n)!.metric['own.metric'], sign),
    );
  }
  expect(await numbers({ sort: { by: 'METRIC', metric: 'elsewhere' } })).toEqual(all());
});

it('goes on after a cursor of a metric', async () => {
  const query = `query ($id: ID!, $after: Cursor) { search(id: $id) { candidates(first: 7, after: $after, sort: { by: METRIC, metric: "bce", direction: DESCENDING }) {
    pageInfo { endCursor hasNextPage } edges { node { number } } } } }`;
  const seen: number[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { candidates }: Answer = (await rig.member.ask<Answer>(query, { id, after })).search;
    seen.push(...candidates.edges.map(({ node }: Answer) => node.number));
    after = candidates.pageInfo.endCursor;
    more = candidates.pageInfo.hasNextPage;
  }
  expect(seen).toEqual(ranked((n) => truth.get(n)!.metric.bce, -1));
});

it('filters by ranges of measures, all of which have to hold', async () => {
  const ranges = [
    { measure: { reward: 'INVERSE_BCE' }, min: 0.25, max: 0.75 },
    { measure: { metric: 'judge.frechet' }, max: 1 },
    { measure: { figure: 'PARAMETERS' }, min: 5_000 },
  ];
  const expected = all().filter((n) => {
    const { reward, metric, parameters } = truth.get(n)!;
    return reward.INVERSE_BCE! >= 0.25 && reward.INVERSE_BCE! <= 0.75 && metric['judge.frechet']! <= 1 && parameters >= 5_000;
  });
  expect(expected.length).toBeGreaterThan(3);
  expect(await numbers({ filter: { ranges } })).toEqual(expected);
  const withValue = all().filter((n) => truth.get(n)!.reward.ACCURACY !== undefined);
  expect(await numbers({ filter: { ranges: [{ measure: { reward: 'ACCURACY' } }] } })).toEqual(withValue);
  expect(await numbers({ filter: { ranges: [{ measure: { figure: 'PICKS' }, min: 1 }] } })).toEqual([3]);
  // beside an order, its parameters and a skip
  const sort = { by: 'REWARD', reward: 'ACCURACY', direction: 'DESCENDING' };
  expect(await numbers({ sort, filter: { ranges }, skip: 2 })).toEqual(
    ranked((n) => truth.get(n)!.reward.ACCURACY, -1)
      .filter((n) => expected.includes(n))
      .slice(2),
  );
});

it('compares any two measures, with what people said', async () => {
  const { search } = await rig.member.ask<Answer>(
    `query ($id: ID!, $x: MeasureInput!, $y: MeasureInput!) { search(id: $id) {
      comparison(x: $x, y: $y) { id number x y picked rejected } metricKinds { name count higherIsBetter description } } }`,
    { id, x: { metric: 'judge.frechet' }, y: { reward: 'INCEPTION_SCORE' } },
  );
  const expected = all().filter((n) => truth.get(n)!.reward.INCEPTION_SCORE !== undefined);
  expect(search.comparison.map(({ number, x, y }: Answer) => [number, x, y])).toEqual(
    expected.map((n) => [n, truth.get(n)!.metric['judge.frechet'], truth.get(n)!.reward.INCEPTION_SCORE]),
  );
  expect(search.comparison.filter(({ picked }: Answer) => picked).map(({ number }: Answer) => number)).toEqual([3]);
  expect(search.comparison.filter(({ rejected }: Answer) => rejected).map(({ number }: Answer) => number)).toEqual([4]);
  expect(parseId('Candidate', search.comparison[0].id)).toBe(truth.get(search.comparison[0].number)!.id);
  expect(search.metricKinds.map(({ name, count, higherIsBetter }: Answer) => [name, count, higherIsBetter])).toEqual([
    ['bce', expected.length, false],
    ['judge.frechet', expected.length, false],
    ['own.metric', expected.length, null],
  ]);
});

it('refuses a metric without a name or beside another order, too many ranges, and a measure that is two', async () => {
  const refused = async (args: object) => {
    const { errors } = await rig.member.request<Answer>(
      `query ($id: ID!, $sort: CandidateSort, $filter: CandidateFilter) {
        search(id: $id) { candidates(first: 1, sort: $sort, filter: $filter) { edges { node { number } } } } }`,
      { id, ...args },
    );
    return errors?.[0];
  };
  expect(await refused({ sort: { by: 'METRIC' } })).toMatchObject({
    message: expect.stringContaining('candidates.sort.metric: missing; allowed: a name beside METRIC'),
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(await refused({ sort: { by: 'NUMBER', metric: 'bce' } })).toMatchObject({ message: expect.stringContaining('sort.metric: bce') });
  const range = { measure: { reward: 'ACCURACY' } };
  expect(await refused({ filter: { ranges: Array(11).fill(range) } })).toMatchObject({
    message: expect.stringContaining('candidates.filter.ranges: 11; allowed: at most 10'),
  });
  expect(await refused({ filter: { ranges: [{ measure: { reward: 'ACCURACY', metric: 'bce' } }] } })).toMatchObject({
    message: expect.stringContaining('Exactly one key must be specified'),
  });
});
