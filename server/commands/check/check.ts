import { join } from 'node:path';
import { ROOT, readOptions, runCommand } from '../command.ts';
import { runNode } from '../machine/child.ts';
import { checkBoundaries } from './boundaries.ts';

const HELP = `Checks everything that needs no run: types, lint and format, imports between folders, generated files.

  npm run check`;

/** Lines that tell what is wrong; none when nothing is. */
type Check = () => Promise<string[]>;

const CHECKS: Record<string, Check> = {
  types: () => tool('typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', '.'),
  'types of the page': () => tool('typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', 'web'),
  'lint and format': () => tool('@biomejs/biome/bin/biome', 'check', '--colors=off', '--max-diagnostics=200', '.'),
  imports: async () => checkBoundaries().map(({ file, line, message }) => `${file}:${line}: ${message}`),
  'generated files': async () =>
    (await (await import('./generated.ts')).staleFiles()).map((file) => `${file} is not what the schema gives: run npm run codegen`),
};

/** The command `npm run check`. */
export const main = (args: string[]): Promise<never> =>
  runCommand(async () => {
    if (!readOptions(args, {}, HELP)) return 0;
    let failed = 0;
    // all at once; told in order
    const running = Object.entries(CHECKS).map(([name, check]) => ({ name, outcome: timed(check) }));
    for (const { name, outcome } of running) {
      const { problems, seconds } = await outcome;
      console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
      for (const problem of problems) console.log(`       ${problem}`);
      if (problems.length > 0) failed++;
    }
    return failed === 0 ? 0 : 1;
  });

async function timed(check: Check): Promise<{ problems: string[]; seconds: number }> {
  const begun = performance.now();
  const problems = await check();
  return { problems, seconds: (performance.now() - begun) / 1000 };
}

async function tool(program: string, ...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const code = await runNode([join(ROOT, 'node_modules', program), ...args], { line: (line) => lines.push(line) });
  return code === 0 ? [] : [...lines, ...(lines.length === 0 ? [`${program} ended with code ${code}`] : [])];
}
