import type { Transaction } from '../database/transaction.ts';
import type { EventKind } from '../resolvers.generated.ts';

/** What changed, by uuids only; `memberId`: who did it, null for workers and the platform. */
export interface NewEvent {
  kind: EventKind;
  memberId?: string | null;
  searchId?: string | null;
  candidateId?: string | null;
  trialId?: string | null;
  annotationId?: string | null;
  workerId?: string | null;
  datasetId?: string | null;
  datasetImportId?: string | null;
}

/** The channel on which followers are woken; the payload is the team's uuid. */
export const FEED_CHANNEL = 'handpick_feed';
/** The channel on which workers that wait are woken: by events after which there may be something to do. The payload is the team's uuid. */
export const WORK_CHANNEL = 'handpick_work';

/** What happens most while networks train, and gives nobody anything to do. */
const IDLE: ReadonlySet<EventKind> = new Set<EventKind>(['TRIAL_STARTED', 'METRICS_REPORTED', 'SAMPLES_REPORTED']);

/**
 * Appends events to a team's feed within `tx`. Call it last in the transaction: it takes the team's counter row, which stays locked until commit.
 * @returns sequence number of the last event
 */
export async function appendEvents(tx: Transaction, teamId: string, events: NewEvent[]): Promise<string | null> {
  if (events.length === 0) return null;
  // the notification is sent at commit, once, however often it is asked for with the same payload
  const [feed] = await tx.query<{ last: string }>(
    `WITH counted AS (
       UPDATE feed SET last = last + $2::int WHERE team_id = $1 RETURNING team_id, last
     ), added AS (
       INSERT INTO event (team_id, sequence, kind, member_id, search_id, candidate_id, trial_id, annotation_id, worker_id,
         dataset_id, dataset_import_id)
       SELECT team_id, last - $2::int + position, kind, member_id, search_id, candidate_id, trial_id, annotation_id, worker_id,
         dataset_id, dataset_import_id
       FROM counted,
         unnest($4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[], $12::uuid[])
         WITH ORDINALITY AS new (kind, member_id, search_id, candidate_id, trial_id, annotation_id, worker_id, dataset_id, dataset_import_id, position)
     )
     SELECT last, pg_notify(channel, team_id::text) FROM counted, unnest($3::text[]) AS channel`,
    [
      teamId,
      events.length,
      events.every(({ kind }) => IDLE.has(kind)) ? [FEED_CHANNEL] : [FEED_CHANNEL, WORK_CHANNEL],
      events.map((event) => event.kind),
      ...(['memberId', 'searchId', 'candidateId', 'trialId', 'annotationId', 'workerId', 'datasetId', 'datasetImportId'] as const).map(
        (key) => events.map((event) => event[key] ?? null),
      ),
    ],
  );
  if (!feed) throw new Error(`team ${teamId} has no feed`);
  return feed.last;
}
