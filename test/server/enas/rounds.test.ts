import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { memoryOfBatch, PROCESS_BYTES, USABLE_SHARE } from '../../../schema/networks/memory.ts';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { roundMemory } from '../../../schema/plans/round-memory.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { type Answer, type Rig, startRig, upload } from '../rig.ts';
import { createSearch, key, type ScriptedWorker, startWorker, stepOf, workOn } from '../script.ts';

let rig: Rig;
let worker: ScriptedWorker;
let id: string;
let lease: Answer;
let weights: string;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
/** A search under ENAS whose first round is due, and was leased. */
beforeEach(async () => {
  if (id) await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
  const plan = 'search { id }';
  ({ id } = (await rig.member.mutate('createSearch', { teamId: rig.teamId, name: 'Rounds', preset: 'quick-enas-macro' }, plan)).search);
  worker = await startWorker(rig);
  lease = await worker.lease(0, ['STEP']);
  weights = await upload(worker, Uint8Array.of(1, 2, 3), 'CHECKPOINT');
});

const networks = ['C3, C3', 'C5, C3', 'S3, C3'].map((first) => `MACRO(8) | ${first}, C3, C3, C3, C3 | SM(10)`);
const figures = (round: number, change: object = {}) => ({
  ...{ round, loss: 1, trainReward: 0.5, meanReward: 0.4, baseline: 0.4, bestReward: 0.6, entropy: 3, distinct: 1 },
  ...{ trainSeconds: 60, policySeconds: 30, deriveSeconds: 10 },
  ...change,
});
/** The n-th round as a worker commits it. */
const round = (leased: Answer, number: number, change: object = {}) => ({
  ...{ ...key(leased), version: leased.work.version, checkpointFileId: weights, round: figures(number), reused: [], exhausted: false },
  state: { version: 1, kind: 'ENAS', observed: 0, proposed: number },
  proposals: [{ notation: networks[number - 1], repeats: 0 }],
  ...change,
});
const look = async () =>
  (
    await rig.member.ask<Answer>(
      `query ($id: ID!) { search(id: $id) { rounds { round loss } counts { proposed } timeLeft { seconds } roundProgress { step secondsLeft } } }`,
      { id },
    )
  ).search;

it.each([
  ['an old fence', { fence: 0 }, 'fence', 'LEASE_LOST', /./],
  ['another number', { round: figures(2) }, 'round.round', 'OUT_OF_RANGE', /^2; allowed: 1,/],
  ['no figures', { round: null }, 'round', 'REQUIRED', /missing/],
  ['no weights', { checkpointFileId: null }, 'checkpointFileId', 'REQUIRED', /missing/],
  ['weights that nobody has', { checkpointFileId: 'RmlsZTox' }, 'checkpointFileId', 'UNKNOWN', /does not exist/],
  ['a share above 1', { round: figures(1, { distinct: 1.5 }) }, 'round.distinct', 'OUT_OF_RANGE', /^1.5; allowed: a share/],
  ['time that went back', { round: figures(1, { policySeconds: -1 }) }, 'round.policySeconds', 'OUT_OF_RANGE', /^-1; allowed: 0 or more/],
  ['a negative entropy', { round: figures(1, { entropy: -2 }) }, 'round.entropy', 'OUT_OF_RANGE', /^-2; allowed: 0 or more/],
] as const)('refuses a round with %s, and keeps nothing of it', async (_, change, field, code, message) => {
  const [refused] = await worker.refused('commitStep', round(lease, 1, change));
  expect(refused).toMatchObject({ code, message: expect.stringMatching(message), ...(code !== 'LEASE_LOST' && { field }) });
  expect(await look()).toMatchObject({ rounds: [], counts: { proposed: 0 } });
});

it('refuses two proposals of one round, and a file of weights that is too large', async () => {
  const proposals = networks.slice(0, 2).map((notation) => ({ notation, repeats: 0 }));
  const two = { ...round(lease, 1), proposals, state: { version: 1, kind: 'ENAS', observed: 0, proposed: 2 } };
  expect(await worker.refused('commitStep', two)).toMatchObject([
    { field: 'proposals', code: 'OUT_OF_RANGE', message: '2; allowed: one a round of ENAS' },
  ]);
  const large = { size: 2 ** 30 + 1, sha256: 'a'.repeat(64), mediaType: 'CHECKPOINT' };
  expect(await worker.refused('createUpload', large)).toMatchObject([{ field: 'size', code: 'TOO_LARGE' }]);
  expect((await look()).rounds).toEqual([]);
});

it('refuses rounds of a search under another controller', async () => {
  const other = await createSearch(rig, { candidates: 2 });
  const step = await worker.lease(0, ['STEP']);
  expect(step.work.search.id).toBe(other);
  for (const [field, given] of [
    ['round', { round: figures(1) }],
    ['checkpointFileId', { checkpointFileId: weights }],
  ] as const)
    expect(await worker.refused('commitStep', { ...stepOf(step), ...given })).toMatchObject([
      { field, code: 'NOT_ALLOWED', message: 'given for Q_LEARNING; allowed: for ENAS' },
    ]);
  await workOn(worker, step);
  await rig.member.mutate('stopSearch', { searchId: other }, 'search { id }');
});

it('tells the time left by the rounds: nothing before it is known, then what the worker says, then rounds as long as the last', async () => {
  const trial = (await look()).timeLeft;
  expect(trial).toBeNull();
  const progress = { epoch: 1, epochs: 6, step: 1, steps: 10, imagesPerSecond: 0, loss: 1, preparing: null, secondsLeft: 1000 };
  await worker.mutate('renewLease', { ...key(lease), progress }, 'wanted');
  const begun = await look();
  expect(begun.roundProgress).toEqual({ step: 1, secondsLeft: 1000 });
  // six rounds of 1,000 s and, beside them, what six small trainings take
  expect(begun.timeLeft.seconds).toBeGreaterThan(0.8 * 6000);
  const bad = { ...progress, secondsLeft: -1 };
  expect(await worker.refused('renewLease', { ...key(lease), progress: bad })).toMatchObject([{ field: 'progress.secondsLeft' }]);

  await worker.mutate('commitStep', round(lease, 1), 'search { id }');
  const after = await look();
  expect(after).toMatchObject({ rounds: [{ round: 1, loss: 1 }], counts: { proposed: 1 }, roundProgress: null });
  // five rounds of 100 s
  expect(after.timeLeft.seconds).toBeGreaterThan(0.8 * 500);
  expect(after.timeLeft.seconds).toBeLessThan(begun.timeLeft.seconds - 4000);
  // a repetition after success is answered as success
  await worker.mutate('commitStep', round(lease, 1), 'search { id }');
  expect((await look()).rounds).toHaveLength(1);
});

it('takes memory while it lasts: another waits beside it, and one that fits no worker waits for a larger one', async () => {
  const data = { image: { height: 28, width: 28, channels: 1 }, classes: 10 };
  const { plan } = presets.find(({ name }) => name === 'quick-enas-macro')!;
  const bytes = memoryOfBatch(roundMemory(spacePresets['tour-macro'], data, plan.training), plan.training.batchSize);
  const hostWith = (room: number, workers: number) => ({ host: 'olive', memoryBytes: (room + workers * PROCESS_BYTES) / USABLE_SHARE });
  const waitsFor = async () => {
    const { team } = await rig.member.ask<Answer>('query ($id: ID!) { team(id: $id) { workers { status waitsFor } } }', { id: rig.teamId });
    return team.workers.flatMap((each: Answer) => (each.status === 'IDLE' ? [each.waitsFor] : []));
  };
  await rig.database.query('UPDATE worker SET gone_at = now() WHERE gone_at IS NULL');
  await rig.database.query('UPDATE lease SET ended_at = now() WHERE ended_at IS NULL');
  const host = { ...hostWith(1.5 * bytes, 2), hostId: 'olive' };
  const [first, second] = [await startWorker(rig, host), await startWorker(rig, host)];
  const input = { teamId: rig.teamId, name: 'More', preset: 'quick-enas-macro' };
  const { search: more } = await rig.member.mutate('createSearch', input, 'search { id }');
  const held = await first.lease(0, ['STEP']);
  const [{ taken }] = await rig.database.query('SELECT sum(memory_bytes) AS taken FROM lease WHERE ended_at IS NULL');
  expect(taken).toBe(bytes);
  expect(await second.lease()).toBeNull();
  expect(await waitsFor()).toEqual([
    expect.stringMatching(/^round 1 of (Rounds|More) waits for memory: needs 202 MiB, 101 MiB free on olive$/),
  ]);
  await first.mutate('releaseLease', key(held), 'leaseId');
  const other = await second.lease(0, ['STEP']);
  expect(other.work.__typename).toBe('StepWork');
  await second.mutate('releaseLease', key(other), 'leaseId');

  for (const each of [first, second]) await each.mutate('retireWorker', { workerId: each.workerId }, 'workerId');
  const small = await startWorker(rig, hostWith(0.5 * bytes, 1));
  expect(await small.lease()).toBeNull();
  expect(await waitsFor()).toEqual([
    expect.stringMatching(
      /^round 1 of \w+ waits for a larger memory: takes 202 MiB with batches of 64; the largest worker has 101 MiB for it$/,
    ),
  ]);
  await rig.member.mutate('stopSearch', { searchId: more.id }, 'search { id }');
});
