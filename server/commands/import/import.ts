import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { REPLAY_CANDIDATES, REPLAY_SPACE, replaySearch, replaySpaces } from '../../../schema/metaqnn/replay-search.ts';
import type { SpacePreset } from '../../../schema/spaces/presets.ts';
import { Api, readServer, readToken } from '../client/api.ts';
import { openSession } from '../client/session.ts';
import { CommandError, readNumber, readOptions, runCommand } from '../command.ts';
import { dataFolder } from '../machine/data-folder.ts';
import { stopSignal } from '../machine/stop.ts';
import { ImportSearchByCommandDocument } from '../operations.generated.ts';

const HELP = `Starts a search on MNIST from a replay file of the public MetaQNN program: its networks become candidates with their rewards, and
the controller goes on from the Q-table that its rows give.

  npm run import -- --replay FILE (--data FOLDER | --server URL) [options]

  --replay FILE    CSV with the columns net, accuracy_best_val and, if there, epsilon; a file with anything wrong is refused whole
  --space NAME     which networks are allowed: ${replaySpaces.join(', ')} (default ${REPLAY_SPACE})
  --name NAME      of the search (default: the file's)
  --candidates N   networks of the search, those of the file counted too (default ${REPLAY_CANDIDATES})
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
  space: SpacePreset;
  name: string;
  candidates: number;
  seed: number;
}

/** The command `npm run import`. */
export const main = (args: string[]): Promise<never> => runCommand(() => importFile(args));

async function importFile(args: string[]): Promise<number> {
  const given = readOptions(args, OPTIONS, HELP);
  if (!given) return 0;
  const { replay, space: name = REPLAY_SPACE } = given;
  if (replay === undefined) throw new CommandError('--replay: missing; give a replay file');
  const space = replaySpaces.find((each) => each === name);
  if (!space) throw new CommandError(`--space: ${JSON.stringify(name)}; allowed: ${replaySpaces.join(', ')}`);
  const wanted: Wanted = {
    replay: readText(replay),
    space,
    name: given.name ?? basename(replay).slice(0, 120),
    candidates: readNumber('candidates', given.candidates, 1, 100_000) ?? REPLAY_CANDIDATES,
    seed: readNumber('seed', given.seed, 0, 2 ** 31 - 1) ?? 1,
  };
  if ((given.data === undefined) === (given.server === undefined))
    throw new CommandError('--data, --server: give one of them; --help says more');
  const stop = stopSignal();
  if (given.server !== undefined) return run(new Api(readServer(given.server), readToken()), null, wanted, stop);
  const data = dataFolder(given.data!);
  const { withPlatform } = await import('../machine/own-platform.ts');
  // no worker: nothing is trained, so no backend is provided either
  const platform = { data, workers: 0, threads: undefined, backend: 'wasm', verbose: false };
  return withPlatform(platform, stop, (api, teamId) => run(api, teamId, wanted, stop));
}

async function run(api: Api, team: string | null, { replay, space, name, candidates, seed }: Wanted, stop: AbortSignal): Promise<number> {
  const { teamId } = await openSession(api, team, stop);
  const search = { teamId, name, ...replaySearch(space, { candidates, seed }) };
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
