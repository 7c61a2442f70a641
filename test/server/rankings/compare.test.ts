import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementOf } from '../../../schema/rankings/bootstrap.ts';
import { ranks } from '../../../schema/rankings/ranks.ts';
import { fillSearch } from '../../kit/fill-search.ts';
import { createOutsider } from '../../kit/stories.ts';
import { type Answer, type Rig, startRig, withMutations } from '../rig.ts';

let rig: Rig;
let search: string;

beforeAll(async () => {
  rig = await startRig();
  search = await fillSearch(rig.database, rig.teamId, { candidates: 60, metrics: ['loss'] });
});
afterAll(() => rig.stop());

const DOCUMENT = `query ($first: RankingInput!, $second: RankingInput!, $seed: Int! = 1, $top: PositiveInt) {
  compareRankings(first: $first, second: $second, seed: $seed) {
    count onlyFirst onlySecond tau { value low high } rho { value low high } overlaps { k shared chance }
    candidates(top: $top) { firstRank secondRank firstValue secondValue first { id number } second { id number search { id } } }
  }
}`;
const compare = async (first: object, second: object, more: object = {}, asker: Pick<Rig['member'], 'ask'> = rig.member): Promise<Answer> =>
  (
    await asker.ask<Answer>(DOCUMENT, {
      first: { searchId: search, measure: first },
      second: { searchId: search, measure: second },
      ...more,
    })
  ).compareRankings;

/** Number to value of a measure, as the list of candidates has it. */
async function valuesOf(reward: string): Promise<Map<number, number>> {
  const { search: found } = await rig.member.ask<Answer>(
    'query ($id: ID!) { search(id: $id) { candidates(first: 100) { edges { node { number rewards { kind value } } } } } }',
    { id: search },
  );
  return new Map(
    found.candidates.edges.flatMap(({ node }: Answer) =>
      node.rewards.filter(({ kind }: Answer) => kind === reward).map(({ value }: Answer) => [node.number, value]),
    ),
  );
}

describe('comparing two rankings', () => {
  it('gives ranks, correlations with intervals and overlaps of what both orders have', async () => {
    const [loss, kl] = [await valuesOf('INVERSE_LOSS'), await valuesOf('INVERSE_KL')];
    const numbers = [...loss.keys()].filter((number) => kl.has(number)).sort((a, b) => loss.get(b)! - loss.get(a)! || a - b);
    const [x, y] = [numbers.map((number) => loss.get(number)!), numbers.map((number) => kl.get(number)!)];
    const found = await compare({ reward: 'INVERSE_LOSS' }, { reward: 'INVERSE_KL' }, { seed: 3 });
    expect(found).toMatchObject({ count: numbers.length, onlyFirst: 0, onlySecond: 0, ...agreementOf(x, y, 3) });
    const [firstRanks, secondRanks] = [ranks(x), ranks(y)];
    expect(
      found.candidates.map(({ first, firstRank, secondRank, firstValue, secondValue }: Answer) => [
        first.number,
        firstRank,
        secondRank,
        firstValue,
        secondValue,
      ]),
    ).toEqual(numbers.map((number, i) => [number, firstRanks[i], secondRanks[i], x[i], y[i]]));
    expect(found.overlaps.map(({ k }: Answer) => k)).toEqual([1, 3, 5, 10, 20, 50]);
    const top = (values: number[]) => new Set([...numbers.keys()].sort((a, b) => values[b]! - values[a]! || a - b).slice(0, 10));
    const shared = [...top(x)].filter((i) => top(y).has(i)).length;
    expect(found.overlaps[3]).toEqual({ k: 10, shared, chance: 100 / numbers.length });
  });

  it('of an order with itself is 1, and with a loss, of which less is better, -1 where values fall as it does', async () => {
    expect(await compare({ reward: 'INVERSE_KL' }, { reward: 'INVERSE_KL' })).toMatchObject({
      tau: { value: 1, low: 1, high: 1 },
      rho: { low: 1 },
    });
    const both = await compare({ figure: 'NUMBER' }, { figure: 'PARAMETERS' });
    expect(both.tau.value).toBeCloseTo(1, 12);
    const found = await compare({ metric: 'loss' }, { metric: 'loss' });
    const losses = found.candidates.map(({ firstValue }: Answer) => firstValue);
    expect(losses).toEqual([...losses].sort((a: number, b: number) => a - b));
  });

  it('shows only those at the top of either where so many are asked for', async () => {
    const all = (await compare({ reward: 'INVERSE_LOSS' }, { reward: 'INVERSE_KL' })).candidates;
    const some = (await compare({ reward: 'INVERSE_LOSS' }, { reward: 'INVERSE_KL' }, { top: 4 })).candidates;
    expect(some).toEqual(all.filter((row: Answer, i: number) => i < 4 || row.secondRank <= 4));
  });

  it("ranks by people's picks those that somebody judged or passed over", async () => {
    const colleague = await rig.colleague('Bob');
    const ids = (await compare({ figure: 'NUMBER' }, { figure: 'NUMBER' })).candidates
      .map(({ first }: Answer) => first)
      .sort((a: Answer, b: Answer) => a.number - b.number);
    const say = (who: typeof colleague, number: number, verdict: string) =>
      who.mutate('annotateCandidate', { candidateId: ids[number - 1].id, verdict }, 'candidate { id }');
    for (const [who, number, verdict] of [
      [rig.member, 1, 'PICKED'],
      [colleague, 1, 'PICKED'],
      [rig.member, 2, 'PICKED'],
      [rig.member, 3, 'REJECTED'],
    ] as const)
      await say(who, number, verdict);
    await rig.member.mutate('recordChoice', { searchId: search, preferredId: ids[1].id, overIds: [ids[3].id] }, 'choice { id }');
    const found = await compare({ figure: 'PICKS' }, { figure: 'NUMBER' });
    expect(found.candidates.map(({ first, firstValue }: Answer) => [first.number, firstValue])).toEqual([
      [1, 2],
      [2, 1],
      [4, 0],
      [3, -1],
    ]);
    expect(found).toMatchObject({ count: 4, onlyFirst: 0, onlySecond: 56 });
  });

  it('pairs candidates of two searches by their networks, and is empty without any', async () => {
    const other = await fillSearch(rig.database, rig.teamId, { candidates: 5, seed: 2 });
    const input = {
      first: { searchId: search, measure: { figure: 'NUMBER' } },
      second: { searchId: other, measure: { figure: 'NUMBER' } },
    };
    const { compareRankings: empty } = await rig.member.ask<Answer>(DOCUMENT, input);
    expect(empty).toEqual({
      ...{ count: 0, onlyFirst: 60, onlySecond: 5, candidates: [], overlaps: [] },
      tau: { value: null, low: null, high: null },
      rho: { value: null, low: null, high: null },
    });
    // the same networks in another order
    await rig.database.query(
      `UPDATE candidate AS mine SET hash = theirs.hash || '' FROM candidate AS theirs, search AS s
       WHERE s.id = theirs.search_id AND s.name = 'Filled' AND theirs.number = 6 - mine.number
         AND mine.search_id = (SELECT id FROM search ORDER BY id DESC LIMIT 1) AND theirs.search_id = (SELECT id FROM search ORDER BY id LIMIT 1)`,
    );
    const { compareRankings: found } = await rig.member.ask<Answer>(DOCUMENT, input);
    expect(found).toMatchObject({ count: 5, onlyFirst: 55, onlySecond: 0, tau: { value: -1 } });
    expect(found.candidates[0]).toMatchObject({ first: { number: 5 }, second: { number: 1, search: { id: other } } });
  });

  it('needs both searches to be seen', async () => {
    const outsider = withMutations(await createOutsider(rig.member));
    expect(await compare({ figure: 'NUMBER' }, { figure: 'NUMBER' }, {}, outsider)).toBeNull();
  });
});
