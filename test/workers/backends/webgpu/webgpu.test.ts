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
async function runDevice(
  file: string,
  environment: Record<string, string | undefined>,
  named: string,
): Promise<{ failures: string[]; passed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'handpick-webgpu-'));
  const report = join(folder, 'report.json');
  const config = 'test/workers/backends/webgpu/vitest.config.ts';
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    config,
    '--reporter=json',
    `--outputFile=${report}`,
    '-t',
    named,
    file,
  ];
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

/**
 * A GPU in software takes a quarter of an hour for all of them; without HANDPICK_TEST_WEBGPU=all it gets the part with these names, by which
 * every file is used.
 */
const files = [
  {
    what: 'keeps the promises of a backend',
    file: 'contract.device.ts',
    tests: 30,
    part: 'a program (runs|forgets|keeps|takes|reads|draws|decays|ends)',
    some: 8,
  },
  { what: 'computes what plain JavaScript does, gradients too', file: 'kernels.device.ts', tests: 80, part: 'stride 2', some: 4 },
  { what: 'trains networks of the platform', file: 'trial.device.ts', tests: 2, part: 'convolution', some: 1 },
  { what: 'holds no more memory after 100 steps, or 20 networks', file: 'flat.device.ts', tests: 2, part: null, some: 0 },
  { what: 'tells when the device disappears', file: 'lost.device.ts', tests: 1, part: '', some: 1 },
];
const all = ('environment' in found && !found.software) || process.env.HANDPICK_TEST_WEBGPU === 'all';

describe(`WebGPU, ${reason}`, () => {
  for (const { what, file, tests, part, some } of files)
    it.skipIf('problem' in found || (!all && part === null))(
      what,
      async () => {
        const { environment } = found as { environment: Record<string, string> };
        const { failures, passed } = await runDevice(file, environment, all ? '' : part!);
        expect(failures).toEqual([]);
        expect(passed).toBeGreaterThanOrEqual(all ? tests : some);
      },
      1_500_000,
    );
});
