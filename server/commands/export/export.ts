import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat, exportFormats } from '../../../schema/exports.ts';
import { formatBytes } from '../../../schema/networks/memory.ts';
import { Api, readServer, readToken } from '../client/api.ts';
import { CommandError, readOptions, runCommand } from '../command.ts';
import { dataFolder } from '../machine/data-folder.ts';
import { stopSignal } from '../machine/stop.ts';
import { ExportedCandidateDocument, ExportModelByCommandDocument } from '../operations.generated.ts';
import { readOutput } from '../shared-options.ts';

const nameOf = (format: ExportFormat) => format.toLowerCase().replace('_', '-');
const NAMES = EXPORT_FORMATS.map(nameOf);

const HELP = `Writes a trained network as a zip for another framework.

  npm run export -- CANDIDATE --format FORMAT --out PATH (--data FOLDER | --server URL)

  CANDIDATE        its id; or SEARCH/NUMBER, the id of its search and its number; or the address of its page
  --format FORMAT  what the zip holds, beside a README:
${EXPORT_FORMATS.map((format) => `                   ${nameOf(format).padEnd(9)}${exportFormats[format].holds}`).join('\n')}
  --out PATH       the file to write; a folder: a file in it with a name of its own
  --data FOLDER    where the database and the files of the platform are; it must not be running
  --server URL     a running platform; HANDPICK_TOKEN is a token of kind PERSONAL
  --help           this text`;

const OPTIONS = { format: { type: 'string' }, out: { type: 'string' }, data: { type: 'string' }, server: { type: 'string' } } as const;

/** The command `npm run export`. */
export const main = (args: string[]): Promise<never> => runCommand(() => exportCandidate(args));

async function exportCandidate(args: string[]): Promise<number> {
  const candidate = args[0]?.startsWith('-') === false ? args[0] : undefined;
  const options = candidate === undefined ? args : args.slice(1);
  const given = readOptions(options, OPTIONS, HELP);
  if (!given) return 0;
  if (candidate === undefined) throw new CommandError('CANDIDATE: missing; give an id, SEARCH/NUMBER, or the address of its page first');
  const wanted = { candidate, format: readFormat(given.format), out: readOut(given.out) };
  if ((given.data === undefined) === (given.server === undefined))
    throw new CommandError('--data, --server: give one of them; --help says more');
  if (given.server !== undefined) return run(new Api(readServer(given.server), readToken()), wanted);
  const data = dataFolder(given.data!);
  const { withPlatform } = await import('../machine/own-platform.ts');
  // no worker: nothing is trained, so no backend is provided either
  const platform = { data, workers: 0, threads: undefined, backend: 'wasm', verbose: false };
  return withPlatform(platform, stopSignal(), (api) => run(api, wanted));
}

async function run(api: Api, { candidate, format, out }: { candidate: string; format: ExportFormat; out: string }): Promise<number> {
  const candidateId = await idOf(api, candidate);
  const { exportModel } = await api.request(ExportModelByCommandDocument, { input: { candidateId, format } });
  if (!exportModel.export) throw new CommandError(exportModel.userErrors.map(({ message }) => message).join('\n'));
  const { name, size, url } = exportModel.export;
  const file = existsSync(out) && statSync(out).isDirectory() ? join(out, name) : out;
  writeFileSync(file, await api.download(url));
  console.log(`${file}: ${exportFormats[format].title}, ${formatBytes(size)}`);
  return 0;
}

/** Of a candidate given by search and number, or by its page's address, which ends in searches/SEARCH/candidates/NUMBER. */
async function idOf(api: Api, candidate: string): Promise<string> {
  const [, searchId, number] = candidate.match(/^(?:.*\/searches\/)?([^/]+)\/(?:candidates\/)?(\d{1,9})$/) ?? [];
  if (!searchId) return candidate;
  const { search } = await api.request(ExportedCandidateDocument, { searchId: decodeURIComponent(searchId), number: Number(number) });
  if (!search?.candidate) throw new CommandError(`${candidate}: there is no such candidate, or you may not see it`);
  return search.candidate.id;
}

function readFormat(text: string | undefined): ExportFormat {
  const format = EXPORT_FORMATS.find((each) => nameOf(each) === text?.toLowerCase());
  if (!format) throw new CommandError(`--format: ${text === undefined ? 'missing' : JSON.stringify(text)}; allowed: ${NAMES.join(', ')}`);
  return format;
}

function readOut(path: string | undefined): string {
  if (path === undefined) throw new CommandError('--out: missing; give the path of the zip');
  return readOutput('out', path);
}
