import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nativeFolder } from '../../../workers/backends/install/cache.ts';
import { findDamage } from '../../../workers/backends/install/manifest.ts';
import { skipped } from './skipped.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const damage = await findDamage(nativeFolder());

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handpick-fallback-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// What the loader of an older system says, at the place where it says it.
const OLD_SYSTEM = `
const { dlopen } = process;
process.dlopen = function (module, file, ...rest) {
  if (file.endsWith('tfjs_binding.node')) throw new Error("libc.so.6: version 'GLIBC_2.99' not found (required by " + file + ')');
  return dlopen.call(this, module, file, ...rest);
};
`;

const title = 'an addon that does not load is said, with the reason, and wasm trains instead';
if (damage !== undefined) skipped(title, `native TensorFlow is not installed: ${damage}`);
else
  it(title, async () => {
    const shim = join(folder, 'old-system.cjs');
    const script = join(folder, 'open.mts');
    writeFileSync(shim, OLD_SYSTEM);
    writeFileSync(
      script,
      `import { openBackend } from ${JSON.stringify(join(root, 'workers/backends/choose.ts'))};
     const lines: string[] = [];
     const { name } = await openBackend({ progress: (line) => lines.push(line) });
     console.log(JSON.stringify({ name, lines }));`,
    );
    const { HANDPICK_BACKEND: _, ...env } = process.env;
    const args = ['--require', shim, '--import', 'tsx', script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...env, VK_ICD_FILENAMES: '' } });
    const { name, lines } = JSON.parse(stdout) as { name: string; lines: string[] };
    expect(name).toBe('wasm');
    expect(lines.at(-1)).toMatch(/^TensorFlow is not used: its library does not load \(.*GLIBC_2\.99.*\)\. Training runs on wasm instead/);
  });
