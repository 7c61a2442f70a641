import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { accuracies, createSearch, key, look, PHASES, report, type ScriptedWorker, startWorker, workOn, workOnce } from '../script.ts';

/* Several short trials of one search: leased together, ended together. */

let rig: Rig;
let worker: ScriptedWorker;
let id: string;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
beforeEach(async () => {
  if (id) await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
  id = await createSearch(rig, { candidates: 12, parallelism: 6 });
  worker = await startWorker(rig);
  await workOnce(worker);
});

const MANY = `mutation ($input: LeaseWorkInput!) { leaseWork(input: $input) { ${['lease', 'more']
  .map((field) => `${field} { id fence work { ... on TrialWork { trial { id candidate { id number notation } } } } }`)
  .join(' ')} userErrors { field message code } } }`;

async function leaseMany(most: number, asker: ScriptedWorker = worker): Promise<Answer[]> {
  const { leaseWork } = await asker.ask<Answer>(MANY, { input: { workerId: asker.workerId, most } });
  expect(leaseWork.userErrors).toEqual([]);
  return leaseWork.lease ? [leaseWork.lease, ...leaseWork.more] : [];
}

const numbers = (leases: Answer[]) => leases.map(({ work }) => work.trial.candidate.number);

const ended = (lease: Answer) => {
  const metrics = accuracies(lease.work.trial.candidate.notation).flatMap((value, i) => [
    { name: 'accuracy', split: 'VALIDATION', epoch: i + 1, value },
    { name: 'loss', split: 'VALIDATION', epoch: i + 1, value: 1 - value + 0.01 },
  ]);
  return { ...key(lease), sequence: 1, metrics, phases: PHASES };
};

const finish = (trials: object[], asker = worker) => asker.mutate('finishTrials', { trials }, 'refused { leaseId userErrors { code } }');

const rewardsOf = async () => {
  const rows = (await rig.database.query(
    `SELECT candidate.number, candidate.status, candidate.reward, reward.kind, reward.value, final_metric.name, final_metric.value AS final
     FROM candidate JOIN search ON search.id = search_id
     LEFT JOIN reward ON reward.candidate_id = candidate.id LEFT JOIN final_metric ON final_metric.candidate_id = candidate.id
     WHERE search.status = 'RUNNING' AND candidate.status IN ('DONE', 'FAILED') ORDER BY 1, 4, 6`,
  )) as Answer[];
  return rows;
};

it('gives several in the order of their numbers, within the parallelism and the worker’s share', async () => {
  const first = await leaseMany(4);
  expect(numbers(first)).toEqual([1, 2, 3, 4].slice(0, first.length));
  const other = await startWorker(rig);
  const next = await leaseMany(32, other);
  expect(numbers([...first, ...next])).toEqual([1, 2, 3, 4, 5, 6].slice(0, first.length + next.length));
  expect(first.length + next.length).toBeLessThanOrEqual(6);
});

it('refuses numbers that it does not give', async () => {
  for (const most of [0, 65]) {
    const { leaseWork } = await worker.ask<Answer>(MANY, { input: { workerId: worker.workerId, most } });
    expect(leaseWork).toMatchObject({ lease: null, userErrors: [{ field: 'most', code: 'OUT_OF_RANGE' }] });
  }
});

it('ends several at once with the rewards that they have one by one, and once only', async () => {
  const leases: Answer[] = [];
  while (leases.length < 4) leases.push(...(await leaseMany(4 - leases.length)));
  expect(await finish(leases.map(ended))).toMatchObject({ refused: [] });
  const together = await rewardsOf();
  expect(new Set(together.map(({ number }) => number))).toEqual(new Set([1, 2, 3, 4]));
  const events = () => rig.database.query('SELECT last FROM feed');
  const before = await events();
  expect(await finish(leases.map(ended))).toMatchObject({ refused: [] });
  expect(await events()).toEqual(before);
  expect(await rewardsOf()).toEqual(together);

  // the same networks of another search with the same seed, one by one
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
  id = await createSearch(rig, { candidates: 12, parallelism: 6 });
  await workOnce(worker);
  for (let i = 0; i < 4; i++) {
    const lease = (await worker.lease(0, ['TRIAL']))!;
    await report(worker, lease);
    await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
  }
  expect(await rewardsOf()).toEqual(together);
});

it('refuses one under an old fence or with bad numbers, and ends the others', async () => {
  const leases: Answer[] = [];
  while (leases.length < 3) leases.push(...(await leaseMany(3 - leases.length)));
  const [late, bad, good] = leases.map(ended) as [Answer, Answer, Answer];
  const all = [{ ...late, fence: late.fence + 1 }, { ...bad, metrics: [{ ...bad.metrics[0], name: '1' }] }, good];
  const { refused } = await finish(all);
  expect(refused.map(({ leaseId, userErrors: [{ code }] }: Answer) => [leaseId, code])).toEqual([
    [late.leaseId, 'LEASE_LOST'],
    [bad.leaseId, 'NOT_ALLOWED'],
  ]);
  expect((await look(rig, id)).counts.done).toBe(1);
  expect(await worker.refused('finishTrials', { trials: [] })).toMatchObject([{ field: 'trials', code: 'OUT_OF_RANGE' }]);
});

it('gives a trial whose lease was lost alone: it takes no other with it', async () => {
  await leaseMany(1);
  await rig.database.query(`UPDATE lease SET expires_at = now() - interval '1 second' WHERE ended_at IS NULL`);
  const lost = () =>
    rig.database.query("SELECT FROM trial JOIN search ON search.id = search_id WHERE losses = 1 AND search.status = 'RUNNING'");
  await expect.poll(lost, { timeout: 10_000 }).toHaveLength(1);
  expect(numbers(await leaseMany(32))).toEqual([1]);
  const next = await leaseMany(32);
  expect(numbers(next)[0]).toBe(2);
  for (const lease of next) await workOn(worker, { ...lease, work: { ...lease.work, __typename: 'TrialWork' } });
  expect((await look(rig, id)).counts.done).toBe(next.length);
});
