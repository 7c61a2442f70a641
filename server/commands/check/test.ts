import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runCommand } from '../command.ts';
import { runNode } from '../machine/child.ts';
import { provideNative } from '../machine/native.ts';
import { stopSignal } from '../machine/stop.ts';
import { buildPage } from '../start/page.ts';

const HELP = `Runs all tests: in a real PostgreSQL, on real data, the page in a real Chromium.

  npm test [-- FILTER ...]   only test files whose path contains one of these, and options of vitest

The last line is "N passed, N failed".`;

/** The command `npm test`. */
export const main = (args: string[]): Promise<never> =>
  runCommand(async () => {
    if (args.includes('--help') || args.includes('-h')) {
      console.log(HELP);
      return 0;
    }
    const stop = stopSignal();
    await Promise.all([provideNative(undefined, console.log, stop), buildPage(console.log, stop)]);
    const folder = mkdtempSync(join(tmpdir(), 'handpick-test-'));
    try {
      const report = join(folder, 'report.json');
      const vitest = [
        join(ROOT, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ];
      const code = await runNode([...vitest, ...args], { line: console.log, signal: stop });
      const counts = countTests(report, code);
      console.log(lastLine(counts));
      return counts.failed === 0 ? 0 : 1;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** A file that could not be loaded, and a run that failed for no test's sake, count as failed: nothing that went wrong looks like success. */
export function countTests(report: string, exitCode: number): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const statuses = testResults.flatMap(({ status, assertionResults }) => {
    const each = assertionResults.map((test) => test.status);
    return status === 'failed' && !each.includes('failed') ? [...each, 'failed'] : each;
  });
  const count = (status: string) => statuses.filter((each) => each === status).length;
  const passed = count('passed');
  const failed = count('failed');
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: statuses.length - passed - failed };
}

export const lastLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
