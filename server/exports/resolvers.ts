import { Candidate } from '../database/entities.ts';
import { refusals } from '../errors.ts';
import { parseId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { exportModel } from './export-model.ts';

export const exportResolvers: Resolvers = {
  Mutation: {
    exportModel: (_, { input }, { loaders, database, files, signal }) =>
      refusals(async () => {
        const candidate = await loaders.need(Candidate, parseId('Candidate', input.candidateId)!); // the rule has seen it
        const { format, name, file } = await exportModel({ database, store: files.store, signal }, candidate, input.format);
        const { id, size, unwantedAfter } = file;
        return { export: { format, name, size: Number(size), url: files.url(id), expiresAt: unwantedAfter! }, userErrors: [] };
      }),
  },
};
