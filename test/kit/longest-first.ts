import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take a third of a minute and more: one that began last would have the machine to itself. What trains and what looks at the page
 * come by turns, since a page waits while a training computes.
 */
const LONG = [
  'test/server/commands/search.test.ts',
  'test/server/fleet/rungs.test.ts',
  'test/server/datasets/feed.test.ts',
  'test/server/commands/bad-input.test.ts',
  'test/server/commands/dataset.test.ts',
  'test/workers/loop/prediction.test.ts',
  'test/e2e/rewards.test.ts',
  'test/workers/export/export.test.ts',
  'test/e2e/pick.test.ts',
  'test/workers/loop/crashes.test.ts',
  'test/e2e/compare.test.ts',
  'test/workers/enas/graphs.test.ts',
  'test/e2e/rankings.test.ts',
  'test/workers/backends/webgpu/webgpu.test.ts',
  'test/e2e/change.test.ts',
  'test/workers/training/flat.test.ts',
  'test/e2e/datasets.test.ts',
  'test/workers/loop/reproducible.test.ts',
  'test/e2e/prediction.test.ts',
  'test/workers/loop/enas.test.ts',
  'test/e2e/exploration.test.ts',
  'test/workers/models/graph.test.ts',
  'test/workers/training/trial.test.ts',
  'test/workers/training/judge/judge.test.ts',
];

/**
 * By groups; in a group first the project whose files share a process, which lasts while they follow one another; then the long ones; then in
 * Vitest's order, which on a machine that has not run them before goes by the size of files.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project, moduleId }: TestSpecification) => {
      const { sequence, isolate } = project.config;
      const long = LONG.findIndex((name) => moduleId.endsWith(name));
      return [sequence.groupOrder, Number(isolate), isolate ? 0 : project.name, long < 0 ? LONG.length : long];
    };
    return (await super.sort(files)).sort((a, b) => compare(place(a), place(b)));
  }
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : a[i]! < b[i]! ? -1 : 1;
}
