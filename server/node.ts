import type { EntityTarget } from 'typeorm';
import { memberOf } from './access/actor.ts';
import type { Context } from './access/context.ts';
import {
  Annotation,
  ApiToken,
  Candidate,
  Choice,
  Dataset,
  DatasetImport,
  Invitation,
  Lease,
  Member,
  Sample,
  Search,
  SearchSpace,
  Team,
  Trial,
  Worker,
} from './database/entities.ts';
import { type NodeType, parseAnyId } from './ids.ts';
import type { Resolvers, ResolversInterfaceTypes } from './resolvers.generated.ts';

type Row = ResolversInterfaceTypes<Record<string, unknown>>['Node'];

/** The table of each type that is a Node; a file is none in the schema. */
const TABLES: { [T in Exclude<NodeType, 'File'>]: EntityTarget<Row> } = {
  Team,
  Member,
  Invitation,
  ApiToken,
  Dataset,
  DatasetImport,
  SearchSpace,
  Search,
  Candidate,
  Trial,
  Sample,
  Annotation,
  Choice,
  Worker,
  Lease,
};

export const nodeResolvers: Resolvers = {
  // rows are made by their classes, which bear the names of the types
  Node: { __resolveType: (row) => row.constructor.name as Exclude<NodeType, 'File'> },
  Query: {
    node: async (_, { id }, context) => {
      const parsed = parseAnyId(id);
      if (!parsed || parsed.type === 'File') return null;
      const row = await context.loaders.byId(TABLES[parsed.type], parsed.uuid);
      return row && mayRead(row, context) ? row : null;
    },
  },
};

/** As the fields of Team give them: invitations to admins, tokens to their owners and admins. */
function mayRead(row: Row, context: Context): boolean {
  if (!(row instanceof Invitation || row instanceof ApiToken)) return true;
  const membership = memberOf(context.actor, row.teamId);
  return membership !== null && (membership.role === 'ADMIN' || (row instanceof ApiToken && row.memberId === membership.id));
}
