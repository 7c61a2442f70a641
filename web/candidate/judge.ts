import { type Judgement, UNJUDGED } from './undo.ts';

/** What is shown of everyone's word on a candidate, and one's own. */
export interface Judged {
  picks: number;
  rejections: number;
  tags: readonly string[];
  own: Judgement | null;
}

/** The same after one's own word has changed: counts move by one at most, and others' tags stay. */
export function judge(judged: Judged, change: Partial<Judgement>): Judged & { own: Judgement; tags: string[] } {
  const before = judged.own ?? UNJUDGED;
  const own: Judgement = { verdict: before.verdict, rating: before.rating, tags: before.tags, note: before.note, ...change };
  const counted = (verdict: Judgement['verdict']) => Number(own.verdict === verdict) - Number(before.verdict === verdict);
  const gone = before.tags.filter((tag) => !own.tags.includes(tag));
  return {
    picks: judged.picks + counted('PICKED'),
    rejections: judged.rejections + counted('REJECTED'),
    tags: [...new Set([...judged.tags.filter((tag) => !gone.includes(tag)), ...own.tags])],
    own,
  };
}

/** Tags as typed: separated by commas, trimmed, each once, at most 20 of 40 characters. */
export function parseTags(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, 40));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, 20);
}
