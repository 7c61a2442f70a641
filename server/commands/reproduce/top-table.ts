import { finishSearches } from '../client/run-searches.ts';
import { beginSearch, presetOf, type Session } from '../client/session.ts';
import { formatDifference, formatFigure, printTable } from '../client/table.ts';
import { bestTable, type CandidateReport, readReport } from '../search/report.ts';
import { chapter10, type TopTable, table44 } from './thesis.ts';

/** A search, and its best networks beside the thesis's (4.5 and chapter 10). */
export async function topOfSearch(session: Session, chapter: string, quick: boolean, seed: number | undefined): Promise<object> {
  const preset = presetOf(session, `${quick ? 'quick' : 'thesis'}-${chapter}`);
  const begun = Date.now();
  const { searchId, datasetId } = await beginSearch(session, preset, { seed });
  const search = { label: chapter, searchId, budget: preset.plan.budget.candidates };
  await finishSearches(session, [search]);
  const report = await readReport(session.api, { searchId, datasetId, preset: preset.name, seconds: (Date.now() - begun) / 1000 });
  const thesis = chapter === '4.5' ? table44 : chapter10[chapter];
  console.log(`\n${thesis ? print(thesis, report.candidates) : 'Of this search the thesis shows pictures and prints no table.'}`);
  console.log(`\n${bestTable(report)}`);
  return { thesis: thesis ?? null, ...report };
}

function print({ table, rows }: TopTable, candidates: readonly CandidateReport[]): string {
  const best = candidates.filter(({ reward }) => reward !== null).sort((a, b) => b.reward! - a.reward! || a.number - b.number);
  const names = Object.keys(rows[0]!.figures);
  const body = rows.map(({ network, figures }, i) => {
    const ours = best[i];
    const compared = names.flatMap((name) => {
      const here = ours?.metrics[name];
      return [formatFigure(figures[name]), formatFigure(here), formatDifference(here, figures[name])];
    });
    return [String(i + 1), ...compared, `${ours?.notation ?? ''}   thesis: ${network}`];
  });
  return `Table ${table}\n${printTable(['', ...names.flatMap((name) => [`${name}: thesis`, 'here', 'difference']), 'network'], body)}`;
}
