import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countTests, lastLine } from '../../../server/commands/check/test.ts';

const folder = mkdtempSync(join(tmpdir(), 'handpick-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(...testResults: [string, string[]][]): string {
  const file = join(folder, 'report.json');
  writeFileSync(
    file,
    JSON.stringify({
      testResults: testResults.map(([status, tests]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) })),
    }),
  );
  return file;
}

test('what passed and what failed', () => {
  expect(countTests(report(['passed', ['passed', 'passed']], ['failed', ['passed', 'failed']]), 1)).toEqual({
    passed: 3,
    failed: 1,
    skipped: 0,
  });
});

test('a file that cannot be loaded has failed, although no test in it has', () => {
  expect(countTests(report(['passed', ['passed']], ['failed', []]), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run that ended badly has failed, whatever its tests say; so has one without a report', () => {
  expect(countTests(report(['passed', ['passed']]), 1).failed).toBe(1);
  expect(countTests(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('skipped tests are told only where there are some', () => {
  expect(lastLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(lastLine(countTests(report(['passed', ['passed', 'skipped', 'todo']]), 0))).toBe('1 passed, 0 failed, 2 skipped');
});
