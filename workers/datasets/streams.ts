/** A text as batches: it is cut into streams of one length, which are read beside each other, and each stream into sequences. */
export interface Streams {
  streams: number;
  /** Words of a sequence. */
  length: number;
  /** Batches of one pass over the text. */
  count: number;
  /** Words of each stream that batch `index` predicts: as many as a sequence has, of the last one maybe fewer. */
  moments(index: number): number;
  /** Batches one after the other, each [length + 1, streams]: the words that are read, of which all but the first are predicted, too. Filled up with 0. */
  take(batches: ArrayLike<number>): Int32Array;
}

/**
 * Stream i of B begins with token i floor((n - 1) / B). Batch k goes on where batch k - 1 ended, so that a state can be carried over.
 * @param rest whether the last words of the streams, too few for a sequence, are a batch as well
 */
export function cutStreams(tokens: Int32Array, { streams, length, rest }: { streams: number; length: number; rest: boolean }): Streams {
  const each = Math.floor((tokens.length - 1) / streams);
  const moments = (index: number) => Math.min(length, each - index * length);
  return {
    streams,
    length,
    count: Math.max(0, rest ? Math.ceil(each / length) : Math.floor(each / length)),
    moments,
    take(batches) {
      const size = (length + 1) * streams;
      const taken = new Int32Array(batches.length * size);
      for (let k = 0; k < batches.length; k++) {
        const first = batches[k]! * length;
        const last = moments(batches[k]!);
        for (let t = 0; t <= last; t++)
          for (let stream = 0; stream < streams; stream++) taken[k * size + t * streams + stream] = tokens[stream * each + first + t]!;
      }
      return taken;
    },
  };
}
