import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { DatasetError } from './dataset.ts';

/** A file within a tar archive. */
export interface TarFile {
  /** Path within the archive. */
  name: string;
  content: Buffer;
}

const BLOCK = 512;

/**
 * The files of a gzipped tar archive (POSIX ustar) one after the other, each as a whole; only one is in memory at a time. `wanted` leaves
 * out by name what need not be kept.
 * @throws DatasetError where the archive is broken
 */
export async function* readTar(file: string, wanted: (name: string) => boolean): AsyncGenerator<TarFile> {
  const input = createReadStream(file, { highWaterMark: 1 << 20 });
  const stream = input.pipe(createGunzip({ chunkSize: 1 << 20 }));
  input.once('error', (error) => stream.destroy(error));
  const reader = new Reader(stream[Symbol.asyncIterator](), file);
  try {
    for (;;) {
      const header = await reader.take(BLOCK);
      if (header.every((byte) => byte === 0)) return; // the archive ends with blocks of zeros
      const name = [text(header, 345, 155), text(header, 0, 100)].filter(Boolean).join('/');
      const size = Number.parseInt(text(header, 124, 12), 8);
      if (!Number.isFinite(size) || size < 0) throw new DatasetError(file, reader.at - BLOCK, 'not a tar archive: an entry has no size');
      const regular = header[156] === 0 || header[156] === 0x30;
      const padding = (BLOCK - (size % BLOCK)) % BLOCK;
      if (regular && wanted(name)) {
        const content = await reader.take(size);
        await reader.skip(padding);
        yield { name, content };
      } else await reader.skip(size + padding);
    }
  } finally {
    stream.destroy();
    input.destroy();
  }
}

const text = (block: Buffer, at: number, length: number) =>
  block
    .toString('latin1', at, at + length)
    .split('\0')[0]!
    .trim();

/** Bytes of a stream in pieces of a wanted length. */
class Reader {
  /** Bytes taken so far. */
  at = 0;
  private rest: Buffer = Buffer.alloc(0);

  constructor(
    private readonly chunks: AsyncIterator<Buffer>,
    private readonly file: string,
  ) {}

  async take(length: number): Promise<Buffer> {
    const taken = Buffer.allocUnsafe(length);
    await this.each(length, (part, at) => part.copy(taken, at));
    return taken;
  }

  async skip(length: number): Promise<void> {
    await this.each(length, () => {});
  }

  private async each(length: number, use: (part: Buffer, at: number) => void): Promise<void> {
    for (let done = 0; done < length; ) {
      if (this.rest.length === 0) this.rest = await this.next();
      const part = this.rest.subarray(0, length - done);
      use(part, done);
      this.rest = this.rest.subarray(part.length);
      done += part.length;
      this.at += part.length;
    }
  }

  private async next(): Promise<Buffer> {
    let found: IteratorResult<Buffer>;
    try {
      found = await this.chunks.next();
    } catch (cause) {
      throw new DatasetError(this.file, this.at, `not a sound gzip file (${(cause as Error).message})`, { cause });
    }
    if (found.done) throw new DatasetError(this.file, this.at, 'the archive ends too early');
    return found.value;
  }
}
