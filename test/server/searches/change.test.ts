import { afterAll, beforeAll, expect, it } from 'vitest';
import { endPredicted, guess, nextTrial, PREDICTION, predictedPlan } from '../predictions/scripted.ts';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { createSearch, startWorker, stepOf, workOn, workOnce } from '../script.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const look = async (id: string) =>
  (
    await rig.member.ask<Answer>(
      `query ($id: ID!) { search(id: $id) { status counts { proposed done }
        plan { parallelism budget { candidates } controller { learningRate epsilon { epsilon candidates } } }
        changes { by { id } field before after fromNumber observed }
        candidates(first: 100) { edges { node { notation } } } } }`,
      { id },
    )
  ).search;

const change = (searchId: string, what: object) =>
  rig.member.mutate('changeSearch', { searchId, ...what }, 'search { status plan { budget { candidates } } }');

it('takes every setting from the next step on, and keeps who changed what from when on', async () => {
  const id = await createSearch(rig, { candidates: 6, parallelism: 2 });
  const worker = await startWorker(rig);
  await workOnce(worker);
  await workOn(worker, await worker.lease(0, ['TRIAL']));
  const epsilon = [{ epsilon: 0.5, candidates: 1 }];
  await change(id, { candidates: 3, parallelism: 1, learningRate: 0.5, epsilon });
  const search = await look(id);
  expect(search.plan).toEqual({ parallelism: 1, budget: { candidates: 3 }, controller: { learningRate: 0.5, epsilon } });
  const since = { fromNumber: 3, observed: 0, by: { id: expect.any(String) } };
  expect(search.changes).toEqual([
    { ...since, field: 'candidates', before: 6, after: 3 },
    { ...since, field: 'parallelism', before: 2, after: 1 },
    { ...since, field: 'learningRate', before: 0.01, after: 0.5 },
    { ...since, field: 'epsilon', before: expect.any(Array), after: epsilon },
  ]);
  // what is said again is no change
  await change(id, { parallelism: 1 });
  expect((await look(id)).changes).toHaveLength(4);
  while (await workOnce(worker));
  expect(await look(id)).toMatchObject({ status: 'FINISHED', counts: { done: 3 } });
});

it('refuses a step that was taken under the old plan', async () => {
  const id = await createSearch(rig, { candidates: 4, parallelism: 2 });
  const worker = await startWorker(rig);
  const lease = await worker.lease(0, ['STEP']);
  await change(id, { parallelism: 3 });
  expect(await worker.refused('commitStep', stepOf(lease))).toMatchObject([{ code: 'LEASE_LOST' }]);
  await workOnce(worker);
  expect((await look(id)).counts.proposed).toBe(3);
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
});

it('a change replays: the same search again, with the same change at the same place', async () => {
  const runs: string[][] = [];
  for (let run = 0; run < 2; run++) {
    const id = await createSearch(rig, { candidates: 8, parallelism: 2 });
    const worker = await startWorker(rig);
    for (let done = 0; done < 3; ) if ((await workOnce(worker))!.work.__typename === 'TrialWork') done++;
    // a step is due or not, as it happens: the change is made where two results are observed
    while ((await look(id)).counts.proposed < 5) await workOnce(worker);
    await change(id, { learningRate: 0.9, epsilon: [{ epsilon: 0, candidates: 1 }] });
    while (await workOnce(worker));
    const { candidates, changes } = await look(id);
    expect(changes[0].fromNumber).toBe(6);
    runs.push(candidates.edges.map(({ node }: Answer) => node.notation));
  }
  expect(runs[0]).toHaveLength(8);
  expect(runs[1]).toEqual(runs[0]);
});

it('lowers a budget to what is proposed, which ends the search, and goes on when it is raised', async () => {
  const id = await createSearch(rig, { candidates: 6, parallelism: 1 });
  const worker = await startWorker(rig);
  for (let done = 0; done < 2; ) if ((await workOnce(worker))!.work.__typename === 'TrialWork') done++;
  const { proposed } = (await look(id)).counts;
  await change(id, { candidates: proposed });
  while (await workOnce(worker));
  expect(await look(id)).toMatchObject({ status: 'FINISHED', counts: { proposed } });
  expect(await rig.member.refused('changeSearch', { searchId: id, parallelism: 2 })).toMatchObject([
    { field: 'candidates', code: 'REQUIRED' },
  ]);
  expect((await change(id, { candidates: proposed + 2 })).search.status).toBe('RUNNING');
  while (await workOnce(worker));
  expect(await look(id)).toMatchObject({ status: 'FINISHED', counts: { proposed: proposed + 2, done: proposed + 2 } });
});

it('refuses, with field, value and what is allowed, and changes nothing', async () => {
  const id = await createSearch(rig, { candidates: 4, parallelism: 2 });
  const worker = await startWorker(rig);
  await workOnce(worker);
  const refused = (what: object) => rig.member.refused('changeSearch', { searchId: id, ...what });
  expect(await refused({ candidates: 1, parallelism: 65, learningRate: 0 })).toMatchObject([
    { field: 'parallelism', code: 'OUT_OF_RANGE' },
    { field: 'learningRate', code: 'OUT_OF_RANGE' },
    { field: 'candidates', code: 'OUT_OF_RANGE', message: expect.stringContaining('from 2') },
  ]);
  expect(await refused({ entropyWeight: 1 })).toMatchObject([
    {
      field: 'entropyWeight',
      code: 'NOT_ALLOWED',
      message: 'given for Q_LEARNING, which has none; allowed: for REINFORCE, NAS, PPO, ENAS',
    },
  ]);
  expect(await refused({ epsilon: [{ epsilon: 2, candidates: 1 }] })).toMatchObject([{ field: 'epsilon.0.epsilon' }]);
  expect(await look(id)).toMatchObject({ plan: { parallelism: 2, budget: { candidates: 4 } }, changes: [] });
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
  expect(await refused({ parallelism: 1 })).toMatchObject([{ field: 'searchId', code: 'CONFLICT' }]);
});

it('early stop holds for the candidates to come, and what was begun under a prediction ends by it', async () => {
  const plan = predictedPlan({ prediction: null });
  const made = await rig.member.mutate('createSearch', { teamId: rig.teamId, name: 'Stops', preset: 'tour', plan }, 'search { id }');
  const { id } = made.search;
  const worker = await startWorker(rig);
  const workOf = async (lease: Answer) =>
    (
      await worker.ask<Answer>(
        `query ($id: ID!) { node(id: $id) { ... on Lease { work { ... on TrialWork {
           patience prediction { epoch limit best rows { reward } } trial { candidate { number } } } } } } }`,
        { id: lease.id },
      )
    ).node.work;
  for (let done = 0; done < 7; done++) await workOn(worker, (await nextTrial(worker))!);
  let lease = (await nextTrial(worker))!;
  await change(id, { patience: 3, prediction: { ...PREDICTION, fullEvery: 100 } });
  const { fromNumber } = (await look(id)).changes[0];
  let work = await workOf(lease);
  // what is proposed already is trained as it was meant to be, whether it has begun or not
  for (; work.trial.candidate.number < fromNumber; work = await workOf(lease)) {
    expect(work).toMatchObject({ patience: null, prediction: null });
    await workOn(worker, lease);
    lease = (await nextTrial(worker))!;
  }
  expect(work).toMatchObject({ patience: 3, prediction: { epoch: 1, limit: 0.5 }, trial: { candidate: { number: fromNumber } } });

  // what was said before is no change, whatever order a database keeps it in
  await change(id, { prediction: { ...PREDICTION, fullEvery: 100 } });
  expect((await look(id)).changes).toHaveLength(2);
  await change(id, { prediction: null });
  const { fromNumber: off } = (await look(id)).changes[2];
  await endPredicted(worker, lease, guess(work.prediction, 0.25, true));
  for (let next = await nextTrial(worker); next; next = await nextTrial(worker)) {
    const { patience, prediction, trial } = await workOf(next);
    expect(patience).toBe(3);
    expect(prediction === null).toBe(trial.candidate.number >= off);
    await workOn(worker, next);
  }
  const { search } = await rig.member.ask<Answer>(
    'query ($id: ID!) { search(id: $id) { status counts { done stoppedEarly } predictions { stopped } changes { field before after } } }',
    { id },
  );
  const on = { regressor: 'SVR', share: 0.25, limit: 0.5, minimum: 5, fullEvery: 100 };
  expect(search).toEqual({
    status: 'FINISHED',
    counts: { done: 13, stoppedEarly: 1 },
    predictions: { stopped: 1 },
    changes: [
      { field: 'patience', before: null, after: 3 },
      { field: 'prediction', before: null, after: on },
      { field: 'prediction', before: on, after: null },
    ],
  });
});

it('refuses an early stop that is none, or where nothing can be stopped', async () => {
  const refused = async (controller: object, what: object, epochs = 2) => {
    const plan = predictedPlan({ prediction: null, controller });
    const input = { teamId: rig.teamId, name: 'Stops', preset: 'tour', plan: { ...plan, training: { ...plan.training, epochs } } };
    const { search } = await rig.member.mutate('createSearch', input, 'search { id }');
    const errors = await rig.member.refused('changeSearch', { searchId: search.id, ...what });
    await rig.member.mutate('stopSearch', { searchId: search.id }, 'search { id }');
    return errors.map(({ field, message }) => `${field}: ${message}`);
  };
  expect(await refused({ kind: 'RANDOM' }, { patience: 0, prediction: { share: 1, minimum: 4 } })).toEqual([
    'patience: 0; allowed: a whole number from 1 to 1000',
    'prediction.share: 1; allowed: above 0 below 1',
    'prediction.minimum: 4; allowed: a whole number from 5 to 256',
  ]);
  expect(await refused({ kind: 'RANDOM' }, { prediction: {} }, 1)).toEqual([
    "prediction: given where the plan's epochs are 1; allowed: at least 2 where candidates are stopped early",
  ]);
  const [said] = await refused({ kind: 'ASHA' }, { prediction: {} }, 4);
  expect(said).toMatch(/^prediction: given for ASHA, which stops candidates itself; allowed: for .*Q_LEARNING.*RANDOM/);
  expect(said).not.toMatch(/allowed: .*(ASHA|HYPERBAND|ENAS)/);
});

it('changes the policy of ENAS between two rounds: one that was under way is not taken', async () => {
  const made = await rig.member.mutate(
    'createSearch',
    { teamId: rig.teamId, name: 'ENAS', preset: 'quick-enas-macro' },
    'search { id plan { budget { candidates } controller { learningRate policy { entropyWeight } } } }',
  );
  const { id, plan } = made.search;
  const worker = await startWorker(rig);
  const lease = await worker.lease(0, ['STEP']);
  expect(lease.work.search.id).toBe(id);
  await change(id, { entropyWeight: 0.5, learningRate: 0.25, candidates: plan.budget.candidates + 1 });
  const { version } = lease.work;
  const step = { version, state: { version: 1, kind: 'ENAS', observed: 0, proposed: 0 }, proposals: [], reused: [], exhausted: false };
  expect(await worker.refused('commitStep', { leaseId: lease.id, fence: lease.fence, ...step })).toMatchObject([{ code: 'LEASE_LOST' }]);
  const again = await worker.lease(0, ['STEP']);
  expect(again.work.search.plan).toMatchObject({
    budget: { candidates: plan.budget.candidates + 1 },
    controller: { learningRate: plan.controller.learningRate, policy: { entropyWeight: 0.5, learningRate: 0.25 } },
  });
  expect(again.work.version).toBe(version);
  expect(await rig.member.refused('changeSearch', { searchId: id, epsilon: [] })).toMatchObject([
    { field: 'epsilon', code: 'NOT_ALLOWED' },
  ]);
  await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
});
