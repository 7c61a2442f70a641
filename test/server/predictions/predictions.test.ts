import { afterAll, beforeAll, expect, it } from 'vitest';
import { FEATURES } from '../../../schema/prediction/features.ts';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { key, PHASES, startWorker, workOn } from '../script.ts';
import { endPredicted, guess, nextTrial, PREDICTION, predictedPlan, predictionOf } from './scripted.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const inputOf = (change: object = {}) => ({ teamId: rig.teamId, name: 'Predicted', preset: 'tour', plan: predictedPlan(change) });

async function create(change: object = {}): Promise<string> {
  const { search } = await rig.member.mutate('createSearch', inputOf(change), 'search { id }');
  return search.id;
}

const stop = (id: string) => rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');

const PARTS = 'number status reward rewards { kind } prediction { epoch epochs value low high chance best rows stops }';

async function look(id: string): Promise<Answer> {
  const { search } = await rig.member.ask<Answer>(
    `query ($id: ID!) { search(id: $id) { status best { number reward } counts { done stoppedEarly failed }
       predictions { points { number predicted reward unbiased } error { count r2 spearman covered } unbiased { count } stopped savedEpochs savedShare savedSeconds }
       candidates(first: 50) { edges { node { ${PARTS} trial { status attempt } } } } } }`,
    { id },
  );
  return { ...search, candidates: search.candidates.edges.map(({ node }: Answer) => node) };
}

it('gives each trial what its controller knew, stops what has no chance, and tells what that was worth', async () => {
  const id = await create();
  const worker = await startWorker(rig);
  const seen: { number: number; rows: number; limit: number | null }[] = [];
  for (let lease = await nextTrial(worker); lease; lease = await nextTrial(worker)) {
    const { number } = lease.work.trial.candidate;
    const work = await predictionOf(worker, lease);
    const known = (await look(id)).candidates.filter((each: Answer) => each.number <= number - 2 && each.status === 'DONE');
    if (known.length < PREDICTION.minimum) {
      expect(work, `candidate ${number}`).toBeNull();
      await workOn(worker, lease);
      continue;
    }
    seen.push({ number, rows: work.rows.length, limit: work.limit });
    expect(work).toMatchObject({ regressor: 'SVR', seed: 1, epoch: 1, reward: 'ACCURACY', limit: number % 4 === 0 ? null : 0.5 });
    expect(work.rows.map(({ reward }: Answer) => reward)).toEqual(known.map(({ reward }: Answer) => reward));
    expect(work.best).toBe(Math.max(...known.map(({ reward }: Answer) => reward)));
    expect(work.features).toHaveLength(FEATURES.length);
    expect(work.rows.every((row: Answer) => row.curve.length === 1 && row.features.length === FEATURES.length)).toBe(true);
    const stops = work.limit !== null && number % 2 === 1;
    await endPredicted(worker, lease, stops ? guess(work, 0.3 + number / 1000, true) : guess(work, 0.6, false));
  }

  const search = await look(id);
  expect(search.status).toBe('FINISHED');
  // the first to be predicted is the one whose controller knew five results
  expect(seen.map(({ number }) => number)).toEqual([7, 8, 9, 10, 11, 12, 13, 14]);
  const stopped = search.candidates.filter((each: Answer) => each.status === 'STOPPED_EARLY');
  expect(stopped.map(({ number }: Answer) => number)).toEqual([7, 9, 11, 13]);
  for (const each of stopped) {
    expect(each.reward).toBe(0.3 + each.number / 1000);
    // nobody measured it
    expect(each.rewards).toEqual([]);
    expect(each.prediction).toMatchObject({ epoch: 1, epochs: 2, value: each.reward, chance: 0.01, stops: true });
    expect(each.trial.status).toBe('STOPPED_EARLY');
  }
  expect(search.counts).toEqual({ done: 10, stoppedEarly: 4, failed: 0 });
  const done = search.candidates.filter((each: Answer) => each.status === 'DONE');
  expect(search.best.reward).toBe(Math.max(...done.map(({ reward }: Answer) => reward)));
  const { points, error, unbiased, ...saved } = search.predictions;
  expect(points.map((point: Answer) => [point.number, point.predicted, point.unbiased])).toEqual([
    [8, 0.6, true],
    [10, 0.6, false],
    [12, 0.6, true],
    [14, 0.6, false],
  ]);
  expect(error).toMatchObject({ count: 4, spearman: null });
  expect(unbiased.count).toBe(2);
  // each of 4 was trained for one epoch of two, among 14 with two each
  expect(saved).toMatchObject({ stopped: 4, savedEpochs: 4, savedShare: 4 / 28 });
  expect(saved.savedSeconds).toBeGreaterThan(0);
});

it('teaches the controller the predicted reward of a candidate that was stopped', async () => {
  const id = await create({ parallelism: 1, prediction: { ...PREDICTION, fullEvery: 100 } });
  const worker = await startWorker(rig);
  for (let i = 0; i < 5; i++) await workOn(worker, (await nextTrial(worker))!);
  const lease = (await nextTrial(worker))!;
  const work = await predictionOf(worker, lease);
  await worker.mutate('reportTrial', { ...key(lease), sequence: 1, prediction: guess(work, 0.125, true) }, 'wanted');
  await worker.mutate('finishTrial', { ...key(lease), stoppedEarly: true, phases: PHASES }, 'trial { id }');
  const step = await worker.lease();
  expect(step.work.results).toEqual([{ number: 6, notation: lease.work.trial.candidate.notation, reward: 0.125 }]);
  await worker.mutate('releaseLease', { ...key(step), reason: 'enough' }, 'leaseId');
  await stop(id);
});

it('refuses what is no prediction, or an early end without one, and changes nothing', async () => {
  const id = await create({ parallelism: 1, prediction: { ...PREDICTION, fullEvery: 100 } });
  const worker = await startWorker(rig);
  for (let i = 0; i < 5; i++) await workOn(worker, (await nextTrial(worker))!);
  const lease = (await nextTrial(worker))!;
  const good = guess(await predictionOf(worker, lease), 0.5, true);
  const before = await rig.counts();
  const refused = async (change: object) => {
    const errors = await worker.refused('reportTrial', { ...key(lease), sequence: 1, prediction: { ...good, ...change } });
    return errors.map(({ field, code }) => `${field} ${code}`);
  };
  expect(await refused({ chance: 1.5 })).toEqual(['prediction.chance OUT_OF_RANGE']);
  expect(await refused({ chance: -0.1 })).toEqual(['prediction.chance OUT_OF_RANGE']);
  expect(await refused({ epoch: 2 })).toEqual(['prediction.epoch OUT_OF_RANGE']);
  expect(await worker.refused('finishTrial', { ...key(lease), stoppedEarly: true, phases: PHASES })).toMatchObject([
    { field: 'stoppedEarly', code: 'NOT_ALLOWED' },
  ]);
  // one that says that it goes on is none to end by
  await worker.mutate('reportTrial', { ...key(lease), sequence: 1, prediction: { ...good, stops: false } }, 'wanted');
  expect(await worker.refused('finishTrial', { ...key(lease), stoppedEarly: true, phases: PHASES })).toMatchObject([
    { field: 'stoppedEarly' },
  ]);
  expect(await rig.counts()).toEqual({ ...before, prediction: before.prediction! + 1 });
  await stop(id);

  const plain = await create({ prediction: null });
  const other = (await nextTrial(worker))!;
  expect(await predictionOf(worker, other)).toBeNull();
  expect(await worker.refused('reportTrial', { ...key(other), sequence: 1, prediction: good })).toMatchObject([
    { field: 'prediction', code: 'NOT_ALLOWED' },
  ]);
  expect((await look(plain)).predictions).toBeNull();
  await stop(plain);
});

it('after a lost lease the next attempt is given the same, and its prediction holds', async () => {
  const id = await create({ parallelism: 1, prediction: { ...PREDICTION, fullEvery: 100 } });
  const worker = await startWorker(rig);
  for (let i = 0; i < 5; i++) await workOn(worker, (await nextTrial(worker))!);
  const lost = (await nextTrial(worker))!;
  const first = await predictionOf(worker, lost);
  await worker.mutate('reportTrial', { ...key(lost), sequence: 1, prediction: guess(first, 0.2, true) }, 'wanted');
  await rig.database.query(`UPDATE lease SET expires_at = now() - interval '1 second' WHERE ended_at IS NULL`);
  await expect.poll(async () => (await look(id)).candidates.at(-1).trial.status, { timeout: 10_000 }).toBe('QUEUED');
  const other = await startWorker(rig);
  const lease = (await nextTrial(other))!;
  expect(await predictionOf(other, lease)).toEqual(first);
  expect(await worker.refused('finishTrial', { ...key(lost), stoppedEarly: true, phases: PHASES })).toMatchObject([{ code: 'LEASE_LOST' }]);
  await other.mutate('reportTrial', { ...key(lease), sequence: 1, prediction: guess(first, 0.25, true) }, 'wanted');
  await other.mutate('finishTrial', { ...key(lease), stoppedEarly: true, phases: PHASES }, 'trial { id }');
  // a repetition changes nothing
  await other.mutate('finishTrial', { ...key(lease), stoppedEarly: true, phases: PHASES }, 'trial { id }');
  expect((await look(id)).candidates.at(-1)).toMatchObject({ number: 6, status: 'STOPPED_EARLY', reward: 0.25 });
  await stop(id);
});

it('what a plan says of it is read back, and what is wrong is refused with its field', async () => {
  const id = await create({ prediction: { regressor: 'FOREST' } });
  const { search } = await rig.member.ask<Answer>(
    'query ($id: ID!) { search(id: $id) { plan { prediction { regressor share limit minimum fullEvery } } } }',
    { id },
  );
  expect(search.plan.prediction).toEqual({ regressor: 'FOREST', share: 0.25, limit: 0.05, minimum: 20, fullEvery: 10 });
  await stop(id);
  expect(await rig.member.refused('createSearch', inputOf({ prediction: { share: 1, fullEvery: 0 } }))).toMatchObject([
    { field: 'plan.prediction.share', code: 'OUT_OF_RANGE' },
    { field: 'plan.prediction.fullEvery', code: 'OUT_OF_RANGE' },
  ]);
});
