import { runSearches } from '../client/run-searches.ts';
import { begin, type Laboratory, presetOf } from '../client/session.ts';
import { formatDifference, formatFigure, printTable } from '../client/table.ts';
import { bestTable, type CandidateReport, readReport } from '../search/report.ts';
import { chapter10, type TopTable, table44 } from './thesis.ts';

/** A search, and its best networks beside the thesis's (4.5 and chapter 10). */
export async function topOfSearch(lab: Laboratory, chapter: string, quick: boolean, seed: number | undefined): Promise<object> {
  const preset = presetOf(lab, `${quick ? 'quick' : 'thesis'}-${chapter}`);
  const begun = Date.now();
  const { searchId, datasetId } = await begin(lab, preset, seed);
  const search = { label: chapter, searchId, budget: preset.plan.budget.candidates };
  await runSearches(lab.api, { teamId: lab.teamId, after: lab.cursor, searches: [search] }, lab.stop);
  lab.stop.throwIfAborted();
  const report = await readReport(lab.api, { searchId, datasetId, preset: preset.name, seconds: (Date.now() - begun) / 1000 });
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
