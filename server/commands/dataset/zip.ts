import { type FileHandle, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { CommandError } from '../command.ts';

/** Of a zip without the 64-bit extension of sizes, which is also what the platform takes. */
const MOST_BYTES = 2 ** 32 - 2 ** 20;
const MOST_ENTRIES = 0xffff;
const TOGETHER = 2 ** 20;

/**
 * Packs a folder as a zip (PKWARE APPNOTE 6.3), without compressing: pictures are compressed already. Names are sorted and there are no
 * times, so the same folder gives the same bytes and a broken upload can go on. What begins with a dot is left out.
 * @returns its bytes @throws CommandError when it holds nothing, or more than a zip can
 */
export async function writeZip(folder: string, out: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort();
  if (names.length === 0) throw new CommandError(`${folder}: there are no files in it`);
  return zipOf(names, (name) => readFile(path.join(folder, name)), out);
}

/** Files of these names, as `read` has them, as a zip. @returns its bytes */
export async function zipOf(names: readonly string[], read: (name: string) => Promise<Buffer>, out: string): Promise<number> {
  const zip = await open(out, 'w');
  try {
    return await write(zip, names, read);
  } finally {
    await zip.close();
  }
}

async function write(zip: FileHandle, names: readonly string[], read: (name: string) => Promise<Buffer>): Promise<number> {
  const central: Buffer[] = [];
  /** Small files are written together. */
  let waiting: Buffer[] = [];
  let written = 0;
  let at = 0;
  const flush = async () => {
    await zip.writeFile(Buffer.concat(waiting));
    waiting = [];
    written = at;
  };
  for (const name of names) {
    const bytes = await read(name);
    const own = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version
    common.writeUInt16LE(0x800, 2); // names are UTF-8; method 0: stored
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(own.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, own]);
    if (at + header.length + bytes.length > MOST_BYTES) throw new CommandError('more than 4 GiB of files; at most that much is taken');
    waiting.push(header, bytes);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, own);
    at += header.length + bytes.length;
    if (at - written >= TOGETHER) await flush();
  }
  await flush();
  const directory = Buffer.concat(central);
  const end = ends(names.length, directory.length, at);
  await zip.writeFile(directory);
  await zip.writeFile(end);
  return at + directory.length + end.length;
}

/** The records behind the directory: with more than 65,535 files also those of the 64-bit extension. */
function ends(count: number, bytes: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Math.min(count, MOST_ENTRIES), 8);
  end.writeUInt16LE(Math.min(count, MOST_ENTRIES), 10);
  end.writeUInt32LE(bytes, 12);
  end.writeUInt32LE(at, 16);
  if (count < MOST_ENTRIES) return end;
  const large = Buffer.alloc(56);
  large.write('PK\x06\x06', 'latin1');
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(45, 12);
  large.writeUInt16LE(45, 14);
  large.writeBigUInt64LE(BigInt(count), 24);
  large.writeBigUInt64LE(BigInt(count), 32);
  large.writeBigUInt64LE(BigInt(bytes), 40);
  large.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(at + bytes), 8);
  locator.writeUInt32LE(1, 16);
  // which of the three the reader goes by: a count of 0xffff says "see the record before"
  end.writeUInt16LE(MOST_ENTRIES, 8);
  end.writeUInt16LE(MOST_ENTRIES, 10);
  return Buffer.concat([large, locator, end]);
}
