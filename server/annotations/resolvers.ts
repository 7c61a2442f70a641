import { type Context, requireRole } from '../access/context.ts';
import { Candidate, Member, Search } from '../database/entities.ts';
import { refusals } from '../errors.ts';
import { globalId, parseId } from '../ids.ts';
import type { Resolvers } from '../resolvers.generated.ts';
import { annotateCandidate } from './annotate.ts';
import { choicesOf, overOf, recordChoice } from './choose.ts';

/** Who speaks in the search. */
async function speaker(context: Context, searchId: string) {
  const { teamId } = await context.loaders.need(Search, searchId);
  return { teamId, memberId: requireRole(context, teamId, 'MEMBER').id };
}

export const resolvers: Resolvers = {
  Annotation: {
    id: ({ id }) => globalId('Annotation', id),
    candidate: ({ candidateId }, _, { loaders }) => loaders.need(Candidate, candidateId),
    member: ({ memberId }, _, { loaders }) => loaders.need(Member, memberId),
  },
  Choice: {
    id: ({ id }) => globalId('Choice', id),
    search: ({ searchId }, _, { loaders }) => loaders.need(Search, searchId),
    member: ({ memberId }, _, { loaders }) => loaders.need(Member, memberId),
    preferred: ({ preferredId }, _, { loaders }) => (preferredId ? loaders.byId(Candidate, preferredId) : null),
    over: ({ id }, _, { loaders, database }) => loaders.get<string, Candidate[]>('Choice.over', (ids) => overOf(database, ids)).load(id),
    withdrawn: ({ withdrawnAt }) => withdrawnAt !== null,
  },
  Search: {
    choices: ({ id }, args, { database }) => choicesOf(database, id, args),
  },
  Mutation: {
    annotateCandidate: (_, { input }, context) =>
      refusals(async () => {
        const candidateId = parseId('Candidate', input.candidateId)!;
        const candidate = await context.loaders.need(Candidate, candidateId);
        const annotation = await annotateCandidate(
          context.database,
          { ...(await speaker(context, candidate.searchId)), candidateId },
          input,
        );
        context.loaders.clear();
        return { candidate, annotation, userErrors: [] };
      }),
    recordChoice: (_, { input }, context) =>
      refusals(async () => {
        const searchId = parseId('Search', input.searchId)!;
        const choice = await recordChoice(context.database, { ...(await speaker(context, searchId)), searchId }, input);
        return { choice, userErrors: [] };
      }),
  },
};
