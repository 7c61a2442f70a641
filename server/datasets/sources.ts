import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import yauzl from 'yauzl';
import { LIMITS } from './limits.ts';
import { DataProblem, megabytes } from './problem.ts';

/** One file of what was given. */
export interface SourceFile {
  /** With forward slashes, relative to the folder or archive. */
  path: string;
  size: number;
  read(): Promise<Buffer>;
}

/** All files of a folder or archive, sorted by path: the same data in another order is the same dataset. */
export interface Source {
  name: string;
  files: SourceFile[];
  /** Paths of its folders, as far as it tells them: a class folder may be empty. */
  folders: string[];
  close(): Promise<void>;
}

/** Opens a folder, a zip, or a single text. Every limit on sizes is checked before anything is unpacked. @throws DataProblem */
export async function openSource(place: string, name = path.basename(place)): Promise<Source> {
  const found = await stat(place).catch((cause) => {
    throw new DataProblem(name, `it cannot be read (${(cause as NodeJS.ErrnoException).code})`, { cause });
  });
  const source = found.isDirectory()
    ? await openFolder(place, name)
    : (await isZip(place))
      ? await openZip(place, name)
      : single(place, name, found.size);
  try {
    check(source);
  } catch (error) {
    await source.close();
    throw error;
  }
  source.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return source;
}

function check({ name, files }: Source): void {
  if (files.length === 0) throw new DataProblem(name, 'there are no files in it');
  if (files.length > LIMITS.files) throw new DataProblem(name, `${files.length} files; at most ${LIMITS.files} are allowed`);
  const large = files.find(({ path: file, size }) => size > (isText(file) ? LIMITS.textBytes : LIMITS.fileBytes));
  if (large)
    throw new DataProblem(
      large.path,
      `${megabytes(large.size)}; at most ${megabytes(isText(large.path) ? LIMITS.textBytes : LIMITS.fileBytes)} are allowed`,
    );
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (total > LIMITS.unpackedBytes)
    throw new DataProblem(name, `it unpacks to ${megabytes(total)}; at most ${megabytes(LIMITS.unpackedBytes)} are allowed`);
}

export const isText = (file: string) => /\.txt$/i.test(file);

/** What systems leave behind in folders. */
const isIgnored = (file: string) => file.split('/').some((part) => part.startsWith('.') || part === '__MACOSX' || part === 'Thumbs.db');

async function isZip(place: string): Promise<boolean> {
  const file = await open(place);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1', 0, 2) === 'PK';
  } finally {
    await file.close();
  }
}

async function openFolder(folder: string, name: string): Promise<Source> {
  const files: SourceFile[] = [];
  const folders: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name);
    const relative = path.relative(folder, full).split(path.sep).join('/');
    if (entry.isDirectory() && !isIgnored(relative)) folders.push(relative);
    // links are not followed: they may lead anywhere
    if (!entry.isFile() || isIgnored(relative)) continue;
    files.push({ path: relative, size: (await stat(full)).size, read: () => readFile(full) });
  }
  return { name, files, folders, close: async () => {} };
}

function single(place: string, name: string, size: number): Source {
  return { name, files: [{ path: name, size, read: () => readFile(place) }], folders: [], close: async () => {} };
}

/** yauzl refuses absolute paths, `..`, back slashes and sizes that do not hold; it reads one file at a time, on demand. */
async function openZip(place: string, name: string): Promise<Source> {
  const refuse = (cause: unknown) => new DataProblem(name, `not a sound zip file (${(cause as Error).message})`, { cause });
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.open(place, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, opened) =>
      error ? reject(refuse(error)) : resolve(opened),
    ),
  );
  const files: SourceFile[] = [];
  const folders: string[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      zip.once('error', (error) => reject(refuse(error)));
      zip.once('end', resolve);
      zip.on('entry', (entry: yauzl.Entry) => {
        if (isIgnored(entry.fileName)) return zip.readEntry();
        if (entry.fileName.endsWith('/')) folders.push(entry.fileName.slice(0, -1));
        else {
          if (entry.isEncrypted()) return reject(new DataProblem(entry.fileName, 'it is encrypted'));
          files.push({ path: entry.fileName, size: entry.uncompressedSize, read: () => readEntry(zip, entry) });
        }
        if (files.length + folders.length > LIMITS.files) reject(new DataProblem(name, `more than ${LIMITS.files} files`));
        else zip.readEntry();
      });
      zip.readEntry();
    });
  } catch (error) {
    zip.close();
    throw error;
  }
  return { name, files, folders, close: async () => zip.close() };
}

/** Never more than the size that was checked: yauzl ends the stream with an error beyond it. */
function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new DataProblem(entry.fileName, `it cannot be unpacked (${(cause as Error).message})`, { cause }));
    zip.openReadStream(entry, (error, stream) => {
      if (error) return fail(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('error', fail);
      stream.once('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
