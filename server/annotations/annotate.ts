import type { DataSource } from '../database/data-source.ts';
import { Annotation, Candidate } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import { newId } from '../ids.ts';
import type { AnnotateCandidateInput, UserError, Verdict } from '../resolvers.generated.ts';
import { MOST_OTHERS, readCandidates, writeChoice } from './choose.ts';

const MOST_TAGS = 20;
const LONGEST_TAG = 40;
const LONGEST_NOTE = 10_000;

/** Whose word on which candidate. */
export interface Speaker {
  teamId: string;
  memberId: string;
  /** Uuid. */
  candidateId: string;
}

/**
 * Changes a member's word on a candidate: what the input leaves out stays, null takes back. A pick with alternatives also records the
 * choice of this one rather than those; taking the pick back withdraws the member's choices of it.
 * @throws Refused with everything that is wrong
 */
export async function annotateCandidate(database: DataSource, speaker: Speaker, input: AnnotateCandidateInput): Promise<Annotation> {
  const { teamId, memberId, candidateId } = speaker;
  const problems = checkAnnotation(input);
  if (problems.length > 0) throw new Refused(...problems);
  return transaction(database, async (tx) => {
    const { searchId } = await tx.manager.findOneByOrFail(Candidate, { id: candidateId });
    const over = input.alternatives?.length ? await readCandidates(tx, searchId, 'alternatives', input.alternatives, candidateId) : [];
    const { before, annotation } = await writeAnnotation(tx, speaker, input);
    const events: NewEvent[] = [{ kind: 'ANNOTATION_CHANGED', memberId, searchId, candidateId, annotationId: annotation.id }];
    const choice = { kind: 'CHOICE_RECORDED' as const, memberId, searchId, candidateId };
    if (annotation.verdict === 'PICKED' && over.length > 0) {
      await withdrawChoices(tx, memberId, candidateId);
      await writeChoice(tx, { searchId, memberId, preferredId: candidateId, over });
      events.push(choice);
    } else if (before === 'PICKED' && annotation.verdict !== 'PICKED' && (await withdrawChoices(tx, memberId, candidateId))) {
      events.push(choice);
    }
    await appendEvents(tx, teamId, events);
    return annotation;
  });
}

function checkAnnotation({ verdict, rating, tags, note, alternatives }: AnnotateCandidateInput): UserError[] {
  const problems: UserError[] = [];
  if (rating != null && (rating < 1 || rating > 5)) problems.push(refuse('rating', `${rating}; allowed: 1 to 5`, 'OUT_OF_RANGE'));
  if (tags && new Set(tags).size > MOST_TAGS)
    problems.push(refuse('tags', `${tags.length} tags; allowed: at most ${MOST_TAGS}`, 'TOO_LARGE'));
  for (const [i, tag] of (tags ?? []).entries()) {
    const length = [...tag.trim()].length;
    if (length < 1 || length > LONGEST_TAG) {
      const shown = JSON.stringify([...tag].slice(0, LONGEST_TAG).join(''));
      problems.push(refuse(`tags.${i}`, `${shown} has ${length} characters; allowed: 1 to ${LONGEST_TAG}`, 'OUT_OF_RANGE'));
    }
  }
  const length = note == null ? 0 : [...note].length;
  if (length > LONGEST_NOTE) problems.push(refuse('note', `${length} characters; allowed: at most ${LONGEST_NOTE}`, 'OUT_OF_RANGE'));
  if (alternatives && alternatives.length > MOST_OTHERS)
    problems.push(refuse('alternatives', `${alternatives.length} candidates; allowed: at most ${MOST_OTHERS}`, 'TOO_LARGE'));
  if (alternatives?.length && verdict !== 'PICKED')
    problems.push(refuse('alternatives', `given with the verdict ${verdict ?? 'left out'}; allowed: only with PICKED`, 'NOT_ALLOWED'));
  return problems;
}

async function writeAnnotation(
  tx: Transaction,
  { memberId, candidateId }: Speaker,
  { verdict, rating, tags, note }: AnnotateCandidateInput,
): Promise<{ before: Verdict | null; annotation: Annotation }> {
  await tx.query(
    'INSERT INTO annotation (id, candidate_id, member_id) VALUES ($1, $2, $3) ON CONFLICT (candidate_id, member_id) DO NOTHING',
    [newId(), candidateId, memberId],
  );
  const [old] = await tx.query<{ verdict: Verdict | null }>(
    'SELECT verdict FROM annotation WHERE candidate_id = $1 AND member_id = $2 FOR UPDATE',
    [candidateId, memberId],
  );
  // `true` beside a value: it was given, so it replaces the old one
  const [annotation] = await tx.entities(
    Annotation,
    `UPDATE annotation SET
       verdict = CASE WHEN $3 THEN $4 ELSE verdict END, rating = CASE WHEN $5 THEN $6::int ELSE rating END,
       tags = CASE WHEN $7 THEN $8::jsonb ELSE tags END, note = CASE WHEN $9 THEN $10 ELSE note END, updated_at = now()
     WHERE candidate_id = $1 AND member_id = $2 RETURNING *`,
    [
      candidateId,
      memberId,
      verdict !== undefined,
      verdict ?? null,
      rating !== undefined,
      rating ?? null,
      tags !== undefined,
      JSON.stringify([...new Set((tags ?? []).map((tag) => tag.trim()))]),
      note !== undefined,
      note ?? '',
    ],
  );
  return { before: old!.verdict, annotation: annotation! };
}

/** @returns whether there were any */
async function withdrawChoices(tx: Transaction, memberId: string, candidateId: string): Promise<boolean> {
  const withdrawn = await tx.query(
    'UPDATE choice SET withdrawn_at = now() WHERE member_id = $1 AND preferred_id = $2 AND withdrawn_at IS NULL RETURNING id',
    [memberId, candidateId],
  );
  return withdrawn.length > 0;
}
