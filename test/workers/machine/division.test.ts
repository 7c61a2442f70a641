import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  divisions,
  fastest,
  measurementFile,
  readMeasurement,
  relativeSpeeds,
  writeMeasurement,
} from '../../../workers/machine/division.ts';
import { measureDivisions } from '../../../workers/machine/measure.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handpick-division-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('divisions leave no core idle', () => {
  expect(divisions(1)).toEqual([{ processes: 1, threads: 1 }]);
  expect(divisions(6).map(({ processes, threads }) => [processes, threads])).toEqual([
    [1, 6],
    [2, 3],
    [3, 2],
    [6, 1],
  ]);
});

test('the fastest is so over all networks, whatever the size of their numbers', () => {
  const measured = [
    { processes: 1, threads: 2, imagesPerSecond: [1000, 300] },
    { processes: 2, threads: 1, imagesPerSecond: [2000, 200] },
  ];
  // sqrt(1000 x 300) = 547.7, sqrt(2000 x 200) = 632.5
  expect(fastest(measured)).toBe(measured[1]);
  expect(relativeSpeeds(measured)[0]).toBeCloseTo(Math.sqrt(3 / 4), 10);
});

test('a measurement is kept, and what is damaged counts as none', () => {
  expect(readMeasurement(folder)).toBeNull();
  const measured = [{ processes: 2, threads: 1, imagesPerSecond: [1, 2] }];
  writeMeasurement(folder, measured);
  expect(readMeasurement(folder)).toEqual(measured);
  expect(readdirSync(folder)).toHaveLength(1);
  writeFileSync(measurementFile(folder), '[{"processes"');
  expect(readMeasurement(folder)).toBeNull();
});

test('this machine is measured by training', async () => {
  const lines: string[] = [];
  const measured = await measureDivisions((line) => lines.push(line), folder);
  expect(measured.length).toBeGreaterThan(0);
  expect(lines).toHaveLength(measured.length);
  for (const { imagesPerSecond } of measured) expect(imagesPerSecond.every((speed) => speed > 0)).toBe(true);
  // a small network trains faster than a large one
  for (const { imagesPerSecond } of measured) expect(imagesPerSecond[0]).toBeGreaterThan(imagesPerSecond[1]!);
  expect(readMeasurement(folder)).toEqual(measured);
});
