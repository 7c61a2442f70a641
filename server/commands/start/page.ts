import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, ROOT } from '../command.ts';
import { runNode } from '../machine/child.ts';

const BUILD = join(ROOT, 'web', '.next');
const STAMP = join(BUILD, 'handpick-sources');
/** What the page is built from; generated and built things inside are left out. */
const SOURCES = ['web', 'schema', 'package-lock.json', 'tsconfig.json'];
const LEFT_OUT = new Set(['.next', 'node_modules', 'next-env.d.ts']);

/**
 * Builds the page unless it was built from these very sources.
 * @throws CommandError with the end of the output when it cannot be built
 */
export async function buildPage(line: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const sources = hashSources();
  if (existsSync(join(BUILD, 'BUILD_ID')) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  const begun = Date.now();
  line('Page: building (about half a minute)');
  // types that a development server left there break the check of types
  rmSync(join(BUILD, 'dev'), { recursive: true, force: true });
  rmSync(STAMP, { force: true });
  const output: string[] = [];
  const args = [join(ROOT, 'node_modules/next/dist/bin/next'), 'build', 'web'];
  const environment = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  const code = await runNode(args, { environment, line: (text) => output.push(text), signal });
  signal?.throwIfAborted();
  if (code !== 0) throw new CommandError(`Page: next build failed\n${output.slice(-25).join('\n')}`);
  writeFileSync(STAMP, sources);
  line(`Page: built in ${Math.round((Date.now() - begun) / 1000)} s`);
}

/** A hash over names and contents: times say little after a clone or a change of branch. */
function hashSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(ROOT, path);
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) if (!LEFT_OUT.has(name)) addTo(hash, `${path}/${name}`);
  } else hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
}
