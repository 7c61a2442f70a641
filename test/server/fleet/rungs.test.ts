import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Random } from '../../../schema/random.ts';
import { queries } from '../../../server/database/transaction.ts';
import { loseExpired } from '../../../server/fleet/lose.ts';
import { parseId } from '../../../server/ids.ts';
import { type Answer, type Rig, startRig, upload } from '../rig.ts';
import { key, PHASES, type ScriptedWorker, startWorker, stepOf } from '../script.ts';

// whole searches, some hundred requests each
vi.setConfig({ testTimeout: 120_000 });

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());
// what a test leaves open is not the next one's work
afterEach(() => rig.database.query(`UPDATE search SET status = 'STOPPED', finished_at = now() WHERE finished_at IS NULL`));

const RUNGS = [1, 3, 9];

async function createSearch(kind: string, change: { candidates?: number; parallelism?: number; seed?: number } = {}): Promise<string> {
  const { candidates = 12, parallelism = 3, seed = 1 } = change;
  const input = {
    teamId: rig.teamId,
    name: `${kind} of ${candidates}`,
    preset: 'tour',
    plan: {
      seed,
      budget: { candidates },
      parallelism,
      controller: { kind, fidelity: { eta: 3, lowestEpochs: 1 } },
      training: { task: 'CLASSIFICATION', epochs: 9, optimizer: {}, loss: { kind: 'CROSS_ENTROPY' }, trainImages: 1000 },
      reward: 'ACCURACY',
    },
  };
  return (await rig.member.mutate('createSearch', input, 'search { id }')).search.id;
}

/** Accuracy after so many epochs, in closed form: an own limit and speed for each network, so that curves cross. */
function accuracy(notation: string, epoch: number): number {
  const random = Random.of(11, notation);
  const limit = 0.5 + random.uniform() / 2;
  return limit * (1 - Math.exp(-epoch / (0.5 + 4 * random.uniform())));
}

/** Epochs that candidates were trained for, by id: what a worker knows from their checkpoints. */
const trained = new Map<string, number>();

/** Reports the epochs that the work adds. */
async function train(worker: ScriptedWorker, lease: Answer): Promise<void> {
  const { id, notation } = lease.work.trial.candidate;
  const from = trained.get(id) ?? 0;
  const epochs = Array.from({ length: lease.work.epochs - from }, (_, i) => from + 1 + i);
  const metrics = epochs.map((epoch) => ({ name: 'accuracy', split: 'VALIDATION', epoch, value: accuracy(notation, epoch) }));
  await worker.mutate('reportTrial', { ...key(lease), sequence: 1, metrics }, 'wanted');
  trained.set(id, lease.work.epochs);
}
const failure = { reason: 'NAN', message: 'the loss is NaN in epoch 1' };

/** Runs a search to its end with so many workers, whose trials end in any order; `fails` says which. */
async function drive(searchId: string, workers: ScriptedWorker[], { seed = 1, fails = (_: Answer): boolean => false } = {}): Promise<void> {
  const random = Random.of(seed, 'order');
  const held: { worker: ScriptedWorker; lease: Answer }[] = [];
  for (;;) {
    const idle = workers.filter((worker) => !held.some((each) => each.worker === worker));
    for (const worker of random.shuffle(idle)) {
      const lease = await worker.lease();
      if (!lease) continue;
      expect(lease.work.search.id).toBe(searchId);
      if (lease.work.__typename === 'StepWork') await worker.mutate('commitStep', stepOf(lease), 'search { id }');
      else held.push({ worker, lease });
    }
    if (held.length === 0) {
      const { status } = await look(searchId);
      if (status === 'FINISHED') return;
      continue;
    }
    const [{ worker, lease }] = held.splice(random.integer(held.length), 1) as [(typeof held)[0]];
    const failed = fails(lease);
    if (!failed) await train(worker, lease);
    await worker.mutate('finishTrial', { ...key(lease), phases: PHASES, ...(failed && { failure }) }, 'trial { id }');
  }
}

async function look(id: string): Promise<Answer> {
  const { search } = await rig.member.ask<Answer>(
    `query ($id: ID!) { search(id: $id) {
      status secondsLeft best { number } counts { proposed done failed queued running }
      rungs { rung epochs asked planned open done failed promoted best lowestPromoted epochsSpent epochsPlanned seconds }
      climbed: candidates(first: 100, sort: { by: EPOCHS, direction: DESCENDING }) { edges { node { number } } }
      candidates(first: 100) { edges { node {
        id number notation status reward seconds rungs { number rung epochs fromEpochs reward seconds endedAt }
        trial { id status attempt seconds phases { data build training evaluation judging samples waiting earlier other } metrics(names: ["accuracy"]) { epoch value } }
      } } }
    } }`,
    { id },
  );
  return { ...search, candidates: search.candidates.edges.map(({ node }: Answer) => node) };
}

/** All trainings of a search in order of their numbers: candidate, epochs, reward. */
function jobsOf(search: Answer): [number, number, number | null][] {
  return search.candidates
    .flatMap(({ number, rungs }: Answer) => rungs.map((job: Answer) => ({ ...job, candidate: number })))
    .sort((a: Answer, b: Answer) => a.number - b.number)
    .map(({ candidate, epochs, reward }: Answer) => [candidate, epochs, reward]);
}

/** Asks until there is a trial; steps on the way are taken. */
async function trialOf(worker: ScriptedWorker): Promise<Answer> {
  for (;;) {
    const lease = await worker.lease();
    if (!lease || lease.work.__typename === 'TrialWork') return lease;
    await worker.mutate('commitStep', stepOf(lease), 'search { id }');
  }
}

describe.each(['SUCCESSIVE_HALVING', 'HYPERBAND', 'ASHA'])('%s', (kind) => {
  it('is the same search with one worker as with three, whatever order its trials end in', async () => {
    const one = await createSearch(kind);
    await drive(one, [await startWorker(rig)]);
    const three = await createSearch(kind);
    await drive(three, await Promise.all([startWorker(rig), startWorker(rig), startWorker(rig)]), { seed: 5 });
    const [first, second] = [await look(one), await look(three)];
    expect(jobsOf(second)).toEqual(jobsOf(first));
    expect(second.candidates.map(({ notation }: Answer) => notation)).toEqual(first.candidates.map(({ notation }: Answer) => notation));
    expect(jobsOf(first).some(([, epochs]) => epochs === 9)).toBe(true);
  });

  it('gives every candidate the reward of its highest rung, and keeps those of all rungs and the whole curve', async () => {
    const id = await createSearch(kind);
    await drive(id, [await startWorker(rig), await startWorker(rig)], { seed: 2 });
    const search = await look(id);
    expect(search.counts).toMatchObject({ proposed: 12, done: 12, failed: 0, queued: 0, running: 0 });
    for (const { notation, reward, status, rungs, trial, seconds } of search.candidates) {
      const highest = rungs.at(-1);
      expect(status).toBe('DONE');
      expect(reward).toBe(highest.reward);
      expect(reward).toBeCloseTo(accuracy(notation, highest.epochs), 12);
      for (const rung of rungs) expect(rung.reward).toBeCloseTo(accuracy(notation, rung.epochs), 12);
      expect(trial.metrics.map(({ epoch }: Answer) => epoch)).toEqual(Array.from({ length: highest.epochs }, (_, i) => i + 1));
      // all seconds belong to a rung, and to a phase; those of all rungs add up
      const { training, earlier, ...phases } = trial.phases;
      expect(training).toBeCloseTo(rungs.length * PHASES.training, 12);
      expect(earlier).toBe(0);
      expect(Object.values<number>(phases).reduce((sum, part) => sum + part, training)).toBeGreaterThanOrEqual(trial.seconds);
      expect(rungs.reduce((sum: number, rung: Answer) => sum + rung.seconds, 0)).toBeCloseTo(seconds, 6);
    }
    const { rungs } = search;
    expect(rungs.map(({ epochs }: Answer) => epochs)).toEqual(RUNGS);
    const jobs = jobsOf(search);
    for (const { epochs, asked, done, open, failed, best } of rungs) {
      const here = jobs.filter(([, to]) => to === epochs);
      expect({ asked, done, open, failed }).toEqual({ asked: here.length, done: here.length, open: 0, failed: 0 });
      expect(best).toBe(Math.max(...here.map(([, , reward]) => reward!)));
    }
    // by the definition: those that were asked for above and had trained below
    for (const [i, { promoted }] of rungs.entries())
      expect(promoted).toBe(
        search.candidates.filter((each: Answer) => each.rungs.some((job: Answer) => job.rung === i + 1 && job.fromEpochs > 0)).length,
      );
    const epochs = search.candidates.reduce((sum: number, each: Answer) => sum + each.rungs.at(-1).epochs, 0);
    const spent = rungs.reduce((sum: number, each: Answer) => sum + each.epochsSpent, 0);
    expect(spent).toBe(epochs);
    expect(spent).toBeLessThan(12 * 9);
    // when it has ended, what was planned is what was done
    for (const { asked, planned, epochsSpent, epochsPlanned } of rungs) expect([planned, epochsPlanned]).toEqual([asked, epochsSpent]);
    const byEpochs = search.candidates.toSorted(
      (a: Answer, b: Answer) => b.rungs.at(-1).epochs - a.rungs.at(-1).epochs || a.number - b.number,
    );
    expect(search.climbed.edges.map(({ node }: Answer) => node.number)).toEqual(byEpochs.map(({ number }: Answer) => number));
  });

  it('never promotes what failed; its reward is gone, what it had at lower rungs is still shown', async () => {
    const id = await createSearch(kind, { candidates: 12 });
    // every second network fails at once; of the others the first to climb to the highest rung fails there
    const seen = new Set<number>();
    let fell: number | null = null;
    const fails = ({ work }: Answer) => {
      const { number } = work.trial.candidate;
      const climbs = seen.has(number);
      seen.add(number);
      if (climbs && work.epochs === 9 && fell === null) fell = number;
      return number % 2 === 0 || (climbs && fell === number);
    };
    await drive(id, [await startWorker(rig), await startWorker(rig)], { fails });
    const search = await look(id);
    for (const { number, status, reward, rungs } of search.candidates) {
      if (number % 2 === 0) expect({ status, reward, rungs: rungs.length }).toEqual({ status: 'FAILED', reward: null, rungs: 1 });
      else if (number === fell) {
        expect({ status, reward }).toEqual({ status: 'FAILED', reward: null });
        expect(rungs.at(-1).reward).toBeNull();
        expect(rungs[0].reward).toBeGreaterThan(0);
      } else expect(status).toBe('DONE');
    }
    expect(search.best.number).not.toBe(fell);
    if (kind !== 'HYPERBAND') expect(fell).not.toBeNull();
  });
});

describe('a promotion', () => {
  /** Three networks are trained to the first rung, and one of them is out for its promotion. */
  async function promoted(worker: ScriptedWorker, candidates = 9): Promise<{ id: string; lease: Answer; checkpoint: string }> {
    const id = await createSearch('ASHA', { candidates, parallelism: 1 });
    for (;;) {
      const lease = await trialOf(worker);
      const { trial, epochs } = lease.work;
      if (epochs > 1) {
        const { checkpoint } = saved.get(trial.candidate.number)!;
        return { id, lease, checkpoint };
      }
      const bytes = new TextEncoder().encode(`checkpoint of ${trial.candidate.notation}`);
      const checkpoint = await upload(worker, bytes, 'CHECKPOINT');
      await train(worker, lease);
      await worker.mutate('reportTrial', { ...key(lease), sequence: 2, checkpointFileId: checkpoint }, 'wanted');
      await worker.mutate('finishTrial', { ...key(lease), phases: PHASES }, 'trial { id }');
      saved.set(trial.candidate.number, { checkpoint });
    }
  }
  const saved = new Map<number, { checkpoint: string }>();

  it('goes on from the checkpoint of the rung below, under the same numbers of attempts as a new training', async () => {
    const worker = await startWorker(rig);
    const { id, lease } = await promoted(worker);
    expect(lease.work.epochs).toBe(3);
    expect(lease.work.trial.attempt).toBe(1);
    expect(lease.work.checkpointUrl).toMatch(/^http|^\//);
    const candidate = (await look(id)).candidates.find(({ number }: Answer) => number === lease.work.trial.candidate.number);
    expect({ status: candidate.status, rungs: candidate.rungs.length }).toEqual({ status: 'RUNNING', rungs: 2 });
    expect(candidate.reward).toBe(candidate.rungs[0].reward);
    // 9 networks of a third each: what is not asked for is planned, and its time is foreseen
    const search = await look(id);
    expect(search.rungs.map(({ planned, epochsPlanned }: Answer) => [planned, epochsPlanned])).toEqual([
      [9, 9],
      [3, 6],
      [1, 6],
    ]);
    expect(search.secondsLeft).toBeGreaterThan(0);
    await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
    await worker.mutate('releaseLease', key(lease), 'leaseId');
  });

  it('whose lease is lost is queued again, and ends as if nothing had happened', async () => {
    const worker = await startWorker(rig);
    const { id, lease } = await promoted(worker);
    const { query } = queries(rig.database);
    await query(`UPDATE lease SET expires_at = now() - interval '1 minute' WHERE id = $1`, [parseId('Lease', lease.id)]);
    await loseExpired(rig.database);
    await expect(train(worker, lease)).rejects.toThrow(/LEASE_LOST/);
    const other = await startWorker(rig);
    const again = await trialOf(other);
    expect(again.work.trial.id).toBe(lease.work.trial.id);
    expect({ epochs: again.work.epochs, attempt: again.work.trial.attempt }).toEqual({ epochs: 3, attempt: 2 });
    expect(again.work.checkpointUrl).not.toBeNull();
    await train(other, again);
    await other.mutate('finishTrial', { ...key(again), phases: PHASES }, 'trial { id }');
    await drive(id, [other]);
    const undisturbed = await createSearch('ASHA', { candidates: 9, parallelism: 1 });
    await drive(undisturbed, [other]);
    expect(jobsOf(await look(id))).toEqual(jobsOf(await look(undisturbed)));
  });

  it('that is lost three times fails, and the search goes on; tried again it counts for people', async () => {
    const worker = await startWorker(rig);
    const { id, lease } = await promoted(worker);
    const { query } = queries(rig.database);
    for (let held = lease, losses = 0; losses < 3; losses++) {
      await query(`UPDATE lease SET expires_at = now() - interval '1 minute' WHERE id = $1`, [parseId('Lease', held.id)]);
      await loseExpired(rig.database);
      if (losses < 2) held = await trialOf(worker);
    }
    const { number } = lease.work.trial.candidate;
    const find = async () => (await look(id)).candidates.find((each: Answer) => each.number === number);
    expect(await find()).toMatchObject({ status: 'FAILED', reward: null, rungs: [{ epochs: 1 }, { epochs: 3, reward: null }] });
    await drive(id, [worker]);
    expect((await look(id)).status).toBe('FINISHED');
    await rig.member.mutate('retryFailed', { searchId: id }, 'search { id }');
    await drive(id, [worker]);
    expect((await find()).status).toBe('DONE');
    expect((await find()).reward).toBeCloseTo(accuracy(lease.work.trial.candidate.notation, 3), 12);
  });

  it('that waits or runs when its search is stopped leaves the candidate at the rung that it had reached', async () => {
    const worker = await startWorker(rig);
    const { id, lease } = await promoted(worker);
    await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
    await worker.mutate('releaseLease', key(lease), 'leaseId');
    const candidate = (await look(id)).candidates.find(({ number }: Answer) => number === lease.work.trial.candidate.number);
    expect(candidate).toMatchObject({ status: 'DONE', trial: { status: 'DONE' } });
    expect(candidate.reward).toBe(candidate.rungs[0].reward);
  });

  it('keeps its checkpoint: what a trial names is not collected', async () => {
    const worker = await startWorker(rig);
    const { id, checkpoint } = await promoted(worker);
    const { query } = queries(rig.database);
    const rows = await query<{ unwanted_after: Date | null }>('SELECT unwanted_after FROM file WHERE id = $1', [
      parseId('File', checkpoint),
    ]);
    expect(rows).toEqual([{ unwanted_after: null }]);
    await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
  });
});

describe('a step', () => {
  async function stepWith(change: (step: Answer) => void): Promise<Answer> {
    const worker = await startWorker(rig);
    const id = await createSearch('ASHA', { candidates: 9, parallelism: 1 });
    const lease = await worker.lease();
    const step = stepOf(lease);
    change(step);
    const before = await rig.counts();
    const refused = await worker.refused('commitStep', step);
    expect(await rig.counts()).toEqual(before);
    await rig.member.mutate('stopSearch', { searchId: id }, 'search { id }');
    return refused;
  }

  it.each([
    ['proposals.0.epochs', (step: Answer) => delete step.proposals[0].epochs, 'missing; allowed: 1, 3, 9, the rungs'],
    ['proposals.0.epochs', (step: Answer) => Object.assign(step.proposals[0], { epochs: 2 }), '2; allowed: 1, 3, 9, the rungs'],
    ['proposals.0.promotes', (step: Answer) => Object.assign(step.proposals[0], { promotes: 7 }), 'candidate 7 is not in the search'],
    ['state.proposed', (step: Answer) => Object.assign(step.state, { proposed: 3 }), '3; allowed: 1'],
  ])('that is wrong at %s is refused and changes nothing', async (field, change, message) => {
    const [problem] = await stepWith(change);
    expect(problem.field).toBe(field);
    expect(problem.message).toContain(message);
  });

  it('of a controller without rungs must not name any', async () => {
    const worker = await startWorker(rig);
    const input = {
      teamId: rig.teamId,
      name: 'Random',
      preset: 'tour',
      plan: {
        seed: 1,
        budget: { candidates: 2 },
        parallelism: 1,
        controller: { kind: 'RANDOM' },
        training: { task: 'CLASSIFICATION', epochs: 2, optimizer: {}, loss: { kind: 'CROSS_ENTROPY' } },
        reward: 'ACCURACY',
      },
    };
    const { search } = await rig.member.mutate('createSearch', input, 'search { id }');
    const step = stepOf(await worker.lease());
    step.proposals[0].epochs = 1;
    const [problem] = await worker.refused('commitStep', step);
    expect(problem).toMatchObject({ field: 'proposals.0.epochs', message: '1; allowed: nothing for RANDOM, which has no rungs' });
    await rig.member.mutate('stopSearch', { searchId: search.id }, 'search { id }');
  });
});
