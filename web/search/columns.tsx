'use client';
import { columnSizingFeature, columnVisibilityFeature, createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import { rewardText, StatusWord, VerdictWord } from '../candidate/words.tsx';
import { capital } from '../lib/capital.ts';
import type { CandidateRowFragment, RewardKind } from '../lib/operations.generated.ts';
import { formatCount, formatSeconds, formatValue } from '../plots/format.ts';
import { REWARD_LABELS, REWARDS } from './filters.ts';
import { epochsText } from './rungs.ts';

export const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature, columnSizingFeature });

/** Heights of a row and of the head, px; `search.module.css` has the same. */
export const ROW = 32;
export const HEAD = 31;

/** A place in the list; `candidate` is null while its page is on its way. */
export interface Row {
  place: number;
  candidate: CandidateRowFragment | null;
}

const column = createColumnHelper<typeof features, Row>();

/** Columns with numbers, which stand to the right. */
const FIGURES = new Set([
  ...['number', 'reward', 'epochs', 'parameters', 'flops', 'latent', 'seconds'],
  ...REWARDS.map((kind) => kind.toLowerCase()),
]);
export const isNumeric = (id: string): boolean => FIGURES.has(id) || isMetric(id);

/** Columns of validation metrics, which are only shown where somebody chose them. */
export const isMetric = (id: string): boolean => id.startsWith('metric.');

/**
 * Every column can be sorted by; its id is what stands in the address. `others`: formulations that the search does not learn from; `climbs`: whether its
 * candidates climb rungs; `metrics`: names of validation metrics.
 */
export function columnsFor(
  learned: RewardKind,
  others: readonly RewardKind[],
  generative: boolean,
  climbs: boolean,
  metrics: readonly string[],
) {
  return column.columns([
    column.accessor((row) => row.candidate?.number, { id: 'number', header: '#', size: 64 }),
    column.accessor((row) => row.candidate?.status, {
      id: 'status',
      header: 'Status',
      size: 170,
      cell: ({ row }) => row.original.candidate && <StatusWord candidate={row.original.candidate} />,
    }),
    column.accessor((row) => row.candidate?.reward, {
      id: 'reward',
      header: capital(REWARD_LABELS[learned]),
      size: widthOf(REWARD_LABELS[learned]),
      cell: ({ row }) => row.original.candidate && rewardText(row.original.candidate),
    }),
    ...(climbs
      ? [
          column.accessor((row) => row.candidate?.rungs, {
            id: 'epochs',
            header: 'Epochs',
            size: 84,
            cell: (cell) => epochsText(cell.getValue() ?? [], cell.row.original.candidate?.status === 'DONE'),
          }),
        ]
      : []),
    column.accessor((row) => row.candidate?.picks, {
      id: 'picks',
      header: 'Verdict',
      size: 150,
      cell: ({ row }) => row.original.candidate && <Verdicts candidate={row.original.candidate} />,
    }),
    column.accessor((row) => row.candidate?.notation, { id: 'notation', header: 'Architecture', size: 360 }),
    ...(generative ? [column.accessor((row) => row.candidate?.latent, { id: 'latent', header: 'Latent', size: 72 })] : []),
    column.accessor((row) => row.candidate?.parameters, {
      id: 'parameters',
      header: 'Parameters',
      size: 100,
      cell: (cell) => formatCount(cell.getValue() ?? 0),
    }),
    column.accessor((row) => row.candidate?.flops, {
      id: 'flops',
      header: 'FLOPs',
      size: 90,
      cell: (cell) => formatCount(cell.getValue() ?? 0),
    }),
    column.accessor((row) => row.candidate?.seconds, {
      id: 'seconds',
      header: 'Time',
      size: 90,
      cell: (cell) => formatSeconds(cell.getValue()),
    }),
    ...others.map((kind) =>
      column.accessor((row) => row.candidate?.rewards.find((reward) => reward.kind === kind)?.value, {
        id: kind.toLowerCase(),
        header: capital(REWARD_LABELS[kind]),
        size: widthOf(REWARD_LABELS[kind]),
        cell: (cell) => formatValue(cell.getValue()),
      }),
    ),
    ...metrics.map((name) =>
      column.accessor((row) => row.candidate?.finalMetrics.find((metric) => metric.name === name)?.value, {
        id: `metric.${name}`,
        header: name,
        size: widthOf(name),
        cell: (cell) => formatValue(cell.getValue()),
      }),
    ),
  ]);
}

/** Of a column of figures: its head, and the arrow of the order, px. */
const widthOf = (head: string) => Math.max(92, 8 * head.length + 36);

function Verdicts({ candidate }: { candidate: CandidateRowFragment }) {
  const { picks, rejections } = candidate;
  return (
    <>
      {picks > 0 && <VerdictWord verdict="PICKED" count={picks} />}{' '}
      {rejections > 0 && <VerdictWord verdict="REJECTED" count={rejections} />}
    </>
  );
}
