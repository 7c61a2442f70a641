/** How a write ended; nothing is stored unless all was right. */
export type Stored = 'STORED' | 'WRONG_SIZE' | 'WRONG_HASH';

/** Where the bytes of files lie. Keys are SHA-256 hashes that the server has checked, never a name from a client. */
export interface FileStore {
  /** Stores the bytes of `source` if they are exactly `size` and hash to `sha256` (hex); a crash leaves the whole file or none. Reads no more than `size` + 1 bytes' worth of chunks. */
  write(sha256: string, size: number, source: AsyncIterable<Uint8Array>): Promise<Stored>;
  /** The bytes, or those from `start` to `end` inclusive; null when they are not there. */
  read(sha256: string, range?: { start: number; end: number }): Promise<NodeJS.ReadableStream | null>;
  has(sha256: string): Promise<boolean>;
  /** Removes the bytes; nothing happens when they are not there. */
  remove(sha256: string): Promise<void>;
}
