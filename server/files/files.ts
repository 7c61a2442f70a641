/** Where the bytes of files lie. Keys are made by the server (SHA-256, hex), never by a client. */
export interface FileStore {
  /** Stores the bytes of `source` unless they differ from `sha256` and `size`; a crash leaves either the whole file or none. */
  write(sha256: string, size: number, source: AsyncIterable<Uint8Array>): Promise<'STORED' | 'WRONG_SIZE' | 'WRONG_HASH'>;
  /** The bytes, or null when they are not there. */
  read(sha256: string): Promise<NodeJS.ReadableStream | null>;
  has(sha256: string): Promise<boolean>;
}

/** What resolvers may ask about files. */
export interface Files {
  store: FileStore;
  /** Address, on this server, to PUT that file's bytes to; good for ten minutes. */
  uploadUrl(fileId: string): string;
  /** Address, on this server, of the bytes; needs the same sign-in as the API. */
  url(fileId: string): string;
}
