import { writeFileSync } from 'node:fs';
import { Api, readServer, readToken } from '../client/api.ts';
import { openSession, type Session } from '../client/session.ts';
import { CommandError, readNumber, readOptions, runCommand } from '../command.ts';
import { dataFolder } from '../machine/data-folder.ts';
import { stopSignal } from '../machine/stop.ts';
import { BACKEND_HELP, readBackend, readOutput } from '../shared-options.ts';
import { chapterNine } from './chapter-9.ts';
import { retraining } from './retraining.ts';
import { topOfSearch } from './top-table.ts';

const CHAPTERS: Record<string, string> = {
  '4.5': 'classifiers of digits: table 4.4',
  '5.1': 'random convolutions, then the best trained in full: tables 5.1 and 5.2, both rankings',
  '5.2': 'autoencoders with a random encoder, then the best trained in full: as tables 5.3 and 5.4, both rankings',
  '9': 'one variational autoencoder under both losses: tables 9.2 and 9.3',
  ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`10.${i + 1}`, `search ${i + 1} of chapter 10 on MNIST`])),
  ...Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`10.${i + 1}-cifar`, `search ${i + 1} of chapter 10 on CIFAR-10`])),
};

const HELP = `Runs an experiment of the thesis, and prints its table beside the thesis's.

  npm run reproduce -- CHAPTER [options]

${Object.entries(CHAPTERS)
  .map(([name, text]) => `  ${name.padEnd(16)} ${text}`)
  .join('\n')}

  --quick          fewer images and epochs, smaller spaces: minutes on two cores
  --json FILE      writes all of it to FILE
  --seed N         seed of everything random, instead of the preset's
  --data FOLDER    keeps database and files there; "npm start -- --data FOLDER" shows the searches on the page (default: a temporary folder)
  --workers N      processes that train, 1 to 64 (default: as measured for this machine, or one a GPU)
  --threads N      threads of each (default: the cores shared among them)
  --backend NAME   ${BACKEND_HELP}
  --verbose        shows what the workers say
  --server URL     a running platform does it, with its workers; HANDPICK_TOKEN is a token of kind PERSONAL
  --help           this text

Ctrl-C stops the searches and everything that was started for them.`;

const OPTIONS = {
  quick: { type: 'boolean' },
  json: { type: 'string' },
  seed: { type: 'string' },
  data: { type: 'string' },
  workers: { type: 'string' },
  threads: { type: 'string' },
  backend: { type: 'string' },
  server: { type: 'string' },
  verbose: { type: 'boolean' },
} as const;

/** The command `npm run reproduce`. */
export const main = (args: string[]): Promise<never> => runCommand(() => reproduce(args));

async function reproduce(args: string[]): Promise<number> {
  const [first, ...rest] = args;
  const named = first !== undefined && !first.startsWith('-');
  const given = readOptions(named ? rest : args, OPTIONS, HELP);
  if (!given) return 0;
  const chapter = readChapter(named ? first : undefined);
  const { server, json, quick = false, verbose = false } = given;
  const backend = readBackend(given.backend);
  const file = readOutput('json', json);
  const seed = readNumber('seed', given.seed, 0, 2 ** 31 - 1);
  const own = {
    backend,
    verbose,
    workers: readNumber('workers', given.workers, 1, 64),
    threads: readNumber('threads', given.threads, 1, 1024),
    data: given.data === undefined ? undefined : dataFolder(given.data),
  };
  const address = server === undefined ? undefined : readServer(server);
  const stop = stopSignal();
  const body = async (api: Api, teamId: string | null) => {
    const begun = Date.now();
    console.log(`${chapter}: ${CHAPTERS[chapter]}${quick ? ', quick' : ''}`);
    try {
      const found = await run(await openSession(api, teamId, stop), chapter, quick, seed);
      const seconds = (Date.now() - begun) / 1000;
      console.log(`\n${seconds.toFixed(0)} s`);
      if (file) writeFileSync(file, `${JSON.stringify({ chapter, quick, seconds, ...found }, null, 2)}\n`);
      return 0;
    } catch (error) {
      if (stop.aborted) return 130;
      throw error;
    }
  };
  if (address) return body(new Api(address, readToken()), null);
  // only now: what is wrong with the options is told at once
  const { withPlatform } = await import('../machine/own-platform.ts');
  return withPlatform(own, stop, body);
}

function run(session: Session, chapter: string, quick: boolean, seed: number | undefined): Promise<object> {
  if (chapter === '9') return chapterNine(session, quick, seed);
  if (chapter === '5.1' || chapter === '5.2') return retraining(session, chapter, quick, seed);
  return topOfSearch(session, chapter, quick, seed);
}

function readChapter(name: string | undefined): string {
  if (name !== undefined && Object.hasOwn(CHAPTERS, name)) return name;
  const known = Object.keys(CHAPTERS).join(', ');
  throw new CommandError(
    `${name === undefined ? 'The chapter is missing' : `${JSON.stringify(name)} is no chapter`}; allowed are ${known}`,
  );
}
