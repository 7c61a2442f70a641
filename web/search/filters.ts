import { createParser, parseAsArrayOf, parseAsFloat, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { metricKind } from '../../schema/plans/metrics.ts';
import { rewardKinds } from '../../schema/plans/rewards.ts';
import type {
  CandidateFilter,
  CandidateSort,
  CandidateSortField,
  CandidateStatus,
  MeasureInput,
  RewardKind,
  VerdictFilter,
} from '../lib/operations.generated.ts';
import { measureInput, measureLabel } from './measures.ts';

export const STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'STOPPED_EARLY', 'FAILED'] as const satisfies readonly CandidateStatus[];
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
  'EPOCHS',
  'SECONDS',
  'PICKS',
] as const satisfies readonly CandidateSortField[];

/** What is sorted by, as it stands in the address: a field in lower case, or a reward formulation. */
export const SORTS = [...FIELDS, ...REWARDS].map((name) => name.toLowerCase());

const METRIC = /^metric\.(.{1,64})$/;

/** A column, as in SORTS, or `metric.` and the name of a validation metric. */
const parseAsSort = createParser({
  parse: (text: string) => (SORTS.includes(text) || METRIC.test(text) ? text : null),
  serialize: (text: string) => text,
});

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
  /** Ranges of measures: `reward.INVERSE_KL~0.1~0.5`, either end may be empty. */
  ranges: parseAsArrayOf(parseAsString),
  sort: parseAsSort.withDefault('number'),
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
  ranges: string[] | null;
  sort: string;
  order: 'up' | 'down';
}

export const NO_FILTER = {
  status: null,
  verdict: null,
  text: null,
  tags: null,
  latent: null,
  from: null,
  to: null,
  min: null,
  max: null,
  ranges: null,
};

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
  const ranges = (state.ranges ?? []).flatMap((text) => readRange(text) ?? []);
  if (ranges.length > 0) filter.ranges = ranges.map(({ measure, min, max }) => ({ measure, min, max }));
  return filter;
}

/** As it stands in the address; null for what is no range. */
export function readRange(text: string): { key: string; measure: MeasureInput; min: number | null; max: number | null } | null {
  const [key = '', low = '', high = ''] = text.split('~');
  const measure = measureInput(key);
  const [min, max] = [low, high].map((end) => (end === '' ? null : Number(end))) as [number | null, number | null];
  const good = (end: number | null) => end === null || Number.isFinite(end);
  return measure && good(min) && good(max) && (min !== null || max !== null) ? { key, measure, min, max } : null;
}

export const writeRange = (key: string, min: number | null, max: number | null): string => `${key}~${min ?? ''}~${max ?? ''}`;

export function candidateSort({ sort, order }: Pick<ListState, 'sort' | 'order'>): CandidateSort {
  const direction = order === 'down' ? 'DESCENDING' : 'ASCENDING';
  const metric = METRIC.exec(sort)?.[1];
  if (metric) return { by: 'METRIC', metric, direction };
  const name = sort.toUpperCase();
  const reward = REWARDS.find((kind) => kind === name);
  if (reward) return { by: 'REWARD', reward, direction };
  return { by: FIELDS.find((field) => field === name) ?? 'NUMBER', direction };
}

/** A first click on a column: what is best or largest first, names and numbers from the beginning. */
export function firstOrder(sort: string): 'up' | 'down' {
  const metric = METRIC.exec(sort)?.[1];
  if (metric) return metricKind(metric)?.higherIsBetter === false ? 'up' : 'down';
  return sort === 'number' || sort === 'notation' || sort === 'status' ? 'up' : 'down';
}

/** Whether candidates that are proposed later come at the end of the list: they may then be appended without moving anything. */
export function growsAtEnd(state: ListState): boolean {
  return state.sort === 'number' && state.order === 'up';
}

/** One chip for each filter that is on: what it says, and what to set to take it away. */
export function filterChips(state: ListState): Chip[] {
  const chips: Chip[] = [];
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
  for (const text of state.ranges ?? []) {
    const range = readRange(text);
    const others = state.ranges!.filter((other) => other !== text);
    if (range)
      chips.push({
        label: `${measureLabel(range.key)} ${between(range.min, range.max)}`,
        clear: { ranges: others.length > 0 ? others : null },
      });
  }
  return chips;
}

export interface Chip {
  label: string;
  /** What to set to take it away. */
  clear: Partial<Record<Exclude<keyof ListState, 'ranges'>, null>> & { ranges?: string[] | null };
}

export const VERDICT_LABELS: Record<VerdictFilter, string> = {
  PICKED: 'picked',
  REJECTED: 'rejected',
  UNDECIDED: 'undecided',
  UNDECIDED_BY_ME: 'undecided by me',
};

export const REWARD_LABELS = Object.fromEntries(rewardKinds.map(({ kind, label }) => [kind, label])) as Record<RewardKind, string>;
