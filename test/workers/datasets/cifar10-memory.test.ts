import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('a worker that trains on CIFAR-10 stays below 2 GiB', { timeout: 300_000 }, async () => {
  const script = fileURLToPath(new URL('peak-cifar10.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { timeout: 280_000 });
  const { classifier, variational } = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, number>;
  // more than the images alone, so that something was measured
  expect(classifier).toBeGreaterThan(184e6);
  expect(variational).toBeLessThan(2 * 2 ** 30);
});
