import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Space } from '../../../schema/spaces/space.ts';
import { run } from '../../../workers/backends/install/tools.ts';
import { follow, logDensities, parzenTree } from '../../../workers/controllers/parzen-tree.ts';
import { split } from '../../../workers/controllers/tpe.ts';
import { optunaFolder } from '../../bench/optuna.ts';

interface Case {
  walks: number[][];
  rewards: number[];
  /** Positions of the best tenth. */
  good: number[];
  /** How many others. */
  bad: number;
  /** ln of the densities, over the whole space. */
  logGood: number[];
  logBad: number[];
  candidates: number[][];
  taken: number[];
}
interface Optuna {
  version: string;
  choices: number[];
  cases: Case[];
}

/** What Optuna says; see tpe_optuna.py. */
const optuna = JSON.parse(readFileSync(new URL('./optuna.json', import.meta.url), 'utf8')) as Optuna;
const { choices, cases } = optuna;

/** Decisions one after the other, each with the same choices whatever came before. */
const space: Space = {
  kind: 'MICRO',
  factored: true,
  initial: () => 0,
  actions: (step) => Array.from({ length: choices[step as number] ?? 0 }, (_, choice) => ({ step, choice })),
  next: (step) => (step as number) + 1,
  stateKey: String,
  actionKey: (_, action) => JSON.stringify(action),
  notation: (taken) => JSON.stringify(taken),
  architecture: () => {
    throw new Error('nothing to train');
  },
  walk: () => [],
  count: () => BigInt(grid.length),
};
const grid = choices.reduce<number[][]>((rows, count) => rows.flatMap((row) => Array.from({ length: count }, (_, i) => [...row, i])), [[]]);
/** The others that our estimator takes: the latest so many. */
const MOST_BAD = 500;

describe.each(cases.map((each) => [each.walks.length, each] as const))("TPE beside Optuna's after %i trials", (_, each) => {
  const { good, bad } = split(each, space);
  const kernels = (estimator: typeof good) => estimator.weights.length - 1;
  const tree = parzenTree({ space, good, bad, tokenOf: JSON.stringify });
  const densities = (walk: readonly number[]) => logDensities(walk.reduce((place, choice) => follow(tree, place, choice), tree.root));

  it('splits them alike: as many good ones, and as many others up to our bound', () => {
    expect(kernels(good)).toBe(each.good.length);
    expect(kernels(bad)).toBe(Math.min(each.bad, MOST_BAD));
  });

  it('gives the density of the good ones', () => {
    for (const [i, walk] of grid.entries()) expect(Math.abs(densities(walk).good - each.logGood[i]!)).toBeLessThan(1e-9);
  });

  it('gives the density of the others and takes the same of its candidates, where none is beyond our bound', () => {
    const apart = grid.map((walk, i) => Math.abs(densities(walk).bad - each.logBad[i]!));
    if (each.bad > MOST_BAD) return expect(Math.max(...apart)).toBeGreaterThan(1e-9);
    expect(Math.max(...apart)).toBeLessThan(1e-9);
    const ratio = (walk: number[]) => densities(walk).good - densities(walk).bad;
    const best = each.candidates.reduce((a, b) => (ratio(b) > ratio(a) + 1e-9 ? b : a));
    expect(best).toEqual(each.taken);
  });
});

it('counts a failed trial among the others, where Optuna leaves it out', () => {
  const { walks, rewards } = cases[2]!;
  const failed = { walks: [...walks, walks[0]!], rewards: [...rewards, null] };
  expect(split(failed, space).bad.weights.length).toBe(split({ walks, rewards }, space).bad.weights.length + 1);
});

const installed = existsSync(join(optunaFolder(), 'complete'));
it.skipIf(!installed)('the figures are those of the Optuna that is here (npm run bench -- overhead provides it)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handpick-optuna-'));
  try {
    const file = join(folder, 'found.json');
    await run(join(optunaFolder(), 'bin', 'python'), [fileURLToPath(new URL('./tpe_optuna.py', import.meta.url)), file]);
    const found = JSON.parse(readFileSync(file, 'utf8')) as Optuna;
    expect(found.version).toBe(optuna.version);
    for (const [i, { logGood, logBad, ...exact }] of found.cases.entries()) {
      const { logGood: good, logBad: bad, ...known } = cases[i]!;
      expect(exact).toEqual(known);
      for (const [j, value] of [...logGood, ...logBad].entries()) expect(Math.abs(value - [...good, ...bad][j]!)).toBeLessThan(1e-9);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
