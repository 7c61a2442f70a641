import type { Api } from '../client/api.ts';
import { formatSeconds } from '../client/search-lines.ts';
import { printTable } from '../client/table.ts';
import { CommandError } from '../command.ts';
import {
  ResultCandidatesDocument,
  type ResultCandidatesQuery,
  SearchResultDocument,
  type SearchResultQuery,
} from '../operations.generated.ts';

type SearchRow = NonNullable<SearchResultQuery['search']>;
type CandidateRow = NonNullable<ResultCandidatesQuery['search']>['candidates']['edges'][number]['node'];

/** What `--json` writes. */
export interface SearchReport {
  search: {
    id: string;
    name: string;
    preset: string;
    seed: number;
    status: string;
    dataset: string;
    space: string;
    /** Exact, in decimal. */
    networkCount: string | null;
    plan: SearchRow['plan'];
  };
  /** Of the workers that trained. */
  backend: string;
  /** From the creation of the search to its end. */
  seconds: number;
  candidates: CandidateReport[];
  best: Pick<CandidateReport, 'number' | 'notation' | 'reward' | 'metrics'> | null;
  /** Different networks proposed. */
  distinct: number;
  trained: number;
  /** Stopped by what was predicted of them; how well, and what it saved, null without a prediction in the plan. */
  stoppedEarly: number;
  predictions: SearchRow['predictions'];
  /** How many were trained to each rung, the lowest first; empty for controllers without. */
  rungs: SearchRow['rungs'];
  /** Times a known network came up again. */
  reused: number;
}

export interface CandidateReport {
  number: number;
  notation: string;
  status: string;
  reward: number | null;
  /** Of the validation split, after the epoch that gave the reward. */
  metrics: Record<string, number>;
  seconds: number | null;
}

export async function readReport(
  api: Api,
  { searchId, datasetId, preset, seconds }: { searchId: string; datasetId: string; preset: string; seconds: number },
): Promise<SearchReport> {
  const { search } = await api.request(SearchResultDocument, { id: searchId, datasetId });
  if (!search) throw new CommandError(`the search ${searchId} is gone`);
  const rows = await readCandidates(api, searchId);
  const candidates = rows.map((row) => reportOf(row, search.plan.reward));
  const best = candidates.find(({ number }) => number === search.best?.number);
  const backends = new Set(rows.flatMap((row) => row.trial?.worker?.backend ?? []));
  return {
    search: {
      id: search.id,
      name: search.name,
      preset,
      seed: search.plan.seed,
      status: search.status,
      dataset: search.dataset.name,
      space: search.space.kind,
      networkCount: search.space.networkCount,
      plan: search.plan,
    },
    backend: [...backends].join(', '),
    seconds,
    candidates,
    best: best ? { number: best.number, notation: best.notation, reward: best.reward, metrics: best.metrics } : null,
    distinct: search.counts.proposed,
    trained: search.counts.done,
    stoppedEarly: search.counts.stoppedEarly,
    predictions: search.predictions,
    rungs: search.rungs,
    reused: search.counts.reused,
  };
}

async function readCandidates(api: Api, id: string): Promise<CandidateRow[]> {
  const rows: CandidateRow[] = [];
  for (let after: string | null = null; ; ) {
    const answer: ResultCandidatesQuery = await api.request(ResultCandidatesDocument, { id, after });
    const page = answer.search!.candidates;
    rows.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}

function reportOf({ number, notation, status, reward, seconds, trial }: CandidateRow, kind: SearchRow['plan']['reward']): CandidateReport {
  const validation = (trial?.metrics ?? []).filter(({ split }) => split === 'VALIDATION');
  const epoch = epochOfReward(validation, kind);
  const metrics = Object.fromEntries(validation.filter((metric) => metric.epoch === epoch).map(({ name, value }) => [name, value]));
  return { number, notation, status, reward, metrics, seconds };
}

/**
 * The metric whose best epoch a reward is taken from, and whether the highest is the best. A mean over epochs and the weakest class have
 * none: there it is the nearest that has.
 */
const DECIDES: Record<SearchRow['plan']['reward'], readonly [string, 1 | -1]> = {
  ACCURACY: ['accuracy', 1],
  MEAN_ACCURACY: ['accuracy', 1],
  MACRO_F1: ['macroF1', 1],
  WORST_F1: ['macroF1', 1],
  INVERSE_LOSS: ['loss', -1],
  INVERSE_KL: ['loss', -1],
  INVERSE_BCE: ['bce', -1],
  GENERATED_CONFIDENCE: ['judge.confidence', 1],
  INCEPTION_SCORE: ['judge.inceptionScore', 1],
  INVERSE_FRECHET: ['judge.frechet', -1],
  RECONSTRUCTION_ACCURACY: ['judge.reconstructionAccuracy', 1],
  INVERSE_PATCH_ERROR: ['patchError', -1],
  DISCRIMINATOR_VERDICT: ['discriminator.verdict', 1],
  INVERSE_PERPLEXITY: ['perplexity', -1],
};

function epochOfReward(metrics: readonly { name: string; epoch: number; value: number }[], kind: SearchRow['plan']['reward']): number {
  const [name, sign] = DECIDES[kind];
  const [best] = metrics.filter((metric) => metric.name === name).sort((a, b) => sign * (b.value - a.value) || a.epoch - b.epoch);
  return best?.epoch ?? 0;
}

/** What predictions were worth, in a line; null where nothing was predicted. */
export function predictionLine({ predictions }: SearchReport): string | null {
  if (!predictions) return null;
  const { stopped, savedEpochs, savedShare, savedSeconds, error, unbiased } = predictions;
  const number = (value: number | null) => (value === null ? 'unknown' : value.toFixed(2));
  const errors = [
    { what: 'that ran to the end', of: error },
    { what: 'of them that nothing would have stopped', of: unbiased },
  ].map(({ what, of }) => `R2 ${number(of.r2)}, Spearman ${number(of.spearman)} over the ${of.count} ${what}`);
  return `${stopped} stopped early: ${savedEpochs} epochs (${(100 * savedShare).toFixed(0)}%) and about ${formatSeconds(savedSeconds)} of training saved; predictions: ${errors.join('; ')}`;
}

/** Where the epochs went, in a line; null for a search without rungs. */
export function rungsLine({ rungs, distinct }: SearchReport): string | null {
  const highest = rungs.at(-1);
  if (!highest) return null;
  const spent = rungs.reduce((sum, { epochsSpent }) => sum + epochsSpent, 0);
  const full = distinct * highest.epochs;
  const climbed = rungs.map(({ epochs, done, failed }) => `${done + failed} up to epoch ${epochs}`).join(', ');
  return `${climbed}; ${spent} epochs, ${full === 0 ? 0 : Math.round(100 * (1 - spent / full))}% less than all networks in full`;
}

/** The best candidates as a table; of those that were stopped nobody knows how good they are. */
export function bestTable({ candidates }: SearchReport, rows = 10): string {
  const best = candidates
    .filter(({ reward, status }) => reward !== null && status !== 'STOPPED_EARLY')
    .sort((a, b) => b.reward! - a.reward! || a.number - b.number)
    .slice(0, rows);
  if (best.length === 0) return 'No candidate has a reward.';
  const names = Object.keys(best[0]!.metrics).filter((name) => !name.startsWith('f1.'));
  const head = ['', 'number', 'reward', ...names, 'seconds', 'network'];
  const body = best.map(({ number, reward, metrics, seconds, notation }, i) => [
    String(i + 1),
    `#${number}`,
    reward!.toPrecision(5),
    ...names.map((name) => (metrics[name] === undefined ? '' : metrics[name].toPrecision(4))),
    seconds?.toFixed(1) ?? '',
    notation,
  ]);
  return printTable(head, body);
}
