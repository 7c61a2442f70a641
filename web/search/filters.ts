import { parseAsArrayOf, parseAsFloat, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { rewardKinds } from '../../schema/plans/rewards.ts';
import type {
  CandidateFilter,
  CandidateSort,
  CandidateSortField,
  CandidateStatus,
  RewardKind,
  VerdictFilter,
} from '../lib/operations.generated.ts';

export const STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED'] as const satisfies readonly CandidateStatus[];
export const VERDICTS = ['PICKED', 'REJECTED', 'UNDECIDED', 'UNDECIDED_BY_ME'] as const satisfies readonly VerdictFilter[];
export const REWARDS: readonly RewardKind[] = rewardKinds.map(({ kind }) => kind);
const FIELDS = [
  'NUMBER',
  'STATUS',
  'NOTATION',
  'REWARD',
  'PARAMETERS',
  'FLOPS',
  'LATENT',
  'SECONDS',
  'PICKS',
] as const satisfies readonly CandidateSortField[];

/** What is sorted by, as it stands in the address: a field in lower case, or a reward formulation. */
export const SORTS = [...FIELDS, ...REWARDS].map((name) => name.toLowerCase());

/** Filter and order of a list of candidates; the same names in the addresses of table and gallery. */
export const listParsers = {
  status: parseAsArrayOf(parseAsStringLiteral(STATUSES)),
  verdict: parseAsStringLiteral(VERDICTS),
  text: parseAsString.withDefault(''),
  tags: parseAsArrayOf(parseAsString),
  latent: parseAsArrayOf(parseAsInteger),
  from: parseAsInteger,
  to: parseAsInteger,
  min: parseAsFloat,
  max: parseAsFloat,
  sort: parseAsStringLiteral(SORTS).withDefault('number'),
  order: parseAsStringLiteral(['up', 'down']).withDefault('up'),
};

export interface ListState {
  status: CandidateStatus[] | null;
  verdict: VerdictFilter | null;
  text: string;
  tags: string[] | null;
  latent: number[] | null;
  from: number | null;
  to: number | null;
  min: number | null;
  max: number | null;
  sort: string;
  order: 'up' | 'down';
}

export const NO_FILTER = { status: null, verdict: null, text: null, tags: null, latent: null, from: null, to: null, min: null, max: null };

/** For the API; empty lists and empty text filter nothing. */
export function candidateFilter(state: ListState): CandidateFilter {
  const filter: CandidateFilter = {};
  if (state.status?.length) filter.status = state.status;
  if (state.verdict) filter.verdict = state.verdict;
  if (state.text.trim()) filter.contains = state.text.trim();
  if (state.tags?.length) filter.tags = state.tags;
  if (state.latent?.length) filter.latent = state.latent;
  if (state.from !== null) filter.fromNumber = state.from;
  if (state.to !== null) filter.toNumber = state.to;
  if (state.min !== null) filter.minReward = state.min;
  if (state.max !== null) filter.maxReward = state.max;
  return filter;
}

export function candidateSort({ sort, order }: Pick<ListState, 'sort' | 'order'>): CandidateSort {
  const direction = order === 'down' ? 'DESCENDING' : 'ASCENDING';
  const name = sort.toUpperCase();
  const reward = REWARDS.find((kind) => kind === name);
  if (reward) return { by: 'REWARD', reward, direction };
  return { by: FIELDS.find((field) => field === name) ?? 'NUMBER', direction };
}

/** A first click on a column: what is best or largest first, names and numbers from the beginning. */
export function firstOrder(sort: string): 'up' | 'down' {
  return sort === 'number' || sort === 'notation' || sort === 'status' ? 'up' : 'down';
}

/** Whether candidates that are proposed later come at the end of the list: they may then be appended without moving anything. */
export function growsAtEnd(state: ListState): boolean {
  return state.sort === 'number' && state.order === 'up';
}

/** One chip for each filter that is on: what it says, and what to set to take it away. */
export function filterChips(state: ListState): { label: string; clear: Partial<Record<keyof ListState, null>> }[] {
  const chips: { label: string; clear: Partial<Record<keyof ListState, null>> }[] = [];
  const between = (low: number | null, high: number | null) =>
    low === null ? `≤ ${high}` : high === null ? `≥ ${low}` : `${low} to ${high}`;
  if (state.status?.length) chips.push({ label: state.status.join(', ').toLowerCase(), clear: { status: null } });
  if (state.verdict) chips.push({ label: VERDICT_LABELS[state.verdict], clear: { verdict: null } });
  if (state.text.trim()) chips.push({ label: `contains ${state.text.trim()}`, clear: { text: null } });
  if (state.tags?.length) chips.push({ label: `tag ${state.tags.join(' or ')}`, clear: { tags: null } });
  if (state.latent?.length) chips.push({ label: `latent ${state.latent.join(' or ')}`, clear: { latent: null } });
  if (state.from !== null || state.to !== null)
    chips.push({ label: `number ${between(state.from, state.to)}`, clear: { from: null, to: null } });
  if (state.min !== null || state.max !== null)
    chips.push({ label: `reward ${between(state.min, state.max)}`, clear: { min: null, max: null } });
  return chips;
}

export const VERDICT_LABELS: Record<VerdictFilter, string> = {
  PICKED: 'picked',
  REJECTED: 'rejected',
  UNDECIDED: 'undecided',
  UNDECIDED_BY_ME: 'undecided by me',
};

export const REWARD_LABELS = Object.fromEntries(rewardKinds.map(({ kind, label }) => [kind, label])) as Record<RewardKind, string>;
