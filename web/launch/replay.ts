import { distinct } from '../../schema/metaqnn/distinct.ts';
import { type ReplayFile, ReplayFileError, type ReplayRow, readReplayFile } from '../../schema/metaqnn/replay-file.ts';
import { makeSpace } from '../../schema/spaces/make.ts';
import { type SpacePreset, spacePresets } from '../../schema/spaces/presets.ts';
import type { KnownDataset } from './input.ts';
import { shapeOf } from './input.ts';

/** Bytes of what a session may send at once, less than the server allows: the rest of the request has to fit too. */
const MOST_BYTES = 900_000;

/** What a replay file would become, before anything is sent. */
export interface ReplayPreview {
  /** Rows that were read, right and wrong ones. */
  rows: number;
  /** Different networks that fit the space: candidates of the search. */
  networks: number;
  /** Accuracy of the best of them; null without any. */
  best: number | null;
  /** What is wrong, with line, column, value and what is allowed; with any of these nothing is imported. */
  problems: string[];
  /** What is sent: the columns that count, of every row. */
  text: string;
}

/** Reads a replay file as the server does, in the space that is chosen. @param most bytes that may be sent */
export function previewReplay(text: string, space: SpacePreset, dataset: KnownDataset, most = MOST_BYTES): ReplayPreview {
  const data = shapeOf(dataset);
  const made = makeSpace(spacePresets[space], data);
  let file: ReplayFile;
  try {
    file = readReplayFile(text, made, data.image);
  } catch (error) {
    if (!(error instanceof ReplayFileError)) throw error;
    return { rows: 0, networks: 0, best: null, problems: [error.message], text: '' };
  }
  const { networks } = distinct(file.rows, made);
  const lean = leanText(file.rows);
  const problems = [...file.problems];
  const bytes = new TextEncoder().encode(JSON.stringify(lean)).length;
  if (file.rows.length === 0 && problems.length === 0) problems.push('it has no rows; allowed: at least one network');
  if (bytes > most)
    problems.push(`${Math.ceil(bytes / 1000)} kB of networks; allowed from the page: ${most / 1000} kB. npm run import takes larger files`);
  return {
    rows: file.rows.length + file.problems.length,
    networks: networks.length,
    best: networks.length > 0 ? Math.max(...networks.map(({ reward }) => reward)) : null,
    problems,
    text: lean,
  };
}

/** A replay file with the same rows and nothing else: the program writes many more columns. */
function leanText(rows: readonly ReplayRow[]): string {
  const lines = rows.map(({ net, accuracy, epsilon }) => `"${net}",${accuracy},${epsilon ?? ''}`);
  return ['net,accuracy_best_val,epsilon', ...lines].join('\n');
}
