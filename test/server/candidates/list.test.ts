import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { globalId, newId, parseId } from '../../../server/ids.ts';
import { type Answer, type Asker, type Rig, startRig } from '../rig.ts';
import { createSearch } from '../script.ts';

/** A candidate as the test made it. */
interface Row {
  number: number;
  notation: string;
  status: string;
  reward: number | null;
  inverseLoss: number | null;
  parameters: number;
  latent: number | null;
  seconds: number | null;
  verdicts: Record<string, string | null>;
  tags: string[];
  hasSample: boolean;
}

const COUNT = 137;
let rig: Rig;
let searchId: string;
let other: Asker & { memberId: string };
const rows: Row[] = [];

beforeAll(async () => {
  rig = await startRig();
  searchId = await createSearch(rig);
  other = await rig.colleague('Bob');
  const random = Random.of(4, 'rows');
  const some = <T>(list: T[]) => random.choose(list);
  const file = newId();
  const search = parseId('Search', searchId)!;
  await rig.database.query(`INSERT INTO file (id, team_id, sha256, size, media_type) VALUES ($1, $2, 'x', 1, 'image/png')`, [
    file,
    parseId('Team', rig.teamId),
  ]);
  for (let number = 1; number <= COUNT; number++) {
    const row: Row = {
      number,
      notation: `C(${some([8, 16, 64])},${some([3, 5])},1), SM(10)`,
      status: some(['QUEUED', 'RUNNING', 'DONE', 'FAILED']),
      // few different values, so that ties are many
      reward: some([null, 0.1, 0.2, 1 / 3, 0.9]),
      inverseLoss: some([null, 1, 2]),
      parameters: some([10, 20, 1e9]),
      latent: some([null, 2, 8]),
      seconds: some([null, 1.5, 2.25]),
      verdicts: { [rig.member.memberId]: some([null, null, 'PICKED', 'REJECTED']), [other.memberId]: some([null, 'PICKED', 'REJECTED']) },
      tags: some([[], ['sharp'], ['sharp', 'odd'], ['odd']]),
      hasSample: random.uniform() < 0.3,
    };
    rows.push(row);
    const id = newId();
    await rig.database.query(
      `INSERT INTO candidate (id, search_id, number, notation, hash, architecture, status, parameters, flops, latent, reward, seconds)
       VALUES ($1, $2, $3, $4, $5, '{}', $6, $7, 1, $8, $9, $10)`,
      [id, search, number, row.notation, `h${number}`, row.status, row.parameters, row.latent, row.reward, row.seconds],
    );
    if (row.inverseLoss !== null)
      await rig.database.query(`INSERT INTO reward (candidate_id, search_id, kind, value) VALUES ($1, $2, 'INVERSE_LOSS', $3)`, [
        id,
        search,
        row.inverseLoss,
      ]);
    for (const [member, verdict] of Object.entries(row.verdicts)) {
      if (verdict === null && !(member === other.memberId && row.tags.length > 0)) continue;
      await rig.database.query('INSERT INTO annotation (id, candidate_id, member_id, verdict, tags) VALUES ($1, $2, $3, $4, $5)', [
        newId(),
        id,
        parseId('Member', member),
        verdict,
        JSON.stringify(member === other.memberId ? row.tags : []),
      ]);
    }
    if (row.hasSample) {
      const trial = newId();
      await rig.database.query('INSERT INTO trial (id, candidate_id, search_id, seed) VALUES ($1, $2, $3, 1)', [trial, id, search]);
      await rig.database.query(
        `INSERT INTO sample (id, trial_id, kind, epoch, file_id, tile_width, tile_height, columns, count) VALUES ($1, $2, 'GENERATED', 1, $3, 1, 1, 1, 1)`,
        [newId(), trial, file],
      );
    }
  }
});
afterAll(() => rig.stop());

interface PageOf {
  numbers: number[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

async function page(args: object, who: Asker = rig.member): Promise<PageOf> {
  const { search } = await who.ask<Answer>(
    `query ($id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $skip: Int, $filter: CandidateFilter, $sort: CandidateSort) {
      search(id: $id) { candidates(first: $first, after: $after, last: $last, before: $before, skip: $skip, filter: $filter, sort: $sort) {
        totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { number } } } } }`,
    { id: searchId, ...args },
  );
  const { edges, ...rest } = search.candidates;
  return { ...rest, numbers: edges.map(({ node }: Answer) => node.number) };
}

const said = (row: Row, verdict: string) => Object.values(row.verdicts).includes(verdict);
const picks = (row: Row) => Object.values(row.verdicts).filter((verdict) => verdict === 'PICKED').length;

/** In memory: equals by number, nothing last. */
function sorted(list: Row[], value: (row: Row) => number | string | null, descending: boolean): number[] {
  const order = (a: Row, b: Row) => {
    const [x, y] = [value(a), value(b)];
    if (x === y) return a.number - b.number;
    if (x === null) return 1;
    if (y === null) return -1;
    return (x < y ? -1 : 1) * (descending ? -1 : 1);
  };
  return [...list].sort(order).map(({ number }) => number);
}

const filters: [string, () => object, (row: Row) => boolean][] = [
  ['status', () => ({ status: ['DONE', 'FAILED'] }), (row) => ['DONE', 'FAILED'].includes(row.status)],
  ['picked', () => ({ verdict: 'PICKED' }), (row) => said(row, 'PICKED')],
  ['rejected', () => ({ verdict: 'REJECTED' }), (row) => said(row, 'REJECTED')],
  ['undecided', () => ({ verdict: 'UNDECIDED' }), (row) => !said(row, 'PICKED') && !said(row, 'REJECTED')],
  ['undecided by me', () => ({ verdict: 'UNDECIDED_BY_ME' }), (row) => row.verdicts[rig.member.memberId] === null],
  ['picked by Bob', () => ({ pickedBy: other.memberId }), (row) => row.verdicts[other.memberId] === 'PICKED'],
  ['tags', () => ({ tags: ['odd', 'unused'] }), (row) => row.tags.includes('odd')],
  ['numbers', () => ({ fromNumber: 20, toNumber: 90 }), (row) => row.number >= 20 && row.number <= 90],
  ['rewards', () => ({ minReward: 0.2, maxReward: 1 / 3 }), (row) => row.reward !== null && row.reward >= 0.2 && row.reward <= 1 / 3],
  ['text', () => ({ contains: 'c(64' }), (row) => row.notation.startsWith('C(64')],
  ['latent size', () => ({ latent: [2] }), (row) => row.latent === 2],
  ['samples', () => ({ hasSample: 'GENERATED' }), (row) => row.hasSample],
  [
    'several at once',
    () => ({ status: ['DONE'], verdict: 'PICKED', minReward: 0.2, contains: ',3,' }),
    (row) => row.status === 'DONE' && said(row, 'PICKED') && row.reward !== null && row.reward >= 0.2 && row.notation.includes(',3,'),
  ],
];

describe('filters', () => {
  it.each(filters)('by %s', async (_, filter, holds) => {
    const expected = rows.filter(holds).map(({ number }) => number);
    const { numbers, totalCount } = await page({ first: 100, filter: filter() });
    expect({ numbers, totalCount }).toEqual({ numbers: expected.slice(0, 100), totalCount: expected.length });
    expect(expected.length).toBeGreaterThan(0);
  });
});

const sorts: [string, object, (row: Row) => number | string | null][] = [
  ['NUMBER', {}, (row) => row.number],
  ['STATUS', {}, (row) => row.status],
  ['NOTATION', {}, (row) => row.notation],
  ['REWARD', {}, (row) => row.reward],
  ['REWARD', { reward: 'INVERSE_LOSS' }, (row) => row.inverseLoss],
  ['PARAMETERS', {}, (row) => row.parameters],
  ['LATENT', {}, (row) => row.latent],
  ['SECONDS', {}, (row) => row.seconds],
  ['PICKS', {}, picks],
];

describe('pages, forward, backward and by skipping, are those of the whole list', () => {
  it.each(sorts.flatMap(([by, more, value]) => ['ASCENDING', 'DESCENDING'].map((direction) => [by, direction, more, value] as const)))(
    'sorted by %s, %s',
    async (by, direction, more, value) => {
      const sort = { by, direction, ...more };
      const expected = sorted(rows, value, direction === 'DESCENDING');
      const forward: number[] = [];
      for (let after: string | null = null; ; ) {
        const { numbers, pageInfo }: PageOf = await page({ first: 31, after, sort });
        expect(pageInfo.hasPreviousPage).toBe(after !== null);
        forward.push(...numbers);
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(forward).toEqual(expected);
      const backward: number[] = [];
      for (let before: string | null = null; ; ) {
        const { numbers, pageInfo }: PageOf = await page({ last: 40, before, sort });
        backward.unshift(...numbers);
        if (!pageInfo.hasPreviousPage) break;
        before = pageInfo.startCursor;
      }
      expect(backward).toEqual(expected);
      expect((await page({ first: 10, skip: 75, sort })).numbers).toEqual(expected.slice(75, 85));
    },
  );
});

it('keeps its place while rows arrive before it', async () => {
  const sort = { by: 'NUMBER', direction: 'DESCENDING' };
  const first = await page({ first: 10, sort });
  expect(first.numbers[9]).toBe(COUNT - 9);
  await rig.database.query(
    `INSERT INTO candidate (id, search_id, number, notation, hash, architecture, parameters, flops) VALUES ($1, $2, $3, 'SM(10)', 'new', '{}', 1, 1)`,
    [newId(), parseId('Search', searchId), COUNT + 1],
  );
  expect((await page({ first: 3, after: first.pageInfo.endCursor, sort })).numbers).toEqual([COUNT - 10, COUNT - 11, COUNT - 12]);
  await rig.database.query(`DELETE FROM candidate WHERE hash = 'new'`);
});

it.each<[string, object, RegExp]>([
  ['neither first nor last', {}, /first or last/],
  ['too many', { first: 101 }, /101/],
  ['a cursor of something else', { first: 1, after: 'nonsense' }, /cursor/],
  ['a skip below 0', { first: 1, skip: -1 }, /-1; allowed: 0 to 100000/],
  ['a skip backwards', { last: 1, skip: 1 }, /only beside first/],
])('refuses %s', async (_, args, message) => {
  await expect(page(args)).rejects.toThrow(message);
});

it('counts and plots what is there', async () => {
  const { search } = await rig.member.ask<Answer>(
    `query ($id: ID!) { search(id: $id) { points(after: 100) { id number status reward picked rejected } counts { queued running done failed picked rejected } best { number } } }`,
    { id: searchId },
  );
  const { points, counts, best } = search;
  expect(points.map(({ id, ...point }: Answer) => point)).toEqual(
    rows.slice(100).map((row) => ({
      number: row.number,
      status: row.status,
      reward: row.reward,
      picked: said(row, 'PICKED'),
      rejected: said(row, 'REJECTED'),
    })),
  );
  expect(points.every(({ id }: Answer) => id === globalId('Candidate', parseId('Candidate', id)!))).toBe(true);
  const count = (holds: (row: Row) => boolean) => rows.filter(holds).length;
  expect(counts).toEqual({
    queued: count(({ status }) => status === 'QUEUED'),
    running: count(({ status }) => status === 'RUNNING'),
    done: count(({ status }) => status === 'DONE'),
    failed: count(({ status }) => status === 'FAILED'),
    picked: count((row) => said(row, 'PICKED')),
    rejected: count((row) => said(row, 'REJECTED')),
  });
  expect(best.number).toBe(rows.find(({ reward }) => reward === 0.9)!.number);
});
