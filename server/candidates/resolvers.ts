import { memberOf } from '../access/actor.ts';
import type { Context } from '../access/context.ts';
import { type Annotation, Candidate, type FinalMetric, type Reward, type Sample, Search, type Trial } from '../database/entities.ts';
import { globalId, parseId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { compare, metricKindsOf } from './measures.ts';
import { annotationsOf, finalMetricsOf, rewardsOf, samplesOf, trialsOf } from './service.ts';

const annotations = ({ loaders, database }: Context, id: string) =>
  loaders.get<string, Annotation[]>('Candidate.annotations', (ids) => annotationsOf(database, ids)).load(id);
const trials = ({ loaders, database }: Context, id: string) =>
  loaders.get<string, Trial[]>('Candidate.trials', (ids) => trialsOf(database, ids)).load(id);

export const resolvers: Resolvers = {
  Candidate: {
    id: ({ id }) => globalId('Candidate', id),
    search: ({ searchId }, _, { loaders }) => loaders.need(Search, searchId),
    distinct: ({ distinctShare }) => distinctShare,
    rewards: ({ id }, _, { loaders, database }) =>
      loaders.get<string, Reward[]>('Candidate.rewards', (ids) => rewardsOf(database, ids)).load(id),
    finalMetrics: ({ id }, _, { loaders, database }) =>
      loaders.get<string, FinalMetric[]>('Candidate.finalMetrics', (ids) => finalMetricsOf(database, ids)).load(id),
    trials: ({ id }, _, context) => trials(context, id),
    trial: async ({ id }, _, context) => (await trials(context, id))[0] ?? null,
    samples: async ({ id }, { kind }, { loaders, database }) => {
      const all = await loaders.get<string, Sample[]>('Candidate.samples', (ids) => samplesOf(database, ids)).load(id);
      return kind ? all.filter((sample) => sample.kind === kind) : all;
    },
    annotations: ({ id }, _, context) => annotations(context, id),
    viewerAnnotation: async ({ id, searchId }, _, context) => {
      const { teamId } = await context.loaders.need(Search, searchId);
      const viewer = memberOf(context.actor, teamId);
      return (await annotations(context, id)).find(({ memberId }) => memberId === viewer?.id) ?? null;
    },
    picks: async ({ id }, _, context) => (await annotations(context, id)).filter(({ verdict }) => verdict === 'PICKED').length,
    rejections: async ({ id }, _, context) => (await annotations(context, id)).filter(({ verdict }) => verdict === 'REJECTED').length,
    tags: async ({ id }, _, context) => [...new Set((await annotations(context, id)).flatMap(({ tags }) => tags))].sort(),
  },
  Search: {
    comparison: async ({ id }, { x, y }, { database }) => {
      const points = await compare(database, id, x, y);
      return points.map((point) => ({ ...point, id: globalId('Candidate', point.id) }));
    },
    metricKinds: ({ id }, _, { database }) => metricKindsOf(database, id),
  },
  Query: {
    candidate: (_, { id }, { loaders }) => {
      const uuid = parseId('Candidate', id);
      return uuid ? loaders.byId(Candidate, uuid) : null;
    },
  },
};
