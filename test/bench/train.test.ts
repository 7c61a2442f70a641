import { afterEach, describe, expect, it, vi } from 'vitest';
import { startMeasured } from './child.ts';
import { BENCHES, bench, usage } from './main.ts';
import { architectureOf, NETWORKS, trainingFlops } from './networks.ts';
import { measureNetwork, parseOptions } from './train.ts';

afterEach(() => vi.restoreAllMocks());

describe('npm run bench', () => {
  it('lists the benches, and refuses what is none', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(usage()).toContain('npm run bench -- train');
    expect(await bench(['trian'])).toBe(1);
    expect(error).toHaveBeenCalledWith(`bench: "trian"; allowed are ${Object.keys(BENCHES).join(', ')}`);
  });

  it('refuses options with their name, value and what is allowed, before anything starts', async () => {
    expect(() => parseOptions(['--network', 'lenet'])).toThrow('--network: "lenet"; allowed are small-cnn');
    expect(() => parseOptions(['--repeat', '0'])).toThrow('--repeat: "0"; allowed are whole numbers from 1 to 1000');
    expect(() => parseOptions(['--threads', '1.5'])).toThrow('--threads: "1.5"');
    expect(() => parseOptions(['--backend', 'torch'])).toThrow('--backend: "torch"; allowed are tensorflow');
    expect(() => parseOptions(['--speed'])).toThrow('--speed');
    expect(parseOptions(['--network', 'overhead', '--repeat', '2'])).toMatchObject({ networks: ['overhead'], repeat: 2, yardstick: true });
  });
});

describe('networks of the training bench', () => {
  it('counts forward and both gradients, but none to the images', () => {
    // By hand: 28 x 28 x 9 x 8 multiply-accumulates in the convolution, 14 x 14 x 8 x 10 in the classifier; 2 FLOPs each.
    const convolution = 2 * 28 * 28 * 9 * 8;
    const dense = 2 * 14 * 14 * 8 * 10;
    expect(trainingFlops(architectureOf('overhead'))).toBe(2 * convolution + 3 * dense);
  });

  it('trains by the trial of a worker, in a process that stands still between slices', async () => {
    const options = { threads: 1, repeat: 1, seconds: 1, yardstick: false };
    const figures = [];
    for await (const figure of measureNetwork('overhead', 'wasm', options, () => {})) figures.push(figure);
    expect(figures).toHaveLength(1);
    const [figure] = figures;
    expect(figure).toMatchObject({ bench: 'train', network: 'overhead', backend: 'wasm', threads: 1, ratio: null });
    expect(figure!.images_per_s).toBeGreaterThan(NETWORKS.overhead.batch);
    expect(figure!.peak_gflops).toBeGreaterThan(figure!.gflops);
  });

  it('says why a process did not start', async () => {
    const failing = startMeasured(process.execPath, ['-e', 'throw new Error("no device")'], {});
    await expect(failing).rejects.toThrow(/it ended with code 1: .*no device/);
    await expect(startMeasured('no-such-program', [], {})).rejects.toThrow('ENOENT');
  });
});
