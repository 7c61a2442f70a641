import { finishSearches } from '../client/run-searches.ts';
import { beginSearch, presetOf, type Session } from '../client/session.ts';
import { difference, formatDifference, formatFigure, printTable } from '../client/table.ts';
import { CommandError } from '../command.ts';
import { CandidateMetricsDocument } from '../operations.generated.ts';
import { chapter9, type EpochFigures } from './thesis.ts';

/** A figure of ours beside the thesis's. */
interface Compared {
  here: number | null;
  thesis: number | null;
  /** (here - thesis) / thesis. */
  difference: number | null;
}

interface Row {
  epoch: number;
  split: EpochFigures['split'];
  figures: Partial<Record<Figure, Compared>>;
}

type Figure = 'reconstruction' | 'bce' | 'kl';
const FIGURES: readonly Figure[] = ['reconstruction', 'bce', 'kl'];

/** One network under both losses, side by side, as ordinary searches (tables 9.2 and 9.3). */
export async function chapterNine(session: Session, quick: boolean, seed: number | undefined): Promise<object> {
  const runs = [];
  for (const { loss } of chapter9) {
    const preset = presetOf(session, `${quick ? 'quick' : 'thesis'}-9-${loss}`);
    runs.push({ loss, epochs: preset.plan.training.epochs, ...(await beginSearch(session, preset, { seed })) });
  }
  const searches = runs.map(({ loss, searchId }) => ({ label: loss, searchId, budget: 1 }));
  await finishSearches(session, searches);
  const tables = [];
  for (const [i, { table, loss, rows }] of chapter9.entries()) {
    const { searchId, epochs } = runs[i]!;
    const { network, metrics } = await read(session, searchId);
    const compared = rowsOf(rows, metrics, epochs);
    console.log(`\nTable ${table}, ${loss} loss: ${network}\n${print(compared)}`);
    tables.push({ table, loss, searchId, network, rows: compared });
  }
  return { tables };
}

interface Metric {
  name: string;
  split: string;
  epoch: number;
  value: number;
}

async function read({ api }: Session, searchId: string): Promise<{ network: string; metrics: Metric[] }> {
  const { search } = await api.request(CandidateMetricsDocument, { id: searchId, number: 1 });
  const candidate = search?.candidate;
  if (!candidate?.trial || candidate.status !== 'DONE')
    throw new CommandError(`The network could not be trained: ${candidate?.trial?.failure?.message ?? 'it was not begun'}`);
  return { network: candidate.notation, metrics: candidate.trial.metrics };
}

/** The thesis's epochs that were trained, and the last one. */
export function rowsOf(thesis: readonly EpochFigures[], metrics: readonly Metric[], epochs: number): Row[] {
  const wanted = [...new Set([...thesis.map(({ epoch }) => epoch).filter((epoch) => epoch <= epochs), epochs])];
  return wanted.flatMap((epoch) =>
    (['TRAIN', 'VALIDATION'] as const).map((split): Row => {
      const printed = thesis.find((row) => row.epoch === epoch && row.split === split);
      const figures: Row['figures'] = {};
      for (const name of FIGURES) {
        const here = metrics.find((metric) => metric.name === name && metric.split === split && metric.epoch === epoch)?.value ?? null;
        const theirs = printed?.[name] ?? null;
        if (thesis.some((row) => row[name] !== null)) figures[name] = { here, thesis: theirs, difference: difference(here, theirs) };
      }
      return { epoch, split, figures };
    }),
  );
}

function print(rows: readonly Row[]): string {
  const names = FIGURES.filter((name) => rows[0]?.figures[name]);
  const head = ['epoch', 'split', ...names.flatMap((name) => [`${name}: thesis`, 'here', 'difference']), ''];
  return printTable(
    head,
    rows.map(({ epoch, split, figures }) => [
      String(epoch),
      split.toLowerCase(),
      ...names.flatMap((name) => {
        const { here, thesis } = figures[name]!;
        return [formatFigure(thesis), formatFigure(here), formatDifference(here, thesis)];
      }),
      '',
    ]),
  );
}
