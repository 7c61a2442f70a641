import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute and more: one that began last would have the machine to itself. */
const LONG = [
  'test/workers/loop/crashes.test.ts',
  'test/workers/loop/prediction.test.ts',
  'test/workers/backends/webgpu/webgpu.test.ts',
  'test/workers/export/export.test.ts',
  'test/server/commands/search.test.ts',
  'test/server/fleet/rungs.test.ts',
];

/** Vitest's order, which on a machine that has not run them before goes by the size of files, after the long ones. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
