import { memoryOfBatch } from '../../schema/networks/memory.ts';
import { Candidate, type Lease, type Metric, type Sample, Worker } from '../database/entities.ts';
import { whyTrialsWait } from '../fleet/why.ts';
import { globalId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { metricsOf, openLeasesOf, samplesOfTrials } from './service.ts';

export const resolvers: Resolvers = {
  Trial: {
    id: ({ id }) => globalId('Trial', id),
    candidate: ({ candidateId }, _, { loaders }) => loaders.need(Candidate, candidateId),
    failure: ({ failureReason, failureMessage }) => (failureReason ? { reason: failureReason, message: failureMessage ?? '' } : null),
    worker: ({ workerId }, _, { loaders }) => (workerId ? loaders.byId(Worker, workerId) : null),
    progress: async ({ id, status }, _, { loaders, database }) => {
      if (status !== 'RUNNING') return null;
      const lease = await loaders.get<string, Lease | null>('Trial.lease', (ids) => openLeasesOf(database, ids)).load(id);
      return lease?.progress ?? null;
    },
    memoryBytes: async ({ candidateId, batchSize }, _, { loaders }) => {
      const { memoryFixed, memoryPerImage } = await loaders.need(Candidate, candidateId);
      if (batchSize === null || memoryFixed === null || memoryPerImage === null) return null;
      return memoryOfBatch({ fixed: memoryFixed, perImage: memoryPerImage }, batchSize);
    },
    waitsFor: ({ id, status }, _, context) =>
      status === 'QUEUED'
        ? context.loaders.get<string, string | null>('Trial.waitsFor', (ids) => whyTrialsWait(context.database, ids)).load(id)
        : null,
    metrics: async ({ id }, { names }, { loaders, database }) => {
      const all = await loaders.get<string, Metric[]>('Trial.metrics', (ids) => metricsOf(database, ids)).load(id);
      return names ? all.filter(({ name }) => names.includes(name)) : all;
    },
    samples: ({ id }, _, { loaders, database }) =>
      loaders.get<string, Sample[]>('Trial.samples', (ids) => samplesOfTrials(database, ids)).load(id),
    seconds: ({ seconds }) => (seconds > 0 ? seconds : null),
  },
  // trials of earlier versions lack what was not measured then
  TrialPhases: {
    judging: ({ judging }) => judging ?? 0,
    waiting: ({ waiting }) => waiting ?? 0,
    earlier: ({ earlier }) => earlier ?? 0,
    other: ({ other }) => other ?? 0,
  },
};
