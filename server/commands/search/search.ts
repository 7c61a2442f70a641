import { writeFileSync } from 'node:fs';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { Api, readServer, readToken } from '../client/api.ts';
import { runSearches } from '../client/run-searches.ts';
import { formatSeconds } from '../client/search-lines.ts';
import { beginSearch, openSession, presetOf } from '../client/session.ts';
import { CommandError, readNumber, readOptions, runCommand } from '../command.ts';
import { dataFolder } from '../machine/data-folder.ts';
import { stopSignal } from '../machine/stop.ts';
import { BACKEND_HELP, readBackend, readOutput } from '../shared-options.ts';
import { bestTable, predictionLine, readReport, rungsLine } from './report.ts';

const HELP = `Runs one search to its end, without the page.

  npm run search -- --preset NAME [options]

  --preset NAME    what to search: ${presets.map(({ name }) => name).join(', ')}
  --list           says what each preset does
  --json FILE      writes plan, candidates and the best one to FILE
  --seed N         seed of everything random, instead of the preset's
  --candidates N   networks to train, instead of the preset's
  --data FOLDER    keeps database and files there (default: a temporary folder, removed at the end)
  --workers N      processes that train, 1 to 64 (default: as measured for this machine, or one a GPU)
  --threads N      threads of each (default: the cores shared among them)
  --backend NAME   ${BACKEND_HELP}
  --verbose        shows what the workers say
  --server URL     a running platform does it, with its workers; HANDPICK_TOKEN is a token of kind PERSONAL
  --help           this text

Ctrl-C stops the search and everything that was started for it.`;

const OPTIONS = {
  preset: { type: 'string' },
  list: { type: 'boolean' },
  json: { type: 'string' },
  seed: { type: 'string' },
  candidates: { type: 'string' },
  data: { type: 'string' },
  workers: { type: 'string' },
  threads: { type: 'string' },
  backend: { type: 'string' },
  server: { type: 'string' },
  verbose: { type: 'boolean' },
} as const;

/** The command `npm run search`. */
export const main = (args: string[]): Promise<never> => runCommand(() => search(args));

type Given = NonNullable<ReturnType<typeof readOptions<typeof OPTIONS>>>;

async function search(args: string[]): Promise<number> {
  const given = readOptions(args, OPTIONS, HELP);
  if (!given) return 0;
  if (given.list) {
    for (const { name, title, description } of presets) console.log(`${name}: ${title}\n  ${description}`);
    return 0;
  }
  const wanted = readWanted(given);
  const stop = stopSignal();
  if (wanted.server) return run(new Api(wanted.server, readToken()), null, wanted, stop);
  // only now: what is wrong with the options is told at once
  const { withPlatform } = await import('../machine/own-platform.ts');
  return withPlatform(wanted, stop, (api, teamId) => run(api, teamId, wanted, stop));
}

type Wanted = ReturnType<typeof readWanted>;

/** All options are checked before anything is started. */
function readWanted(given: Given) {
  const known = presets.map(({ name }) => name).join(', ');
  const { preset, server, json } = given;
  if (preset === undefined) throw new CommandError(`--preset: missing; the presets are ${known} (--list says what they do)`);
  if (!server && !presets.some(({ name }) => name === preset))
    throw new CommandError(`--preset: ${JSON.stringify(preset)} is not known; the presets are ${known}`);
  const backend = readBackend(given.backend);
  const file = readOutput('json', json);
  return {
    preset,
    backend,
    file,
    verbose: given.verbose ?? false,
    server: server === undefined ? undefined : readServer(server),
    seed: readNumber('seed', given.seed, 0, 2 ** 31 - 1),
    candidates: readNumber('candidates', given.candidates, 1, 100_000),
    workers: readNumber('workers', given.workers, 1, 64),
    threads: readNumber('threads', given.threads, 1, 1024),
    data: given.data === undefined ? undefined : dataFolder(given.data),
  };
}

/** Creates the search, shows it to its end, and tells what came out. */
async function run(api: Api, team: string | null, wanted: Wanted, stop: AbortSignal): Promise<number> {
  const session = await openSession(api, team, stop);
  const preset = presetOf(session, wanted.preset);
  const { seed, candidates } = wanted;
  const plan = candidates === undefined ? undefined : { ...preset.plan, budget: { ...preset.plan.budget, candidates } };
  const budget = candidates ?? preset.plan.budget.candidates;
  const begun = Date.now();
  const { searchId, datasetId } = await beginSearch(session, preset, { seed, plan });
  console.log(`${preset.title}: ${budget} networks on ${preset.dataset}, seed ${seed ?? preset.plan.seed}`);
  await runSearches(session, [{ label: '', searchId, budget }]);
  const seconds = (Date.now() - begun) / 1000;
  const report = await readReport(api, { searchId, datasetId, preset: preset.name, seconds });
  console.log(`\n${bestTable(report)}\n`);
  console.log(`${report.trained} trained, ${report.reused} came up again, ${formatSeconds(seconds)}, ${report.backend || 'no worker'}`);
  for (const line of [rungsLine(report), predictionLine(report)]) if (line) console.log(line);
  if (wanted.file) writeFileSync(wanted.file, `${JSON.stringify(report, null, 2)}\n`);
  if (stop.aborted) return 130;
  if (report.search.status === 'FINISHED') return 0;
  console.error(`The search ended as ${report.search.status}.`);
  return 1;
}
