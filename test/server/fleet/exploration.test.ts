import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { createSearch, type ScriptedWorker, startWorker, stepOf, workOn, workOnce } from '../script.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const look = async (id: string) =>
  (
    await rig.member.ask<Answer>(
      `query ($id: ID!) { search(id: $id) { collapse { sign number value } points { number entropyShare distinct }
        candidate(number: 1) { entropy uniformEntropy distinct } team { events(last: 100, searchId: $id) { edges { node { kind } } } } } }`,
      { id },
    )
  ).search;

it('keeps entropy and share of new networks of every candidate', async () => {
  const id = await createSearch(rig, { candidates: 6 });
  const worker = await startWorker(rig);
  while (await workOnce(worker));
  const search = await look(id);
  expect(search.points).toHaveLength(6);
  for (const { entropyShare, distinct } of search.points) {
    expect(entropyShare).toBeGreaterThan(0);
    expect(entropyShare).toBeLessThanOrEqual(1);
    expect(distinct).toBeGreaterThan(0);
  }
  expect(search.candidate.entropy).toBeCloseTo(search.candidate.uniformEntropy, 9);
  expect(search.candidate.distinct).toBe(1);
  expect(search.collapse).toBeNull();
});

/** Commits a step whose proposals have these entropies, of 1. @returns how many there were */
async function propose(worker: ScriptedWorker, entropyOf: (position: number) => number): Promise<number> {
  const step = stepOf(await worker.lease(0, ['STEP']));
  const proposals = step.proposals.map((proposal: Answer, i: number) => ({ ...proposal, entropy: entropyOf(i), uniformEntropy: 1 }));
  await worker.mutate('commitStep', { ...step, proposals }, 'search { id }');
  return proposals.length;
}

it('says once that a controller settles, and takes it back when it explores again', async () => {
  const id = await createSearch(rig, { candidates: 140, parallelism: 50 });
  const worker = await startWorker(rig);
  const told = async () => (await look(id)).team.events.edges.filter(({ node }: Answer) => node.kind === 'SEARCH_COLLAPSING').length;
  expect(await propose(worker, (i) => (i < 10 ? 1 : 0.01))).toBe(50);
  const sign = { sign: 'ENTROPY', number: 50, value: expect.closeTo(0.01, 9) };
  expect((await look(id)).collapse).toEqual(sign);
  expect(await told()).toBe(1);

  for (let i = 0; i < 2; i++) await workOn(worker, await worker.lease(0, ['TRIAL']));
  expect(await propose(worker, () => 0.01)).toBe(2);
  expect((await look(id)).collapse).toEqual(sign);
  expect(await told()).toBe(1);

  for (let i = 0; i < 3; i++) await workOn(worker, await worker.lease(0, ['TRIAL']));
  expect(await propose(worker, () => 1)).toBe(3);
  expect((await look(id)).collapse).toBeNull();
  expect(await told()).toBe(1);
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
});

it.each([
  ['entropy', { entropy: 2, uniformEntropy: 1 }, 'OUT_OF_RANGE'],
  ['entropy', { entropy: -1, uniformEntropy: 1 }, 'OUT_OF_RANGE'],
  ['uniformEntropy', { entropy: 0.5, uniformEntropy: null }, 'REQUIRED'],
  ['repeats', { entropy: null, uniformEntropy: null, repeats: -1 }, 'OUT_OF_RANGE'],
])('refuses a value of %s that no distribution has: %o', async (field, chance, code) => {
  const id = await createSearch(rig, { candidates: 2 });
  const worker = await startWorker(rig);
  const step = stepOf(await worker.lease(0, ['STEP']));
  const bad = { ...step, proposals: step.proposals.map((proposal: Answer) => ({ ...proposal, ...chance })) };
  expect(await worker.refused('commitStep', bad)).toMatchObject([{ field: `proposals.0.${field}`, code }]);
  expect((await look(id)).points).toEqual([]);
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
});
