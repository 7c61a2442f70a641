import type { Prediction } from '../database/entities.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { predictionsOf, reportOf } from './report.ts';

export const resolvers: Resolvers = {
  Candidate: {
    prediction: ({ id }, _, { loaders, database }) =>
      loaders.get<string, Prediction | null>('Candidate.prediction', (ids) => predictionsOf(database, ids)).load(id),
  },
  Search: {
    predictions: (search, _, context) => reportOf(context, search),
  },
};
