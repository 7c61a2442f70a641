import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { Api, readServer, readToken } from '../client/api.ts';
import { CommandError, readNumber, readOptions, runCommand } from '../command.ts';
import { dataFolder } from '../machine/data-folder.ts';
import { stopSignal } from '../machine/stop.ts';
import { CommandTeamDocument, ImportSearchByCommandDocument } from '../operations.generated.ts';

const SPACES = Object.entries(spacePresets).flatMap(([name, limits]) => (limits.kind === 'CHAIN' ? [name] : []));

const HELP = `Starts a search on MNIST from a replay file of the public MetaQNN program: its networks become candidates with their rewards, and
the controller goes on from the Q-table that its rows give.

  npm run import -- --replay FILE (--data FOLDER | --server URL) [options]

  --replay FILE    CSV with the columns net, accuracy_best_val and, if there, epsilon; a file with anything wrong is refused whole
  --space NAME     which networks are allowed: ${SPACES.join(', ')} (default metaqnn-mnist)
  --name NAME      of the search (default: the file's)
  --candidates N   networks of the search, those of the file counted too (default 2700)
  --seed N         seed of everything random (default 1)
  --data FOLDER    where the database and the files of the platform are; it must not be running
  --server URL     a running platform; HANDPICK_TOKEN is a token of kind PERSONAL
  --help           this text

The workers of the platform go on with it: with --data, once it is started.`;

const OPTIONS = {
  replay: { type: 'string' },
  space: { type: 'string' },
  name: { type: 'string' },
  candidates: { type: 'string' },
  seed: { type: 'string' },
  data: { type: 'string' },
  server: { type: 'string' },
} as const;

interface Wanted {
  replay: string;
  space: keyof typeof spacePresets;
  name: string;
  candidates: number;
  seed: number;
}

/** The command `npm run import`. */
export const main = (args: string[]): Promise<never> => runCommand(() => importFile(args));

async function importFile(args: string[]): Promise<number> {
  const given = readOptions(args, OPTIONS, HELP);
  if (!given) return 0;
  const { replay, space = 'metaqnn-mnist' } = given;
  if (replay === undefined) throw new CommandError('--replay: missing; give a replay file');
  if (!SPACES.includes(space)) throw new CommandError(`--space: ${JSON.stringify(space)}; allowed: ${SPACES.join(', ')}`);
  const wanted: Wanted = {
    replay: readText(replay),
    space: space as Wanted['space'],
    name: given.name ?? basename(replay).slice(0, 120),
    candidates: readNumber('candidates', given.candidates, 1, 100_000) ?? 2700,
    seed: readNumber('seed', given.seed, 0, 2 ** 31 - 1) ?? 1,
  };
  if ((given.data === undefined) === (given.server === undefined))
    throw new CommandError('--data, --server: give one of them; --help says more');
  if (given.server !== undefined) return run(new Api(readServer(given.server), readToken()), null, wanted);
  const data = dataFolder(given.data!);
  const { withPlatform } = await import('../machine/own-platform.ts');
  // no worker: nothing is trained, so no backend is provided either
  const platform = { data, workers: 0, threads: undefined, backend: 'wasm', verbose: false };
  return withPlatform(platform, stopSignal(), (api, teamId) => run(api, teamId, wanted));
}

async function run(api: Api, team: string | null, { replay, space, name, candidates, seed }: Wanted): Promise<number> {
  const { viewer } = await api.request(CommandTeamDocument, {});
  const { id: teamId } = viewer!.teams.find(({ id }) => team === null || id === team)!;
  const { kind: _, ...chain } = spacePresets[space] as Extract<(typeof spacePresets)[Wanted['space']], { kind: 'CHAIN' }>;
  const { training, controller, parallelism, reward } = defaultPlan('CLASSIFICATION');
  const plan = {
    seed,
    budget: { candidates },
    parallelism,
    reward,
    training,
    controller,
  };
  const limits = {
    chain: { ...chain, filters: [...chain.filters], kernels: [...chain.kernels], pools: [...chain.pools], units: [...chain.units] },
  };
  // the preset brings the dataset, MNIST
  const search = { teamId, name, preset: 'tour', limits, plan };
  const { importSearch } = await api.request(ImportSearchByCommandDocument, { input: { search, replay } });
  if (!importSearch.search)
    throw new CommandError(importSearch.userErrors.map(({ field, message }) => `${field ?? 'import'}: ${message}`).join('\n'));
  const { id, counts } = importSearch.search;
  console.log(
    `${name}: ${counts.done} networks from ${counts.done + counts.reused} rows; the search is ${api.server.origin}/searches/${id}`,
  );
  return 0;
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError(`--replay: ${path} is not UTF-8 text`);
    throw new CommandError(`--replay: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}
