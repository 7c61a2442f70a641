import { expect, test } from 'vitest';
import { checkBoundaries, judge, readImports } from '../../../server/commands/check/boundaries.ts';

const allowed = (file: string, specifier: string, typeOnly = false) => judge(file, { specifier, typeOnly }) === null;

test('the project keeps its own rules', () => {
  expect(checkBoundaries()).toEqual([]);
});

test('the four parts meet in schema alone', () => {
  for (const part of ['server', 'workers', 'web']) {
    expect(allowed(`${part}/some/file.ts`, '../../schema/random.ts')).toBe(true);
    for (const other of ['server', 'workers', 'web'].filter((each) => each !== part))
      expect(judge(`${part}/some/file.ts`, { specifier: `../../${other}/x.ts`, typeOnly: true })).toContain(`may not import ${other}/x.ts`);
    expect(allowed('schema/plans/plan.ts', `../../${part}/x.ts`)).toBe(false);
  }
  expect(allowed('migrations/2.ts', '../server/database/entities.ts')).toBe(true);
  expect(allowed('migrations/2.ts', '../server/teams/tokens.ts')).toBe(false);
  expect(allowed('server/database/migrations.ts', '../../migrations/1.ts')).toBe(true);
  expect(allowed('server/teams/tokens.ts', '../../migrations/1.ts')).toBe(false);
});

test('controllers and training know neither each other, nor the platform, nor a backend', () => {
  expect(allowed('workers/controllers/make.ts', '../training/trial.ts')).toBe(false);
  expect(allowed('workers/training/trial.ts', '../controllers/make.ts')).toBe(false);
  expect(allowed('workers/training/trial.ts', '../platform.ts')).toBe(false);
  expect(allowed('workers/training/trial.ts', '../backends/backend.ts', true)).toBe(true);
  expect(allowed('workers/training/trial.ts', '../backends/backend.ts')).toBe(false);
  expect(allowed('workers/training/trial.ts', '../backends/wasm.ts', true)).toBe(false);
  expect(allowed('workers/training/losses.ts', '@tensorflow/tfjs-core', true)).toBe(true);
  expect(allowed('workers/training/losses.ts', '@tensorflow/tfjs-core')).toBe(false);
  expect(allowed('workers/backends/wasm.ts', '@tensorflow/tfjs-core')).toBe(true);
  expect(allowed('schema/random.ts', 'node:fs')).toBe(false);
});

test('every form of import is read', () => {
  const source = `import a from './a.ts';
import type { B } from "./b.ts";
import {
  c,
  type D,
} from './c.ts';
export * from './d.ts';
import './e.ts';
const f = await import('./f.ts');
const text = "import nothing from here";
export const from = 'nowhere';`;
  expect(readImports(source)).toEqual([
    { specifier: './a.ts', typeOnly: false, line: 1 },
    { specifier: './b.ts', typeOnly: true, line: 2 },
    { specifier: './c.ts', typeOnly: false, line: 3 },
    { specifier: './d.ts', typeOnly: false, line: 7 },
    { specifier: './e.ts', typeOnly: false, line: 8 },
    { specifier: './f.ts', typeOnly: false, line: 9 },
  ]);
});
