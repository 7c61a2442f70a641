import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gpuEnvironment } from './environment.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const found = await gpuEnvironment();
if ('problem' in found) console.warn(`skipped: WebGPU is not tested here: ${found.problem}`);
const reason = 'problem' in found ? `skipped, ${found.problem}` : `on ${found.name}`;

/** Runs the tests of one file in a process that finds the GPU. @returns the failures, and how many passed */
async function runDevice(file: string, environment: Record<string, string | undefined>): Promise<{ failures: string[]; passed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'handpick-webgpu-'));
  const report = join(folder, 'report.json');
  const config = 'test/workers/backends/webgpu/vitest.config.ts';
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, '--reporter=json', `--outputFile=${report}`, file];
  try {
    const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('VITEST')));
    const child = spawn(process.execPath, args, { cwd: root, env: env as NodeJS.ProcessEnv, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints = (complaints + text).slice(-4_000);
    });
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    const { testResults } = readReport(report, complaints);
    const tests = testResults.flatMap((result) => result.assertionResults);
    const failures = tests
      .filter(({ status }) => status === 'failed')
      .map((test) => `${test.fullName}: ${test.failureMessages.join('\n')}`);
    if (failures.length === 0 && code !== 0) failures.push(`it ended with code ${code}: ${testResults[0]?.message}\n${complaints}`);
    return { failures, passed: tests.filter(({ status }) => status === 'passed').length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Report {
  testResults: { message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
}

function readReport(path: string, complaints: string): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch (error) {
    throw new Error(`the tests left no report: ${complaints}`, { cause: error });
  }
}

describe(`WebGPU, ${reason}`, () => {
  it.skipIf('problem' in found).each([
    ['keeps the promises of a backend', 'contract.device.ts', 30],
    ['computes as plain JavaScript does, and its gradients as finite differences', 'kernels.device.ts', 80],
    ['trains networks of the platform', 'trial.device.ts', 2],
    ['holds no more memory after 100 steps, or 20 networks', 'flat.device.ts', 2],
    ['tells when the device disappears', 'lost.device.ts', 1],
  ])(
    '%s',
    async (_, file, least) => {
      const { failures, passed } = await runDevice(file, (found as { environment: Record<string, string> }).environment);
      expect(failures).toEqual([]);
      expect(passed).toBeGreaterThanOrEqual(least);
    },
    1_500_000,
  );
});
