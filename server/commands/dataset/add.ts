import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pause, sendFile } from '../../../schema/datasets/upload.ts';
import { TEXT_UNITS, type TextUnit, VOCABULARY_SIZE } from '../../../schema/datasets/words.ts';
import { type Api, Unreachable } from '../client/api.ts';
import { CommandError, readNumber } from '../command.ts';
import {
  CommandDatasetImportDocument,
  CommandDatasetsDocument,
  CommandImportDatasetDocument,
  type CommandImportFragment,
} from '../operations.generated.ts';
import { type DatasetOptions, describe, readSeed, readShare } from './options.ts';
import { writeZip } from './zip.ts';

/** `npm run dataset -- add`: sends a file or folder, as the page does, and waits for the dataset. */
export async function addDataset(api: Api, given: string, options: DatasetOptions, stop: AbortSignal): Promise<number> {
  const place = resolve(given);
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) throw new CommandError(`${given} does not exist`);
  const conversion = readConversion(options);
  if (!found.isDirectory()) return send(api, place, basename(place), found.size, conversion, stop);
  const folder = mkdtempSync(join(tmpdir(), 'handpick-dataset-'));
  try {
    const zip = join(folder, 'packed');
    console.log(`Packing ${given}`);
    return await send(api, zip, `${basename(place)}.zip`, await writeZip(place, zip), conversion, stop);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readConversion(options: DatasetOptions) {
  return {
    name: options.name,
    smallestSide: readNumber('smallest-side', options['smallest-side'], 4, 512) ?? null,
    crop: options.crop ?? false,
    validationShare: readShare('validation', options.validation, 0.15),
    testShare: readShare('test', options.test, 0),
    skippedShare: readShare('broken', options.broken, 0.01),
    seed: readSeed(options.seed),
    textUnit: readUnit(options.unit),
    vocabularySize: readNumber('vocabulary', options.vocabulary, VOCABULARY_SIZE.least, VOCABULARY_SIZE.most) ?? VOCABULARY_SIZE.usual,
    source: options.source ?? null,
    licence: options.licence ?? null,
  };
}

function readUnit(given = 'words'): TextUnit {
  const unit = TEXT_UNITS.find((each) => each === given.toUpperCase());
  if (!unit) throw new CommandError(`--unit: ${JSON.stringify(given)}; allowed are words and characters`);
  return unit;
}

async function send(
  api: Api,
  place: string,
  fileName: string,
  size: number,
  { name, ...conversion }: ReturnType<typeof readConversion>,
  stop: AbortSignal,
): Promise<number> {
  const { viewer } = await api.request(CommandDatasetsDocument, {});
  const team = viewer!.teams[0]!;
  const wanted = name ?? fileName.replace(/\.[^.]{1,5}$/, '');
  const begun = team.datasetImports.find(
    (each) => each.status === 'RECEIVING' && each.name === wanted && each.fileName === fileName && Number(each.size) === size,
  );
  if (begun) console.log(`Going on with ${wanted}, begun before, as it was begun`);
  const entry = begun ?? (await begin(api, { teamId: team.id, name: wanted, fileName, size: String(size), ...conversion }));
  const show = progressLine();
  const file = await open(place);
  try {
    const outcome = await sendFile(size, {
      send: (url, offset, length) => sendPiece(new URL(url, api.server), file, offset, length, stop),
      look: async () => {
        const now = await look(api, entry.id);
        return now && { received: Number(now.received), url: now.uploadUrl ?? null };
      },
      wait: (attempt) => sleep(pause(attempt), undefined, { signal: stop }).catch(() => {} /* aborted: seen by the loop */),
      progress: (received, waiting) => show(`Sending ${percent(received / size)}${waiting ? '; waiting for the platform' : ''}`),
      now: () => performance.now() / 1000,
      aborted: () => stop.aborted,
    });
    show.end();
    if (outcome === 'ABORTED') {
      console.error('Stopped; the same command goes on from here.');
      return 130;
    }
  } finally {
    await file.close();
  }
  return followImport(api, entry.id, stop);
}

async function begin(api: Api, input: { teamId: string; name: string; fileName: string; size: string }): Promise<CommandImportFragment> {
  const { importDataset } = await api.request(CommandImportDatasetDocument, { input });
  if (!importDataset.import) throw refusals(importDataset.userErrors);
  return importDataset.import;
}

/** null when the platform does not answer. */
async function look(api: Api, id: string): Promise<CommandImportFragment | null> {
  try {
    const { node } = await api.request(CommandDatasetImportDocument, { id });
    if (node && 'received' in node) return node as CommandImportFragment;
    throw new CommandError('the import is gone');
  } catch (error) {
    if (error instanceof Unreachable) return null;
    throw error;
  }
}

async function sendPiece(url: URL, file: Awaited<ReturnType<typeof open>>, offset: number, length: number, stop: AbortSignal) {
  const body = new Uint8Array(length);
  const { bytesRead } = await file.read(body, 0, length, offset);
  if (bytesRead < length) throw new CommandError('the file has become shorter while it was sent');
  try {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(60_000)]);
    const response = await fetch(url, { method: 'PATCH', body, headers: { 'Upload-Offset': String(offset) }, signal });
    const now = response.headers.get('Upload-Offset');
    return { status: response.status, offset: now === null ? null : Number(now) };
  } catch {
    // the platform is away: the next look tells how things stand
    return null;
  }
}

/** Shows a conversion to its end, and what came out. @returns exit code */
export async function followImport(api: Api, id: string, stop: AbortSignal): Promise<number> {
  const show = progressLine();
  for (let away = 0; !stop.aborted; ) {
    const now = await look(api, id);
    if (!now) {
      show('Waiting for the platform');
      await sleep(pause(++away), undefined, { signal: stop }).catch(() => {} /* aborted: seen by the loop */);
      continue;
    }
    away = 0;
    if (now.status === 'DONE' && now.dataset) {
      show.end();
      for (const { file, reason } of now.dataset.skipped) console.error(`left out ${file}: ${reason}`);
      console.log(describe(now.dataset));
      return 0;
    }
    if (now.status === 'REFUSED') {
      show.end();
      throw new CommandError(now.problem ?? 'refused');
    }
    show(`Converting ${percent(now.progress)}`);
    await sleep(300, undefined, { signal: stop }).catch(() => {} /* aborted: seen by the loop */);
  }
  show.end();
  console.error('Stopped; the platform goes on with it.');
  return 130;
}

export function refusals(errors: readonly { field: string | null; message: string }[]): CommandError {
  return new CommandError(errors.map(({ field, message }) => `${field ?? 'dataset'}: ${message}`).join('\n'));
}

const percent = (share: number) => `${Math.floor(100 * share)}%`;

/** One line that is written over on a terminal; elsewhere one for each tenth. */
function progressLine(): { (line: string): void; end(): void } {
  let last = '';
  const show = (line: string) => {
    const told = process.stderr.isTTY ? line : line.replace(/\d%/, '0%').replace(/ 0%$/, '');
    if (told === last) return;
    last = told;
    process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${told}` : `${told}\n`);
  };
  return Object.assign(show, { end: () => void (process.stderr.isTTY && last && process.stderr.write('\r\x1b[K')) });
}
