import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Asker, type Rig, startRig } from '../rig.ts';
import { createSearch, look, startWorker, workOnce } from '../script.ts';

let rig: Rig;
let searchId: string;
let candidates: { id: string; rewards: { kind: string; value: number }[] }[];
beforeAll(async () => {
  rig = await startRig();
  searchId = await createSearch(rig, { candidates: 8, parallelism: 4 });
  const worker = await startWorker(rig);
  while (await workOnce(worker));
  candidates = (await look(rig, searchId)).candidates;
});
afterAll(() => rig.stop());

const PARTS = 'annotation { verdict rating tags note } candidate { picks rejections tags viewerAnnotation { verdict } }';
const annotate = (who: Asker, i: number, change: object) =>
  who.mutate('annotateCandidate', { candidateId: candidates[i]!.id, ...change }, PARTS);
const choices = async () => {
  const { search } = await rig.member.ask<Answer>(
    'query ($id: ID!) { search(id: $id) { choices(first: 50) { totalCount edges { node { preferred { number } over { number } withdrawn member { name } } } } } }',
    { id: searchId },
  );
  return search.choices.edges.map(({ node }: Answer) => ({
    preferred: node.preferred?.number ?? null,
    over: node.over.map(({ number }: Answer) => number),
    withdrawn: node.withdrawn,
  }));
};

it('changes what is given, keeps what is left out, takes back what is null', async () => {
  expect(
    (await annotate(rig.member, 0, { verdict: 'PICKED', rating: 4, tags: ['sharp', ' sharp ', 'seven'], note: 'Look' })).annotation,
  ).toEqual({
    verdict: 'PICKED',
    rating: 4,
    tags: ['sharp', 'seven'],
    note: 'Look',
  });
  expect((await annotate(rig.member, 0, { rating: null })).annotation).toEqual({
    verdict: 'PICKED',
    rating: null,
    tags: ['sharp', 'seven'],
    note: 'Look',
  });
  expect((await annotate(rig.member, 0, { verdict: null, tags: null })).annotation).toEqual({
    verdict: null,
    rating: null,
    tags: [],
    note: 'Look',
  });
  expect(await choices()).toEqual([]);
});

it('counts the word of every member', async () => {
  const [bob, eve] = [await rig.colleague('Bob'), await rig.colleague('Cleo')];
  await annotate(rig.member, 1, { verdict: 'PICKED', tags: ['b', 'a'] });
  await annotate(bob, 1, { verdict: 'PICKED', tags: ['b'] });
  const { candidate } = await annotate(eve, 1, { verdict: 'REJECTED' });
  expect(candidate).toEqual({ picks: 2, rejections: 1, tags: ['a', 'b'], viewerAnnotation: { verdict: 'REJECTED' } });
  const { search } = await rig.member.ask<Answer>('query ($id: ID!) { search(id: $id) { tags counts { picked rejected } } }', {
    id: searchId,
  });
  expect(search).toEqual({ tags: ['b', 'a'], counts: { picked: 1, rejected: 1 } });
});

it('records the choice that a pick among others is, and withdraws it with the pick', async () => {
  const alternatives = [candidates[3]!.id, candidates[4]!.id, candidates[3]!.id];
  await annotate(rig.member, 2, { verdict: 'PICKED', alternatives });
  expect(await choices()).toEqual([{ preferred: 3, over: [4, 5], withdrawn: false }]);
  // a rating changes nothing about the choice
  await annotate(rig.member, 2, { rating: 5 });
  expect((await choices())[0].withdrawn).toBe(false);
  await annotate(rig.member, 2, { verdict: null });
  expect(await choices()).toEqual([{ preferred: 3, over: [4, 5], withdrawn: true }]);
});

it('records choices without a pick, of none too', async () => {
  const { choice } = await rig.member.mutate(
    'recordChoice',
    { searchId, preferredId: null, overIds: [candidates[6]!.id, candidates[5]!.id] },
    'choice { preferred { id } over { number } withdrawn }',
  );
  expect(choice).toEqual({ preferred: null, over: [{ number: 6 }, { number: 7 }], withdrawn: false });
});

it.each<[string, string, object, string, string]>([
  ['a rating of 6', 'annotateCandidate', { rating: 6 }, 'rating', 'OUT_OF_RANGE'],
  ['an empty tag', 'annotateCandidate', { tags: ['good', ' '] }, 'tags.1', 'OUT_OF_RANGE'],
  ['21 tags', 'annotateCandidate', { tags: Array.from({ length: 21 }, (_, i) => `t${i}`) }, 'tags', 'TOO_LARGE'],
  ['a note that is too long', 'annotateCandidate', { note: 'x'.repeat(10_001) }, 'note', 'OUT_OF_RANGE'],
  [
    'alternatives without a pick',
    'annotateCandidate',
    { verdict: 'REJECTED', alternatives: ['ca_AAAAAAAAAAAAAAAAAAAAAA'] },
    'alternatives',
    'NOT_ALLOWED',
  ],
  [
    'unknown alternatives',
    'annotateCandidate',
    { verdict: 'PICKED', alternatives: ['ca_AAAAAAAAAAAAAAAAAAAAAA'] },
    'alternatives.0',
    'UNKNOWN',
  ],
  ['a choice over nothing', 'recordChoice', { overIds: [] }, 'overIds', 'EMPTY'],
  ['a choice over something unknown', 'recordChoice', { overIds: ['nothing'] }, 'overIds.0', 'UNKNOWN'],
])('refuses %s, and writes nothing', async (_, field, change, at, code) => {
  const before = await rig.counts();
  const whole = field === 'recordChoice' ? { searchId, ...change } : { candidateId: candidates[7]!.id, ...change };
  expect(await rig.member.refused(field, whole)).toMatchObject([{ field: at, code }]);
  expect(await rig.counts()).toEqual(before);
});

it('refuses a candidate over itself, and one of another search', async () => {
  const [first, second] = [candidates[0]!.id, candidates[1]!.id];
  expect(await rig.member.refused('recordChoice', { searchId, preferredId: first, overIds: [second, first] })).toMatchObject([
    { field: 'overIds.1', code: 'NOT_ALLOWED' },
  ]);
  const other = await createSearch(rig, { seed: 3 });
  expect(await rig.member.refused('recordChoice', { searchId: other, preferredId: first, overIds: [second] })).toMatchObject([
    { field: 'preferredId', code: 'UNKNOWN' },
  ]);
  await rig.member.mutate('stopSearch', { searchId: other }, 'search { id }');
});

it('says how well each reward agrees with the picks: judged and passed over, not those that nobody looked at', async () => {
  // picked: 2; rejected by somebody but not picked: 8; passed over in a standing choice: 6, 7; withdrawn: 4, 5; never judged: 1, 3
  await annotate(rig.member, 7, { verdict: 'REJECTED' });
  const { search } = await rig.member.ask<Answer>(
    'query ($id: ID!) { search(id: $id) { agreement { reward pairs concordance low high } } }',
    { id: searchId },
  );
  expect(search.agreement.map(({ reward }: Answer) => reward)).toEqual([
    'ACCURACY',
    'MEAN_ACCURACY',
    'MACRO_F1',
    'WORST_F1',
    'INVERSE_LOSS',
  ]);
  const accuracy = (number: number) => candidates[number - 1]!.rewards.find(({ kind }) => kind === 'ACCURACY')!.value;
  const wins = [6, 7, 8].filter((number) => accuracy(2) > accuracy(number)).length;
  expect(search.agreement[0]).toMatchObject({ pairs: 3, concordance: wins / 3 });
  expect(search.agreement[2]).toMatchObject({ pairs: 0, concordance: null, low: null });
});
