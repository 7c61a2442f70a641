import type { WorkerToken } from '../access/actor.ts';
import type { Context } from '../access/context.ts';
import { type Lease, Search, Trial, Worker } from '../database/entities.ts';
import { notAllowed, Refused, refusals, refuse } from '../errors.ts';
import { globalId, parseId } from '../ids.ts';
import type { LeaseWorkInput, Resolvers } from '../resolvers.generated.ts';
import { commitStep } from './commit-step.ts';
import { finishTrial } from './finish-trial.ts';
import { finishTrials } from './finish-trials.ts';
import { leaseWork } from './lease-work.ts';
import { MOST_LEASES, MOST_WAIT_SECONDS } from './limits.ts';
import { releaseLease } from './release.ts';
import { renewLease } from './renew.ts';
import { reportTrial } from './report-trial.ts';
import { waitFor } from './wait.ts';
import { whyWorkersWait } from './why.ts';
import { leasesOf, workOf } from './work.ts';
import { registerWorker, retireWorker, workerStatus, workersOf } from './workers.ts';

/** @throws FORBIDDEN for anyone but a worker's token; policy.ts has refused them before */
function workerToken({ actor }: Context): WorkerToken {
  if (actor.kind !== 'WORKER') throw notAllowed('FORBIDDEN', 'this needs a WORKER token');
  return actor;
}

const leaseOf = (context: Context, workerId: string) =>
  context.loaders.get<string, Lease | null>('Worker.lease', (ids) => leasesOf(context, ids)).load(workerId);

/** Refusals of a mutation whose payload always says whether the work is wanted. */
async function orUnwanted<T extends object>(work: () => Promise<T>) {
  const result = await refusals(work);
  return { wanted: false, ...result };
}

async function lease(context: Context, { workerId, accepts, waitSeconds = 0, most = 1 }: LeaseWorkInput): Promise<Lease[]> {
  if (waitSeconds < 0 || waitSeconds > MOST_WAIT_SECONDS)
    throw new Refused(refuse('waitSeconds', `${waitSeconds}; allowed: 0 to ${MOST_WAIT_SECONDS}`, 'OUT_OF_RANGE'));
  if (most < 1 || most > MOST_LEASES) throw new Refused(refuse('most', `${most}; allowed: 1 to ${MOST_LEASES}`, 'OUT_OF_RANGE'));
  const worker = parseId('Worker', workerId)!;
  const granted = await waitFor(context, workerToken(context).teamId, waitSeconds, () =>
    leaseWork(context.database, worker, accepts ?? ['STEP', 'TRIAL'], most),
  );
  if (!granted || !context.signal.aborted) return granted ?? [];
  // nobody is there to take it
  for (const { id, fence } of granted) await releaseLease(context.database, { leaseId: globalId('Lease', id), fence }, null);
  return [];
}

export const resolvers: Resolvers = {
  Worker: {
    id: ({ id }) => globalId('Worker', id),
    status: async (worker, _, context) => workerStatus(worker, await leaseOf(context, worker.id)),
    lease: ({ id }, _, context) => leaseOf(context, id),
    waitsFor: async (worker, _, context) => {
      if (workerStatus(worker, await leaseOf(context, worker.id)) !== 'IDLE') return null;
      return context.loaders.get<string, string | null>('Worker.waitsFor', (ids) => whyWorkersWait(context.database, ids)).load(worker.id);
    },
  },
  Lease: {
    id: ({ id }) => globalId('Lease', id),
    worker: ({ workerId }, _, { loaders }) => loaders.need(Worker, workerId),
    search: ({ searchId }, _, { loaders }) => loaders.need(Search, searchId),
    trial: ({ trialId }, _, { loaders }) => (trialId ? loaders.need(Trial, trialId) : null),
    work: (held, _, context) => workOf(held, context),
  },
  CommitStepPayload: {
    // read again where somebody asks: workers don't
    search: ({ search }, _, { loaders }) => (search ? loaders.need(Search, search.id) : null),
  },
  Team: {
    workers: ({ id }, _, { database }) => workersOf(database, id),
  },
  Mutation: {
    registerWorker: (_, { input }, context) =>
      refusals(async () => ({
        worker: await registerWorker(context.database, workerToken(context), { ...input, reproducible: input.reproducible ?? true }),
        userErrors: [],
      })),
    retireWorker: (_, { input: { workerId } }, { database }) =>
      refusals(async () => {
        await retireWorker(database, parseId('Worker', workerId)!);
        return { workerId, userErrors: [] };
      }),
    leaseWork: (_, { input }, context) =>
      refusals(async () => {
        const [first, ...more] = await lease(context, input);
        // what mutations before it in the same request, or this one, have changed
        context.loaders.clear();
        return { lease: first ?? null, more, userErrors: [] };
      }),
    renewLease: (_, { input }, context) =>
      orUnwanted(async () => {
        const renewed = await renewLease(context.database, input, input.progress ?? null);
        const { searchId, trialId } = renewed.lease;
        if (trialId && input.progress) await context.feed.publishProgress(searchId, trialId);
        return { ...renewed, userErrors: [] };
      }),
    releaseLease: (_, { input }, { database }) =>
      refusals(async () => {
        await releaseLease(database, input, input.reason ?? null);
        return { leaseId: input.leaseId, userErrors: [] };
      }),
    commitStep: (_, { input }, { database }) =>
      refusals(async () => {
        const search = await commitStep(database, { ...input, reused: input.reused ?? [], exhausted: input.exhausted ?? false });
        return { search, userErrors: [] };
      }),
    reportTrial: (_, { input }, { database }) =>
      orUnwanted(async () => ({
        ...(await reportTrial(database, { ...input, metrics: input.metrics ?? [], samples: input.samples ?? [] })),
        userErrors: [],
      })),
    finishTrial: (_, { input }, { database }) => refusals(async () => ({ trial: await finishTrial(database, input), userErrors: [] })),
    finishTrials: (_, { input }, context) =>
      refusals(async () => {
        const trials = input.trials.map((trial) => ({ ...trial, metrics: trial.metrics ?? [] }));
        return { refused: await finishTrials(context.database, workerToken(context).teamId, trials), userErrors: [] };
      }),
  },
};
