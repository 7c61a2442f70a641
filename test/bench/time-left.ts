import { writeFileSync } from 'node:fs';
import { presets } from '../../schema/plans/presets/presets.ts';
import type { Api } from '../../server/commands/client/api.ts';
import { followSearch } from '../../server/commands/client/follow-search.ts';
import { CommandError, explain, readNumber, readOptions } from '../../server/commands/command.ts';
import { withPlatform } from '../../server/commands/machine/own-platform.ts';
import { stopSignal } from '../../server/commands/machine/stop.ts';
import { CommandTeamDocument, CreateCommandSearchDocument } from '../../server/commands/operations.generated.ts';
import { readReport } from '../../server/commands/search/report.ts';
import type { Bench } from './bench.ts';
import { type Prediction, timeLeftFigure } from './time-left-figure.ts';

const HELP = `Predicted time left of a real search, after each candidate, beside the time it then took; one line of JSON.

  npm run bench -- time-left [--preset NAME] [--seed N] [--candidates N] [--workers N] [--threads N] [--backend NAME] [--json FILE]

  --preset   default: tour
  --json     file that gets the line, every prediction, and what each candidate took`;

const text = { type: 'string' } as const;
const OPTIONS = { preset: text, seed: text, candidates: text, workers: text, threads: text, backend: text, json: text };

async function measure(args: string[]): Promise<number> {
  const given = readOptions(args, OPTIONS, HELP);
  if (!given) return 0;
  const { backend, json } = given;
  const preset = presets.find(({ name }) => name === (given.preset ?? 'tour'));
  if (!preset)
    throw new CommandError(`--preset: ${JSON.stringify(given.preset)}; allowed are ${presets.map(({ name }) => name).join(', ')}`);
  const seed = readNumber('seed', given.seed, 0, 2 ** 31 - 1) ?? preset.plan.seed;
  const candidates = readNumber('candidates', given.candidates, 7, 100_000) ?? preset.plan.budget.candidates;
  const workers = readNumber('workers', given.workers, 1, 64);
  const threads = readNumber('threads', given.threads, 1, 1024);
  const stop = stopSignal();
  return withPlatform({ data: undefined, workers, threads, backend, verbose: false }, stop, async (api, teamId) => {
    const { search, predictions, seconds } = await run(api, teamId, { ...preset, seed, candidates }, stop);
    if (stop.aborted) return 130;
    const report = await readReport(api, { ...search, preset: preset.name, seconds });
    if (report.search.status !== 'FINISHED') throw new CommandError(`the search ended as ${report.search.status}`);
    const of = { preset: preset.name, seed, candidates, workers: workers ?? null, threads: threads ?? null, backend: report.backend };
    const line = JSON.stringify({ bench: 'time-left', ...of, ...timeLeftFigure(predictions, seconds) });
    console.log(line);
    if (json) writeFileSync(json, `${JSON.stringify({ figure: JSON.parse(line), predictions, report }, null, 2)}\n`);
    return 0;
  });
}

/** Runs the search to its end; a prediction is kept each time one more candidate has ended. Times count from the search's creation. */
async function run(
  api: Api,
  teamId: string,
  { name, plan, seed, candidates }: { name: string; plan: (typeof presets)[number]['plan']; seed: number; candidates: number },
  stop: AbortSignal,
) {
  const { viewer } = await api.request(CommandTeamDocument, {});
  const { latestCursor } = viewer!.teams.find(({ id }) => id === teamId)!;
  const input = { teamId, name: `time left of ${name}`, preset: name, plan: { ...plan, seed, budget: { ...plan.budget, candidates } } };
  const begun = performance.now();
  const { createSearch } = await api.request(CreateCommandSearchDocument, { input });
  if (!createSearch.search) throw new CommandError(createSearch.userErrors.map(({ message }) => message).join('\n'));
  const { id: searchId, dataset } = createSearch.search;
  const predictions: Prediction[] = [];
  for await (const { search } of followSearch(api, { teamId, searchId, after: latestCursor }, stop)) {
    if (!search?.timeLeft) continue;
    const { counts, timeLeft } = search;
    const ended = counts.done + counts.failed;
    if (predictions.some((prediction) => prediction.ended === ended)) continue;
    const { seconds, low, high } = timeLeft;
    predictions.push({ ended, at: (performance.now() - begun) / 1000, seconds, low, high });
    console.error(`${ended}/${candidates} ended: ${seconds.toFixed(0)} s left (${low.toFixed(0)} to ${high.toFixed(0)})`);
  }
  return { search: { searchId, datasetId: dataset.id }, predictions, seconds: (performance.now() - begun) / 1000 };
}

export const timeLeft: Bench = {
  about: 'how far the predicted time left of a search is from the time it took',
  run: async (args) => {
    try {
      return await measure(args);
    } catch (error) {
      console.error(explain(error));
      return 1;
    }
  },
};
