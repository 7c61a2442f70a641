import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nativeFolder } from '../../../workers/backends/install/cache.ts';
import { chooseNative } from '../../../workers/backends/install/choice.ts';
import { writeManifest } from '../../../workers/backends/install/manifest.ts';
import { findGpus, parseGpus, visibleGpus } from '../../../workers/backends/install/nvidia.ts';
import { withNativePackage } from './skipped.ts';

const LINES = `0, GPU-1b2c-aa, NVIDIA GeForce RTX 4090, 24564
1, GPU-1b2d-bb, NVIDIA H100 80GB HBM3, 81559
2, GPU-77aa-cc, NVIDIA GB10, [N/A]
`;
const all = parseGpus(LINES);

describe('the driver is read', () => {
  it('line by line; memory in MiB, 0 where it is the memory of the machine', () => {
    expect(all).toEqual([
      { index: 0, uuid: 'GPU-1b2c-aa', name: 'NVIDIA GeForce RTX 4090', memoryBytes: 24564 * 2 ** 20 },
      { index: 1, uuid: 'GPU-1b2d-bb', name: 'NVIDIA H100 80GB HBM3', memoryBytes: 81559 * 2 ** 20 },
      { index: 2, uuid: 'GPU-77aa-cc', name: 'NVIDIA GB10', memoryBytes: 0 },
    ]);
    expect(parseGpus('No devices were found\n')).toEqual([]);
  });
});

describe('CUDA_VISIBLE_DEVICES', () => {
  it.each([
    [undefined, [0, 1, 2]],
    ['', []],
    ['-1', []],
    ['1', [1]],
    ['2,0', [2, 0]],
    [' 1 , 2 ', [1, 2]],
    ['GPU-77', [2]],
    ['GPU-1b2d-bb,0', [1, 0]],
    ['GPU-1b', []], // two begin so
    ['0,9,1', [0]], // what names nothing ends the list
    ['0,0,1', [0]],
    ['NoDevFiles', []],
  ])('%j leaves %j', (selection, indices) => {
    expect(visibleGpus(all, selection).map(({ index }) => index)).toEqual(indices);
  });
});

/** The driver's program is not the project's: a shell script stands for it. */
describe('the choice', () => {
  let folder: string;
  const environment = { ...process.env };
  const driver = (script: string) => {
    writeFileSync(join(folder, 'bin', 'nvidia-smi'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'bin', 'nvidia-smi'), 0o755);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'handpick-nvidia-'));
    mkdirSync(join(folder, 'bin'));
    process.env.PATH = `${join(folder, 'bin')}:/nowhere`;
    delete process.env.CUDA_VISIBLE_DEVICES;
  });
  afterEach(() => {
    process.env = { ...environment };
    rmSync(folder, { recursive: true, force: true });
  });

  it('says in one line why there is no GPU', async () => {
    expect((await findGpus()).problem).toBe('there is no NVIDIA driver (nvidia-smi is not installed)');
    driver('echo "NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver."; exit 9');
    expect((await findGpus()).problem).toBe('nvidia-smi: NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver.');
    driver('echo "No devices were found"');
    expect((await findGpus()).problem).toBe('the driver lists no GPU');
    driver(`echo "${LINES.trim()}"`);
    expect(await findGpus({ CUDA_VISIBLE_DEVICES: '' })).toEqual({
      visible: [],
      problem: 'CUDA_VISIBLE_DEVICES is "": it leaves none of 3',
    });
    expect((await findGpus()).visible).toEqual(all);
  });

  withNativePackage('is chosen', () => {
    it('CUDA where it is installed and a GPU is visible, else the processor', async () => {
      const cache = join(folder, 'cache');
      const lines: string[] = [];
      const choose = (device?: number) => chooseNative((line) => lines.push(line), device, cache);
      mkdirSync(nativeFolder(cache, 'cpu'), { recursive: true });
      await writeManifest(nativeFolder(cache, 'cpu'));
      driver(`echo "${LINES.trim()}"`);
      await expect(choose(0)).rejects.toThrow('device: 0; CUDA is not installed (npm run backend -- install --cuda)');
      expect(await choose()).toEqual({ folder: nativeFolder(cache, 'cpu') });

      mkdirSync(nativeFolder(cache, 'cuda'));
      await writeManifest(nativeFolder(cache, 'cuda'));
      expect(await choose()).toEqual({ folder: nativeFolder(cache, 'cuda'), gpu: all[0] });
      process.env.CUDA_VISIBLE_DEVICES = '2,1';
      expect((await choose(1)).gpu).toEqual(all[1]);
      await expect(choose(2)).rejects.toThrow('device: 2; allowed is a whole number from 0 to 1');
      expect(lines).toEqual([]);
      process.env.CUDA_VISIBLE_DEVICES = '';
      expect(await choose()).toEqual({ folder: nativeFolder(cache, 'cpu') });
      expect(lines).toEqual(['CUDA is installed but not used: CUDA_VISIBLE_DEVICES is "": it leaves none of 3']);
    });
  });
});
