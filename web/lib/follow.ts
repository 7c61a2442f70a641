/** What a stream is read from, and where it is gone on with. */
export interface Stream<Message> {
  /** Opens the stream behind a cursor; null is where it now stands. It ends or throws when the connection does. */
  open: (after: string | null) => AsyncIterable<Message>;
  /** Where a message stands; null for streams that keep nothing. */
  cursorOf: (message: Message) => string | null;
  /** Whether trying again is useless: the server has refused, rather than gone. */
  isRefusal: (error: unknown) => boolean;
  /** Waits before attempt number 1, 2, ... since the last message; returns early when there is hope. */
  wait: (attempt: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Reads a stream for as long as it is wanted: after every disconnect it goes on behind the last message it handed over, so nothing is
 * missed and nothing comes twice.
 * @throws what `isRefusal` holds for
 */
export async function follow<Message>(
  stream: Stream<Message>,
  after: string | null,
  onMessage: (message: Message) => void,
  signal: AbortSignal,
): Promise<void> {
  let cursor = after;
  let vain = 0;
  while (!signal.aborted) {
    try {
      for await (const message of stream.open(cursor)) {
        if (signal.aborted) return;
        vain = 0;
        cursor = stream.cursorOf(message) ?? cursor;
        onMessage(message);
      }
    } catch (error) {
      if (stream.isRefusal(error)) throw error;
    }
    if (!signal.aborted) await stream.wait(++vain, signal);
  }
}

/** Milliseconds before the nth attempt: half a second, doubled up to 8 s, and up to half as much again so that browsers do not all come at once. */
export function backoff(attempt: number, random: () => number): number {
  return Math.min(8000, 500 * 2 ** (attempt - 1)) * (1 + random() / 2);
}
