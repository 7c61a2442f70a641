import { Trial } from '../database/entities.ts';
import { globalId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';

export const resolvers: Resolvers = {
  Sample: {
    id: ({ id }) => globalId('Sample', id),
    url: ({ fileId }, _, { files }) => files.url(fileId),
    vectorsUrl: ({ vectorsFileId }, _, { files }) => (vectorsFileId ? files.url(vectorsFileId) : null),
    trial: ({ trialId }, _, { loaders }) => loaders.need(Trial, trialId),
  },
};
