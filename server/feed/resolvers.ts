import type { Context } from '../access/context.ts';
import { connection, keyset, pageWindow, readCursor, writeCursor } from '../connections.ts';
import { Annotation, Candidate, Dataset, DatasetImport, Event, Member, Search, Trial, Worker } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { badInput } from '../errors.ts';
import { parseId } from '../ids.ts';
import type { Resolvers, SubscriptionEventsArgs } from '../resolvers.generated.ts';
import { follow, lastSequence } from './follow.ts';
import { followProgress } from './progress.ts';

export const feedResolvers: Resolvers = {
  Event: {
    cursor: (event) => writeCursor([event.sequence]),
    actor: (event, _, { loaders }) => loaders.byId(Member, event.memberId),
    search: (event, _, { loaders }) => loaders.byId(Search, event.searchId),
    candidate: (event, _, { loaders }) => loaders.byId(Candidate, event.candidateId),
    trial: (event, _, { loaders }) => loaders.byId(Trial, event.trialId),
    annotation: (event, _, { loaders }) => loaders.byId(Annotation, event.annotationId),
    worker: (event, _, { loaders }) => loaders.byId(Worker, event.workerId),
    dataset: (event, _, { loaders }) => loaders.byId(Dataset, event.datasetId),
    datasetImport: (event, _, { loaders }) => loaders.byId(DatasetImport, event.datasetImportId),
  },
  Team: {
    latestCursor: async (team, _, { database }) => writeCursor([String(await lastSequence(database, team.id))]),
    events: async (team, args, { database }) =>
      connection({
        window: pageWindow('events', args),
        key: (event) => [event.sequence],
        read: (window, limit) => {
          const parameters: unknown[] = [team.id, args.searchId == null ? null : searchIn(args.searchId)];
          const { where, order } = keyset(window, [{ sql: 'sequence', type: 'bigint' }], parameters);
          return queries(database).entities(
            Event,
            `SELECT * FROM event WHERE team_id = $1 AND ($2::uuid IS NULL OR search_id = $2) AND ${where} ORDER BY ${order} LIMIT ${limit}`,
            parameters,
          );
        },
      }),
  },
  Subscription: {
    events: {
      subscribe: (_, args, context) => openEvents(args, context),
      resolve: (event: Event) => event,
    },
    trialProgress: {
      subscribe: (_, { searchId }, { feed, signal }) => followProgress(feed.notifications, searchIn(searchId), signal),
      resolve: (trialId: string, _: unknown, { loaders }: Context) => loaders.need(Trial, trialId),
    },
  },
};

async function openEvents(args: SubscriptionEventsArgs, { database, feed, signal }: Context): Promise<AsyncIterable<Event>> {
  const teamId = parseId('Team', args.teamId)!; // the rule has found it
  const after = args.after == null ? await lastSequence(database, teamId) : readSequence(args.after);
  return follow(database, feed.notifications, {
    teamId,
    after,
    searchId: args.searchId == null ? null : searchIn(args.searchId),
    kinds: args.kinds ?? null,
    signal,
  });
}

function readSequence(cursor: string): bigint {
  const [sequence] = readCursor('after', cursor, 1);
  if (typeof sequence !== 'string' || !/^\d{1,18}$/.test(sequence))
    throw badInput(`after: ${JSON.stringify(cursor)} is not a cursor of a feed`);
  return BigInt(sequence);
}

function searchIn(id: string): string {
  const uuid = parseId('Search', id);
  if (uuid === null) throw badInput(`searchId: ${JSON.stringify(id)} is not the id of a search`);
  return uuid;
}
