import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './child.ts';
import { ROOT, runCommand } from './command.ts';
import { provideNative } from './native.ts';

/** `npm test [-- FILES]`: provides what the tests need, runs them, and ends on a line with the counts. */
export async function main(args: string[]): Promise<void> {
  await runCommand(() => test(args));
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
}

async function test(args: string[]): Promise<number> {
  await provideNative(undefined, console.log);
  const folder = mkdtempSync(join(tmpdir(), 'handpick-test-'));
  try {
    const output = join(folder, 'report.json');
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const code = await runNode([vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile=${output}`, ...args], {
      environment: { NODE_ENV: 'test' },
    });
    if (!existsSync(output)) {
      console.log('0 passed, 1 failed');
      return 1;
    }
    const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
    const skipped = report.numPendingTests + report.numTodoTests;
    // a file that cannot be loaded has no tests to fail
    const failed = Math.max(report.numFailedTests, code === 0 && report.success ? 0 : 1);
    console.log(`${report.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
