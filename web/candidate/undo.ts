/** What a member says of a candidate; all that can be taken back. */
export interface Judgement {
  verdict: 'PICKED' | 'REJECTED' | null;
  rating: number | null;
  tags: string[];
  note: string;
}

export const UNJUDGED: Judgement = { verdict: null, rating: null, tags: [], note: '' };

/** One act: what changed on which candidate, and what was there before. `before` and `after` have the same fields. */
export interface Act {
  candidateId: string;
  number: number;
  before: Partial<Judgement>;
  after: Partial<Judgement>;
}

const LIMIT = 200;

/** Puts an act on the stack; one that changes nothing is left out. */
export function pushAct(stack: readonly Act[], act: Act): Act[] {
  if (sameJudgement(act.before, act.after)) return [...stack];
  return [...stack, act].slice(-LIMIT);
}

/** Takes the newest act off; null when there is none. */
export function popAct(stack: readonly Act[]): { act: Act; rest: Act[] } | null {
  const act = stack.at(-1);
  return act ? { act, rest: stack.slice(0, -1) } : null;
}

/** What an act looks like before it is done: the named fields as they are now. */
export function actOf(candidate: { id: string; number: number }, now: Judgement, change: Partial<Judgement>): Act {
  const before: Partial<Judgement> = {};
  for (const field of Object.keys(change) as (keyof Judgement)[]) Object.assign(before, { [field]: now[field] });
  return { candidateId: candidate.id, number: candidate.number, before, after: change };
}

/** A verdict given twice is taken back. */
export function toggled<T>(now: T | null, wanted: T): T | null {
  return now === wanted ? null : wanted;
}

/** In words, for the line that says what was undone. */
export function describeAct({ number, after }: Act): string {
  const words: string[] = [];
  if (after.verdict !== undefined) words.push(after.verdict === null ? 'verdict taken back' : after.verdict.toLowerCase());
  if (after.rating !== undefined) words.push(after.rating === null ? 'rating taken back' : `rated ${after.rating}`);
  if (after.tags !== undefined) words.push('tags changed');
  if (after.note !== undefined) words.push('note changed');
  return `#${number} ${words.join(', ')}`;
}

function sameJudgement(a: Partial<Judgement>, b: Partial<Judgement>): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
