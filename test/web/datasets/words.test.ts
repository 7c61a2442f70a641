import { describe, expect, test } from 'vitest';
import { pictureGrid, SHEET, tilePlace } from '../../../web/datasets/grid.ts';
import { formatBytes, importFor, nameOfFile, noiseWords, sizeWords, sortVersions } from '../../../web/datasets/words.ts';

type Line = Parameters<typeof sortVersions>[0][number];
type Import = Parameters<typeof importFor>[0][number];

const line = (changed: Partial<Line>): Line => ({
  ...{ id: 'ds_1', name: 'A', kind: 'IMAGES', builtIn: false, contentHash: 'h', height: 28, width: 28, channels: 1, classes: [] },
  ...{ multiLabel: false, manySizes: false, trainCount: 1, validationCount: 1, testCount: 0, source: null, searchCount: 0 },
  ...{ createdAt: '2026-01-01T00:00:00Z', perturbation: null },
  ...changed,
});

describe('datasets in words', () => {
  test('sizes', () => {
    expect(sizeWords(line({}))).toBe('28 × 28, grey');
    expect(sizeWords(line({ manySizes: true, channels: 3 }))).toBe('many sizes, from 28 × 28, colour');
    expect(sizeWords(line({ kind: 'TEXT' }))).toBe('text');
  });

  test('noise', () => {
    expect(noiseWords(null)).toBeNull();
    const of = { id: 'ds_0', name: 'MNIST' };
    expect(noiseWords({ deviation: 0.02, saltAndPepper: 0.01, seed: 3, of })).toBe(
      'Gaussian noise, σ 0.02; salt and pepper on 1.0% of the pixels; seed 3',
    );
  });

  test('bytes', () => {
    expect([0, 999, 1000, 300_000, 5 * 2 ** 30].map(formatBytes)).toEqual(['0 B', '999 B', '0.977 KiB', '293 KiB', '5 GiB']);
  });

  test('the name of a file is that of its dataset', () => {
    expect(nameOfFile('flowers.v2.zip')).toBe('flowers.v2');
    expect(nameOfFile('C:\\data\\cats.txt')).toBe('cats');
    expect(nameOfFile('a'.repeat(100))).toHaveLength(80);
  });
});

test('of versions of one name the newest comes first, and the others are older', () => {
  const sorted = sortVersions([
    line({ id: 'ds_1', name: 'B', createdAt: '2026-01-01T00:00:00Z' }),
    line({ id: 'ds_2', name: 'B', createdAt: '2026-03-01T00:00:00Z' }),
    line({ id: 'ds_3', name: 'a', createdAt: '2026-02-01T00:00:00Z' }),
    line({ id: 'ds_4', name: 'B', createdAt: '2026-02-01T00:00:00Z' }),
  ]);
  expect(sorted.map(({ id, older }) => [id, older])).toEqual([
    ['ds_3', false],
    ['ds_2', false],
    ['ds_4', true],
    ['ds_1', true],
  ]);
});

test('a chosen file goes on with the interrupted import of the same name and size', () => {
  const entry = (changed: Partial<Import>): Import => ({
    ...{ id: 'di_1', name: 'A', fileName: 'a.zip', size: '10', received: '5', status: 'RECEIVING', progress: 0, problem: null },
    ...{ createdAt: '2026-01-01T00:00:00Z', derivedFrom: null },
    ...changed,
  });
  const imports = [entry({ id: 'di_0', status: 'CONVERTING' }), entry({ id: 'di_1' })];
  expect(importFor(imports, { name: 'a.zip', size: 10 })?.id).toBe('di_1');
  expect(importFor(imports, { name: 'a.zip', size: 11 })).toBeNull();
  expect(importFor(imports, { name: 'b.zip', size: 10 })).toBeNull();
});

describe('the grid of pictures', () => {
  const sheet = { total: 2 * SHEET + 5, columns: 16, tileWidth: 28, tileHeight: 28, url: '/x.png', count: SHEET };

  test('fills the width with tiles of whole factors, sheet after sheet', () => {
    const grid = pictureGrid(600, sheet);
    expect([grid.scale, grid.tileWidth, grid.columns, grid.sheets]).toEqual([2, 56, 10, 3]);
    expect(pictureGrid(600, { ...sheet, tileWidth: 24, tileHeight: 40 }).scale).toBe(2);
    expect([0, 1, 2].map(grid.countOf)).toEqual([SHEET, SHEET, 5]);
    // every sheet but the last has whole rows
    const odd = pictureGrid(420, sheet);
    expect([odd.columns, odd.perSheet, odd.sheets, odd.countOf(2)]).toEqual([7, 154, 3, 17]);
    expect([0, 2].map(grid.heightOf)).toEqual([16 * 58, 58]);
    expect(pictureGrid(30, sheet).columns).toBe(1);
  });

  test('shrinks large pictures', () => {
    const grid = pictureGrid(600, { ...sheet, tileWidth: 96, tileHeight: 48 });
    expect([grid.tileWidth, grid.tileHeight]).toEqual([84, 42]);
  });

  test('each tile shows its own place of the sheet', () => {
    const grid = pictureGrid(600, sheet);
    expect(tilePlace(17, sheet, grid)).toEqual({
      backgroundImage: 'url("/x.png")',
      backgroundSize: '896px 560px',
      backgroundPosition: '-56px -56px',
    });
  });
});
