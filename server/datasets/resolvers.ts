import { globalId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { datasetsOf } from './service.ts';

export const resolvers: Resolvers = {
  Dataset: {
    id: ({ id }) => globalId('Dataset', id),
  },
  Team: {
    datasets: ({ id }, _, { database }) => datasetsOf(database, id),
  },
};
