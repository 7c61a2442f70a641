import { finishSearches } from '../client/run-searches.ts';
import { beginSearch, presetOf, type Session } from '../client/session.ts';
import { formatDifference, formatFigure, printTable } from '../client/table.ts';
import { CommandError } from '../command.ts';
import { RankingsOfDocument, RetrainCommandDocument } from '../operations.generated.ts';
import { printRankings, type Rankings } from '../retrain/rankings-text.ts';
import { retrainings, type TopTable } from './thesis.ts';

/** A quick retraining has so many times the epochs of its search, on the same images. */
const QUICK_EPOCHS = 2;

/** A search that trains parts of networks, then its best in full, and both rankings (thesis 5.1 and 5.2). */
export async function retraining(session: Session, chapter: '5.1' | '5.2', quick: boolean, seed: number | undefined): Promise<object> {
  const { before, after, retrained, note } = retrainings[chapter];
  const preset = presetOf(session, `${quick ? 'quick' : 'thesis'}-${chapter}`);
  const { plan } = preset;
  const { searchId } = await beginSearch(session, preset, { seed });
  const first = { label: 'search', searchId, budget: plan.budget.candidates };
  await finishSearches(session, [first]);

  const count = Math.min(retrained, plan.budget.candidates);
  const training = quick
    ? { ...plan.training, scope: 'FULL' as const, initialisations: 1, epochs: QUICK_EPOCHS * plan.training.epochs }
    : undefined;
  const { retrain } = await session.api.request(RetrainCommandDocument, { input: { searchId, candidates: { top: { count } }, training } });
  const again = retrain.search;
  if (!again) throw new CommandError(retrain.userErrors.map(({ field, message }) => `${field ?? 'retrain'}: ${message}`).join('\n'));
  const { budget, training: done } = again.plan;
  console.log(`\n${again.name}: ${budget.candidates} networks, ${done.epochs} epochs, ${done.trainImages ?? 'all'} images\n`);
  const second = { label: 'retraining', searchId: again.id, budget: budget.candidates };
  await finishSearches(session, [second]);

  const measure = { reward: plan.reward };
  const { compareRankings } = await session.api.request(RankingsOfDocument, {
    first: { searchId, measure },
    second: { searchId: again.id, measure },
  });
  if (!compareRankings) throw new CommandError('The searches are gone.');
  console.log(`\n${printTop(before, 'before', compareRankings)}\n\n${printTop(after, 'after the retraining', compareRankings)}\n\n${note}`);
  console.log(`\n${printRankings(compareRankings)}`);
  return { search: searchId, retraining: again.id, reward: plan.reward, thesis: { before, after }, rankings: compareRankings };
}

/** The thesis's first networks beside ours. */
function printTop({ table, rows }: TopTable, when: string, { candidates }: Rankings): string {
  const second = when !== 'before';
  const ours = [...candidates].sort((a, b) => (second ? a.secondRank - b.secondRank : a.firstRank - b.firstRank));
  const body = rows.map(({ network, figures }, i) => {
    const row = ours[i];
    const here = row && (second ? row.secondValue : row.firstValue);
    return [
      String(i + 1),
      formatFigure(figures.reward),
      formatFigure(here),
      formatDifference(here, figures.reward),
      row?.first.notation ?? '',
      network,
    ];
  });
  const widest = Math.max(...body.map((row) => row[4]!.length), 4);
  return `Table ${table}, ${when}\n${printTable(
    ['', 'thesis', 'here', 'difference', 'network here', 'of the thesis'],
    body.map((row) => row.map((cell, i) => (i === 4 ? cell.padEnd(widest) : cell))),
  )}`;
}
