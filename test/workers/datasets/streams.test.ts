import { expect, test } from 'vitest';
import { cutStreams } from '../../../workers/datasets/streams.ts';

const tokens = Int32Array.from({ length: 23 }, (_, i) => 100 + i);
/** Row by row, the streams of a moment beside each other. */
const rows = (values: Int32Array, width: number) =>
  Array.from({ length: values.length / width }, (_, i) => [...values.subarray(i * width, (i + 1) * width)]);

test('streams are read beside each other, and each batch goes on where the last one ended', () => {
  // 22 words are predicted: 11 in each of two streams
  const streams = cutStreams(tokens, { streams: 2, length: 4, rest: false });
  expect(streams.count).toBe(2);
  expect(rows(streams.take([0, 1]), 2)).toEqual(
    [
      ...[100, 101, 102, 103, 104], // the first batch
      ...[104, 105, 106, 107, 108],
    ].map((token) => [token, token + 11]),
  );
});

test('the rest is a batch of fewer moments, where it is wanted', () => {
  const streams = cutStreams(tokens, { streams: 2, length: 4, rest: true });
  expect(streams.count).toBe(3);
  expect([0, 1, 2].map((batch) => streams.moments(batch))).toEqual([4, 4, 3]);
  expect(rows(streams.take([2]), 2)).toEqual([
    [108, 119],
    [109, 120],
    [110, 121],
    [111, 122],
    [0, 0],
  ]);
  // every token but the first of each stream is predicted once
  const predicted = [0, 1, 2].flatMap((batch) =>
    rows(streams.take([batch]), 2)
      .slice(1, streams.moments(batch) + 1)
      .flat(),
  );
  expect(predicted.sort((a, b) => a - b)).toEqual([...tokens.subarray(1)]);
});

test('too little text makes no batch', () => {
  expect(cutStreams(tokens.subarray(0, 3), { streams: 4, length: 4, rest: true }).count).toBe(0);
  expect(cutStreams(new Int32Array(0), { streams: 4, length: 4, rest: true }).count).toBe(0);
});
