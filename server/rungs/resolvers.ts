import type { Job } from '../database/entities.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { jobsOf, rungsOf } from './service.ts';

export const resolvers: Resolvers = {
  Search: {
    rungs: (search, _, { database }) => rungsOf(database, search),
  },
  Candidate: {
    rungs: ({ id }, _, { loaders, database }) => loaders.get<string, Job[]>('Candidate.rungs', (ids) => jobsOf(database, ids)).load(id),
  },
};
