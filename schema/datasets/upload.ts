/*
 * How a file is sent: in pieces, each with its offset; after a lost connection from where the server stands. Page and command line bring
 * what touches network, file and clock.
 */

/** What became of one piece. */
export interface PieceAnswer {
  /** Of HTTP: 204 taken; 409 another offset is wanted; 403 the address is no longer good; 404 it takes no more. */
  status: number;
  /** Bytes that the server now has, where it says so. */
  offset: number | null;
}

/** Where an upload stands. */
export interface Standing {
  received: number;
  /** Where the next bytes go; null: it takes no more. */
  url: string | null;
}

export interface UploadTools {
  /** Sends `length` bytes from `offset`; null when the server cannot be reached. */
  send(url: string, offset: number, length: number): Promise<PieceAnswer | null>;
  /** Asks the server; null when it cannot be reached. */
  look(): Promise<Standing | null>;
  /** Waits before attempt 1, 2, ... after a failure. */
  wait(attempt: number): Promise<void>;
  /** Bytes that the server has; `waiting` while it cannot be reached. */
  progress(received: number, waiting: boolean): void;
  /** Seconds. */
  now(): number;
  aborted(): boolean;
}

const FIRST_PIECE = 256 * 1024;
const SMALLEST_PIECE = 16 * 1024;
const LARGEST_PIECE = 16 * 2 ** 20;

/** The next piece takes about a second: progress is seen, and little is lost with a connection. */
export function nextPiece(length: number, seconds: number): number {
  const wanted = length / Math.max(seconds, 0.05);
  return Math.round(Math.min(LARGEST_PIECE, Math.max(SMALLEST_PIECE, Math.min(4 * length, wanted))));
}

/**
 * Sends a file of `size` bytes, for as long as that takes.
 * @returns SENT when the server has all; ENDED when it takes no more before that (cancelled, refused); ABORTED when it was given up here
 */
export async function sendFile(size: number, tools: UploadTools): Promise<'SENT' | 'ENDED' | 'ABORTED'> {
  let standing: Standing | null = null;
  let piece = FIRST_PIECE;
  let failures = 0;
  let known = 0;
  while (!tools.aborted()) {
    standing ??= await tools.look();
    if (standing === null) {
      tools.progress(known, true);
      await tools.wait(++failures);
      continue;
    }
    known = standing.received;
    if (standing.url === null) return known >= size ? 'SENT' : 'ENDED';
    tools.progress(known, false);
    const length = Math.min(piece, size - known);
    const begun = tools.now();
    const answer = await tools.send(standing.url, known, length);
    if (answer?.status === 204) {
      failures = 0;
      known = answer.offset ?? known + length;
      if (known >= size) {
        tools.progress(size, false);
        return 'SENT';
      }
      piece = nextPiece(length, tools.now() - begun);
      standing = { url: standing.url, received: known };
    } else if (answer?.status === 409 && answer.offset !== null && answer.offset > known) {
      // its answer was lost, the bytes were not
      standing = { url: standing.url, received: answer.offset };
    } else {
      standing = null;
      piece = Math.max(SMALLEST_PIECE, piece >> 2);
      tools.progress(known, true);
      await tools.wait(++failures);
    }
  }
  return 'ABORTED';
}

/** Milliseconds before the nth attempt: half a second, doubled up to 8 s. */
export const pause = (attempt: number): number => Math.min(8_000, 500 * 2 ** Math.min(attempt - 1, 4));
