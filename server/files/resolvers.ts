import { notAllowed, refusals } from '../errors.ts';
import { globalId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { expectFile } from './uploads.ts';

export const fileResolvers: Resolvers = {
  Mutation: {
    createUpload: (_, { input }, { actor, database, files }) =>
      refusals(async () => {
        if (actor.kind !== 'WORKER') throw notAllowed('FORBIDDEN', 'this needs a WORKER token'); // the rule has said so before
        const file = await expectFile(database, actor.teamId, input);
        return { fileId: globalId('File', file.id), uploadUrl: file.storedAt ? null : files.uploadUrl(file.id), userErrors: [] };
      }),
  },
};
