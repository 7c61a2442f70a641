import { connection, keyset, type Page, type PageArgs, pageWindow } from '../connections.ts';
import type { DataSource } from '../database/data-source.ts';
import { Candidate, Choice } from '../database/entities.ts';
import { queries, type Transaction, transaction } from '../database/transaction.ts';
import { Refused, refuse, unknown } from '../errors.ts';
import { appendEvents } from '../feed/append.ts';
import { newId, parseId } from '../ids.ts';
import type { RecordChoiceInput } from '../resolvers.generated.ts';

/** Others that a choice may name. */
export const MOST_OTHERS = 200;

/** Records a preference between candidates of one search. @throws Refused */
export async function recordChoice(
  database: DataSource,
  { teamId, memberId, searchId }: { teamId: string; memberId: string; searchId: string },
  { preferredId, overIds }: RecordChoiceInput,
): Promise<Choice> {
  if (overIds.length < 1 || overIds.length > MOST_OTHERS)
    throw new Refused(
      refuse('overIds', `${overIds.length} candidates; allowed: 1 to ${MOST_OTHERS}`, overIds.length === 0 ? 'EMPTY' : 'TOO_LARGE'),
    );
  return transaction(database, async (tx) => {
    const [preferred = null] = preferredId == null ? [] : await readCandidates(tx, searchId, 'preferredId', [preferredId], null);
    const over = await readCandidates(tx, searchId, 'overIds', overIds, preferred);
    const choice = await writeChoice(tx, { searchId, memberId, preferredId: preferred, over });
    await appendEvents(tx, teamId, [{ kind: 'CHOICE_RECORDED', memberId, searchId, candidateId: preferred }]);
    return choice;
  });
}

/** Uuids of different candidates of the search, none of them `except`. @throws Refused naming the first that is not */
export async function readCandidates(
  tx: Transaction,
  searchId: string,
  field: string,
  ids: string[],
  except: string | null,
): Promise<string[]> {
  const uuids = ids.map((id) => parseId('Candidate', id));
  const rows = await tx.query<{ id: string }>('SELECT id FROM candidate WHERE search_id = $1 AND id = ANY($2)', [searchId, uuids]);
  const known = new Set(rows.map(({ id }) => id));
  const seen = new Set<string>();
  for (const [i, uuid] of uuids.entries()) {
    const place = ids.length === 1 && field === 'preferredId' ? field : `${field}.${i}`;
    if (uuid === null || !known.has(uuid)) throw new Refused(unknown(place, ids[i]!));
    if (uuid === except) throw new Refused(refuse(place, `${ids[i]} is the preferred one; allowed: others`, 'NOT_ALLOWED'));
    seen.add(uuid);
  }
  return [...seen];
}

export async function writeChoice(
  tx: Transaction,
  { searchId, memberId, preferredId, over }: { searchId: string; memberId: string; preferredId: string | null; over: string[] },
): Promise<Choice> {
  const [choice] = await tx.entities(
    Choice,
    'INSERT INTO choice (id, search_id, member_id, preferred_id) VALUES ($1, $2, $3, $4) RETURNING *',
    [newId(), searchId, memberId, preferredId],
  );
  await tx.query('INSERT INTO choice_over (choice_id, candidate_id) SELECT $1, unnest($2::uuid[])', [choice!.id, over]);
  return choice!;
}

/** A search's choices, newest first. */
export function choicesOf(database: DataSource, searchId: string, args: PageArgs): Promise<Page<Choice>> {
  const { query, entities } = queries(database);
  return connection({
    window: pageWindow('choices', args),
    key: ({ id }) => [id],
    read: (window, limit) => {
      const parameters: unknown[] = [searchId, limit];
      const { where, order } = keyset(window, [{ sql: 'id', type: 'uuid', descending: true }], parameters);
      return entities(Choice, `SELECT * FROM choice WHERE search_id = $1 AND ${where} ORDER BY ${order} LIMIT $2`, parameters);
    },
    count: async () => (await query<{ n: number }>('SELECT count(*)::int AS n FROM choice WHERE search_id = $1', [searchId]))[0]!.n,
  });
}

/** The candidates that were passed over, of several choices, by number. */
export async function overOf(database: DataSource, choiceIds: readonly string[]): Promise<Candidate[][]> {
  const rows = await queries(database).entities<Candidate & { choiceId: string }>(
    Candidate,
    `SELECT candidate.*, choice_id FROM choice_over JOIN candidate ON candidate.id = candidate_id
     WHERE choice_id = ANY($1) ORDER BY candidate.number`,
    [choiceIds],
  );
  return choiceIds.map((id) => rows.filter(({ choiceId }) => choiceId === id));
}
