import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forcedBackend, openBackend } from '../../../workers/backends/choose.ts';
import { main } from '../../../workers/backends/command.ts';

const written = { out: [] as string[], error: [] as string[] };
beforeEach(() => {
  written.out.length = 0;
  written.error.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void written.out.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void written.error.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('npm run backend', () => {
  it('explains itself', async () => {
    expect(await main(['--help'])).toBe(0);
    expect(written.out.join()).toContain('npm run backend -- install');
  });

  it('refuses what it does not know in one line', async () => {
    for (const [args, message] of [
      [['remove'], 'backend: there is no "remove"; allowed are install and measure'],
      [['install', 'twice'], 'backend: there is no "install twice"; allowed are install and measure'],
      [['--cuda'], '--cuda: allowed only with install'],
      [['--fast'], "Unknown option '--fast'"],
    ] as const) {
      written.error.length = 0;
      expect(await main([...args])).toBe(1);
      expect(written.error).toHaveLength(1);
      expect(written.error[0]).toContain(message);
    }
    vi.stubEnv('HANDPICK_BACKEND', 'abacus');
    expect(await main(['--json'])).toBe(1);
    expect(written.error.at(-1)).toBe('HANDPICK_BACKEND: abacus; allowed are tensorflow, webgpu, wasm');
  });

  it('measures what there is, and says why the rest is not', async () => {
    // An empty cache: TensorFlow is not there, whatever this machine has.
    vi.stubEnv('HANDPICK_CACHE', '/nonexistent/handpick');
    expect(await main(['--json'])).toBe(0);
    const { used, backends, gpus } = JSON.parse(written.out.join('\n'));
    expect(used).toBe(backends[1].device?.kind === 'GPU' ? 'webgpu' : 'wasm');
    for (const found of [gpus.nvidia, gpus.webgpu]) expect(found.length).toBeGreaterThan(0);
    const [tensorflow, webgpu, wasm] = backends;
    if (!webgpu.available) expect(webgpu.reason).toMatch(/\w{3}/);
    expect(tensorflow).toMatchObject({ name: 'tensorflow', available: false, used: false });
    expect(tensorflow.reason.length).toBeGreaterThan(20);
    expect(wasm).toMatchObject({ name: 'wasm', available: true, reproducible: true, device: { kind: 'CPU', threads: 1 } });
    expect(wasm.version).toMatch(/^tfjs wasm \d/);
    expect(wasm.library).toMatch(/\.wasm$/);
    expect(wasm.gflops).toBeGreaterThan(0.5);
    expect(wasm.imagesPerSecond).toBeGreaterThan(20);
  }, 60_000);
});

describe('the choice', () => {
  it('follows the environment', () => {
    expect(forcedBackend({})).toBeUndefined();
    expect(forcedBackend({ HANDPICK_BACKEND: 'wasm' })).toBe('wasm');
    expect(() => forcedBackend({ HANDPICK_BACKEND: 'webgl' })).toThrow('HANDPICK_BACKEND: webgl; allowed are tensorflow, webgpu, wasm');
  });

  it('falls back to wasm in one line that names what is missing, and is made once a process', async () => {
    vi.stubEnv('HANDPICK_BACKEND', '');
    vi.stubEnv('HANDPICK_CACHE', join(fileURLToPath(import.meta.url), 'cache')); // a folder in a file: nobody can make that
    const lines: string[] = [];
    const backend = await openBackend({ progress: (line) => lines.push(line) });
    expect(backend.name).toBe('wasm');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^TensorFlow is not used: .+ Training runs on wasm instead, about \d+ times slower\.$/);
    expect(await openBackend({ name: 'wasm' })).toBe(backend);
    await expect(openBackend({ name: 'tensorflow' })).rejects.toThrow('backend: tensorflow; wasm is already open, and a process has one');
  });
});
