import { Api, readServer, readToken } from '../client/api.ts';
import { CommandError, readOptions, runCommand } from '../command.ts';
import { stopSignal } from '../machine/stop.ts';
import { CommandDatasetsDocument, CommandPerturbDatasetDocument } from '../operations.generated.ts';
import { addDataset, followImport, refusals } from './add.ts';
import { type DatasetOptions, describe, OPTIONS, readSeed, readShare } from './options.ts';

const HELP = `Datasets of a running platform.

  npm run dataset -- list
  npm run dataset -- add PATH [options]       a folder or zip of pictures in class folders (or with labels.csv), a zip of texts, a text
  npm run dataset -- perturb NAME [options]   a dataset with noise, derived from the newest version of that name

  --name NAME            of the dataset to be (default: of the file, or the dataset and its noise)
  --smallest-side N      add: scales all pictures so that their smallest side has N pixels, 4 to 512; they keep their shape
  --crop                 add: cuts them to squares, so that all have one size
  --validation SHARE     add: share for validation, 0.01 to 0.5 (default 0.15)
  --test SHARE           add: share for testing, 0 to 0.5 (default 0)
  --broken SHARE         add: share of the pictures that may be broken and left out (default 0.01)
  --source TEXT          add: where it is from
  --licence TEXT         add: under which licence it may be used
  --deviation X          perturb: standard deviation of Gaussian noise; white is 1 (default 0)
  --salt-and-pepper X    perturb: share of the pixels that become black or white (default 0)
  --seed N               of the split, or of the noise (default 1)
  --server URL           the platform (default http://localhost:4000)
  --help                 this text

HANDPICK_TOKEN is a token of kind PERSONAL, from the team page. An upload that was cut off goes on when the same command is run again.`;

const VERBS = ['list', 'add', 'perturb'];

/** The command `npm run dataset`. */
export const main = (args: string[]): Promise<never> => runCommand(() => dataset(args));

async function dataset(args: string[]): Promise<number> {
  const words = args.findIndex((arg) => arg.startsWith('-'));
  const [verb, what, ...more] = words < 0 ? args : args.slice(0, words);
  const given = readOptions(words < 0 ? [] : args.slice(words), OPTIONS, HELP);
  if (!given) return 0;
  if (verb === undefined || !VERBS.includes(verb))
    throw new CommandError(
      `${verb === undefined ? 'what to do is missing' : JSON.stringify(verb)}; allowed are ${VERBS.join(', ')} (--help says more)`,
    );
  if (verb !== 'list' && what === undefined)
    throw new CommandError(`${verb}: ${verb === 'add' ? 'a path' : 'the name of a dataset'} is missing`);
  const extra = verb === 'list' ? what : more[0];
  if (extra !== undefined) throw new CommandError(`${JSON.stringify(extra)} is one word too many; put names with spaces between quotes`);
  const api = new Api(readServer(given.server ?? 'http://localhost:4000'), readToken());
  if (verb === 'list') return list(api);
  const stop = stopSignal();
  return verb === 'add' ? addDataset(api, what!, given, stop) : perturb(api, what!, given, stop);
}

async function list(api: Api): Promise<number> {
  const { viewer } = await api.request(CommandDatasetsDocument, {});
  for (const { datasets } of viewer!.teams) for (const each of datasets) console.log(describe(each));
  return 0;
}

async function perturb(api: Api, name: string, given: DatasetOptions, stop: AbortSignal): Promise<number> {
  const { viewer } = await api.request(CommandDatasetsDocument, {});
  const team = viewer!.teams[0]!;
  const from = team.datasets.findLast((each) => each.name === name);
  if (!from) {
    const known = [...new Set(team.datasets.map((each) => each.name))].join(', ');
    throw new CommandError(`${JSON.stringify(name)} is not a dataset here; there are ${known}`);
  }
  const input = {
    ...{ teamId: team.id, datasetId: from.id, name: given.name ?? null },
    deviation: readShare('deviation', given.deviation, 0),
    saltAndPepper: readShare('salt-and-pepper', given['salt-and-pepper'], 0),
    seed: readSeed(given.seed),
  };
  const { perturbDataset } = await api.request(CommandPerturbDatasetDocument, { input });
  if (!perturbDataset.import) throw refusals(perturbDataset.userErrors);
  return followImport(api, perturbDataset.import.id, stop);
}
