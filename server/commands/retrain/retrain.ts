import { writeFileSync } from 'node:fs';
import { rewardKinds } from '../../../schema/plans/rewards.ts';
import { fullTraining } from '../../../schema/rankings/retrain.ts';
import { Api, readServer, readToken } from '../client/api.ts';
import { runSearches } from '../client/run-searches.ts';
import { openSession } from '../client/session.ts';
import { CommandError, readNumber, readOptions, runCommand } from '../command.ts';
import { dataFolder } from '../machine/data-folder.ts';
import { stopSignal } from '../machine/stop.ts';
import {
  RankingsOfDocument,
  RetrainCommandDocument,
  type RetrainInput,
  SearchByNameDocument,
  type SearchByNameQuery,
} from '../operations.generated.ts';
import { BACKEND_HELP, readBackend, readOutput } from '../shared-options.ts';
import { printRankings } from './rankings-text.ts';

const HELP = `Trains networks of a search again, in full, and prints both rankings.

  npm run retrain -- --search NAME --top N [options]

  --search NAME    name or id of the search; of several with one name the newest
  --top N          its N best
  --by REWARD      best by this reward, e.g. INVERSE_KL (default: what the search learns from)
  --picked         instead of --top: those that members picked
  --numbers LIST   instead of --top: candidates by number, e.g. 3,17,4
  --epochs N       epochs of each (default: the search's, at least 20)
  --images N       training images (default: all)
  --seed N         seed of everything random, instead of the search's
  --name NAME      of the new search
  --json FILE      writes both rankings to FILE
  --data FOLDER    where database and files of the search are kept
  --workers N      processes that train, 1 to 64 (default: as measured for this machine, or one a GPU)
  --threads N      threads of each (default: the cores shared among them)
  --backend NAME   ${BACKEND_HELP}
  --verbose        shows what the workers say
  --server URL     instead of --data: a running platform does it; HANDPICK_TOKEN is a token of kind PERSONAL
  --help           this text`;

const OPTIONS = {
  search: { type: 'string' },
  top: { type: 'string' },
  by: { type: 'string' },
  picked: { type: 'boolean' },
  numbers: { type: 'string' },
  epochs: { type: 'string' },
  images: { type: 'string' },
  seed: { type: 'string' },
  name: { type: 'string' },
  json: { type: 'string' },
  data: { type: 'string' },
  workers: { type: 'string' },
  threads: { type: 'string' },
  backend: { type: 'string' },
  server: { type: 'string' },
  verbose: { type: 'boolean' },
} as const;

/** The command `npm run retrain`. */
export const main = (args: string[]): Promise<never> => runCommand(() => command(args));

type Given = NonNullable<ReturnType<typeof readOptions<typeof OPTIONS>>>;
type Wanted = ReturnType<typeof readWanted>;

async function command(args: string[]): Promise<number> {
  const given = readOptions(args, OPTIONS, HELP);
  if (!given) return 0;
  const wanted = readWanted(given);
  const stop = stopSignal();
  if (wanted.server) return run(new Api(wanted.server, readToken()), null, wanted, stop);
  // only now: what is wrong with the options is told at once
  const { withPlatform } = await import('../machine/own-platform.ts');
  return withPlatform({ ...wanted, data: wanted.data! }, stop, (api, teamId) => run(api, teamId, wanted, stop));
}

/** All options are checked before anything is started. */
function readWanted(given: Given) {
  const { search, server, json, data } = given;
  if (search === undefined) throw new CommandError('--search: missing; give the name or id of a search');
  if ((data === undefined) === (server === undefined)) throw new CommandError('Give either --data or --server: where the search is kept');
  const backend = readBackend(given.backend);
  const file = readOutput('json', json);
  return {
    search,
    candidates: readCandidates(given),
    by: readReward(given.by),
    epochs: readNumber('epochs', given.epochs, 1, 1000),
    images: readNumber('images', given.images, 1, 1e9),
    seed: readNumber('seed', given.seed, 0, 2 ** 31 - 1),
    name: given.name,
    file,
    backend,
    verbose: given.verbose ?? false,
    workers: readNumber('workers', given.workers, 1, 64),
    threads: readNumber('threads', given.threads, 1, 1024),
    server: server === undefined ? undefined : readServer(server),
    data: data === undefined ? undefined : dataFolder(data),
  };
}

function readCandidates({ top, by, picked, numbers }: Given): RetrainInput['candidates'] {
  const ways = [top !== undefined, picked === true, numbers !== undefined].filter(Boolean).length;
  if (ways !== 1) throw new CommandError('Give one of --top, --picked and --numbers: which networks are trained again');
  if (by !== undefined && top === undefined) throw new CommandError('--by: only beside --top');
  if (numbers !== undefined) return { numbers: numbers.split(',').map((text) => readNumber('numbers', text, 1, 2 ** 31 - 1)!) };
  if (picked) return { picked };
  const reward = readReward(by);
  return { top: { count: readNumber('top', top, 1, 1000)!, ...(reward ? { by: { reward } } : {}) } };
}

function readReward(name: string | undefined) {
  if (name === undefined) return undefined;
  const found = rewardKinds.find(({ kind }) => kind === name);
  if (!found) throw new CommandError(`--by: ${JSON.stringify(name)}; allowed are ${rewardKinds.map(({ kind }) => kind).join(', ')}`);
  return found.kind;
}

type Row = NonNullable<SearchByNameQuery['team']>['searches']['edges'][number]['node'];

/** By id, else the newest with this name. @throws CommandError */
async function findSearch(api: Api, teamId: string, search: string): Promise<Row> {
  for (let after: string | null = null; ; ) {
    const answer: SearchByNameQuery = await api.request(SearchByNameDocument, { teamId, after });
    const page: NonNullable<SearchByNameQuery['team']>['searches'] | undefined = answer.team?.searches;
    const found = page?.edges.find(({ node }) => node.id === search || node.name === search);
    if (found) return found.node;
    if (!page?.pageInfo.hasNextPage) throw new CommandError(`--search: ${JSON.stringify(search)} is no search of this team`);
    after = page.pageInfo.endCursor;
  }
}

/** Begins the retraining, shows it to its end, and prints both rankings. */
async function run(api: Api, team: string | null, wanted: Wanted, stop: AbortSignal): Promise<number> {
  const session = await openSession(api, team, stop);
  const parent = await findSearch(api, session.teamId, wanted.search);
  const { plan } = parent;
  const { epochs, images, seed, name, candidates } = wanted;
  const full = fullTraining(plan.training);
  const training = { ...full, epochs: epochs ?? full.epochs, trainImages: images ?? full.trainImages };
  const { retrain } = await api.request(RetrainCommandDocument, { input: { searchId: parent.id, candidates, training, seed, name } });
  const { search, userErrors } = retrain;
  if (!search) throw new CommandError(userErrors.map(({ field, message }) => `${field ?? 'retrain'}: ${message}`).join('\n'));
  const budget = search.plan.budget.candidates;
  console.log(`${search.name}: ${budget} networks, ${training.epochs} epochs, ${training.trainImages ?? 'all'} images`);
  const [end] = await runSearches(session, [{ label: '', searchId: search.id, budget }]);
  if (stop.aborted) return 130;
  if (end !== 'FINISHED') throw new CommandError(`The retraining ended as ${end ?? 'unknown'}.`);
  const { compareRankings } = await api.request(RankingsOfDocument, {
    first: { searchId: parent.id, measure: { reward: wanted.by ?? plan.reward } },
    second: { searchId: search.id, measure: { reward: plan.reward } },
  });
  if (!compareRankings) throw new CommandError('The searches are gone.');
  console.log(`\n${printRankings(compareRankings)}`);
  if (wanted.file)
    writeFileSync(wanted.file, `${JSON.stringify({ search: parent.id, retraining: search.id, rankings: compareRankings }, null, 2)}\n`);
  return 0;
}
