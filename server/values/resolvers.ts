import type { Resolvers } from '../resolvers.generated.ts';
import { qValuesOf } from './service.ts';

export const resolvers: Resolvers = {
  Search: {
    qValues: (search, { decisions }, context) => qValuesOf(context, search, decisions),
  },
};
