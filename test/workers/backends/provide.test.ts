import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addonIn, cacheFolder, nativeFolder } from '../../../workers/backends/install/cache.ts';
import { linkAddon } from '../../../workers/backends/install/link.ts';
import { withLock } from '../../../workers/backends/install/lock.ts';
import { findDamage, writeManifest } from '../../../workers/backends/install/manifest.ts';
import { provideNative } from '../../../workers/backends/install/provide.ts';
import { MissingError, packageFolder } from '../../../workers/backends/install/tools.ts';
import { withNativePackage } from './skipped.ts';

let folder: string;
const environment = { ...process.env };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handpick-provide-'));
});
afterEach(() => {
  process.env = { ...environment };
  rmSync(folder, { recursive: true, force: true });
});

it('the cache is where the environment says', () => {
  expect(cacheFolder({ HANDPICK_CACHE: '/a', XDG_CACHE_HOME: '/b' })).toBe('/a');
  expect(cacheFolder({ XDG_CACHE_HOME: '/b' })).toBe('/b/handpick');
  expect(cacheFolder({})).toMatch(/\/\.cache\/handpick$/);
});

describe('a folder with a manifest', () => {
  const library = () => join(folder, 'lib', 'library.so');
  beforeEach(async () => {
    mkdirSync(join(folder, 'lib'));
    writeFileSync(library(), Buffer.alloc(3_000_000, 7));
    writeFileSync(join(folder, 'addon.node'), 'addon');
    await writeManifest(folder);
  });

  it('is whole', async () => {
    expect(await findDamage(folder)).toBeUndefined();
    expect(await findDamage(folder, true)).toBeUndefined();
  });

  it('is damaged by a truncated, a missing and an altered file', async () => {
    writeFileSync(library(), Buffer.alloc(2_999_999, 7));
    expect(await findDamage(folder)).toBe('lib/library.so has 2999999 bytes instead of 3000000');
    rmSync(library());
    expect(await findDamage(folder)).toBe('lib/library.so is missing');
    const altered = Buffer.alloc(3_000_000, 7);
    altered[2_000_000] = 8;
    writeFileSync(library(), altered);
    expect(await findDamage(folder)).toBe('lib/library.so has another checksum than when it was made');
  });

  it('is read through only when asked, where size and time are the same', async () => {
    const before = new Date(1_700_000_000_000);
    utimesSync(library(), before, before);
    await writeManifest(folder);
    const altered = Buffer.alloc(3_000_000, 9);
    writeFileSync(library(), altered);
    utimesSync(library(), before, before);
    expect(await findDamage(folder)).toBeUndefined();
    expect(await findDamage(folder, true)).toContain('another checksum');
  });

  it('survives being copied: other times are checked by checksum, once', async () => {
    utimesSync(library(), new Date(0), new Date(0));
    expect(await findDamage(folder)).toBeUndefined();
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))['lib/library.so'].modified).toBe(0);
  });

  it('is damaged when its manifest is missing or cut off', async () => {
    writeFileSync(join(folder, 'manifest.json'), '{"lib/');
    expect(await findDamage(folder)).toContain('its manifest cannot be read');
    rmSync(join(folder, 'manifest.json'));
    expect(await findDamage(folder)).toBe('it is not there');
  });
});

describe('the lock', () => {
  const path = () => join(folder, 'deep', 'lock');

  it('lets one in at a time, and tells the others once that they wait', async () => {
    let inside = 0;
    let most = 0;
    let waits = 0;
    const visit = () =>
      withLock(
        path(),
        () => waits++,
        async () => {
          most = Math.max(most, ++inside);
          await sleep(50);
          inside--;
        },
      );
    await Promise.all([visit(), visit(), visit()]);
    expect({ most, waits }).toEqual({ most: 1, waits: 2 });
    expect(existsSync(path())).toBe(false);
  });

  it('is taken over from a process that is gone, not from a living one', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    mkdirSync(dirname(path()));
    writeFileSync(path(), String(gone));
    expect(
      await withLock(
        path(),
        () => {},
        async () => 'in',
      ),
    ).toBe('in');
    writeFileSync(path(), String(process.ppid));
    let waited = false;
    const visit = withLock(
      path(),
      () => {
        waited = true;
      },
      async () => 'in',
    );
    await sleep(100);
    expect(waited).toBe(true);
    rmSync(path());
    expect(await visit).toBe('in');
  });

  it('is given back when the work fails', async () => {
    await expect(
      withLock(
        path(),
        () => {},
        () => Promise.reject(new Error('no')),
      ),
    ).rejects.toThrow('no');
    expect(existsSync(path())).toBe(false);
  });
});

withNativePackage('the link in node_modules', () => {
  let root: string;
  const place = () => join(root, 'lib', 'napi-v8', 'tfjs_binding.node');
  beforeEach(() => {
    root = join(folder, 'package');
    mkdirSync(root);
    copyFileSync(join(packageFolder(), 'package.json'), join(root, 'package.json'));
    symlinkSync(dirname(dirname(packageFolder())), join(folder, 'node_modules'));
  });

  it('is made, kept, and replaced when it points elsewhere', async () => {
    await linkAddon('/cache/one', root);
    expect(readlinkSync(place())).toBe('/cache/one/tfjs_binding.node');
    await linkAddon('/cache/one', root);
    await linkAddon('/cache/two', root);
    expect(readlinkSync(place())).toBe(addonIn('/cache/two'));
    rmSync(place());
    writeFileSync(place(), 'a file that somebody put there');
    await linkAddon('/cache/two', root);
    expect(readlinkSync(place())).toBe(addonIn('/cache/two'));
  });

  it('may be made by many at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => linkAddon('/cache/one', root)));
    expect(readlinkSync(place())).toBe('/cache/one/tfjs_binding.node');
  });

  it('says it when it cannot be made', async () => {
    writeFileSync(join(root, 'lib'), 'not a folder');
    await expect(linkAddon('/cache/one', root)).rejects.toThrow(/^the binding cannot be linked into node_modules/);
  });
});

/** Programs of this machine that are not the project's: shell scripts stand for them. */
withNativePackage('what is missing is named', () => {
  const program = (name: string, script: string) => {
    writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  };
  const lines: string[] = [];
  const provide = () => provideNative({ cache: join(folder, 'cache'), progress: (line) => lines.push(line) });
  beforeEach(() => {
    mkdirSync(join(folder, 'bin'));
    process.env.PATH = join(folder, 'bin');
    delete process.env.PYTHON;
    delete process.env.CXX;
  });

  it('Python, then the compiler, then the download, and nothing is left behind', async () => {
    await expect(provide()).rejects.toThrow(/^Python with pip is not installed/);
    program('python3', 'exit 1');
    await expect(provide()).rejects.toThrow(/^Python with pip is not installed/);
    program('python3', 'if [ "$3" = download ]; then echo "ERROR: No matching distribution found for tensorflow-cpu" >&2; exit 1; fi');
    await expect(provide()).rejects.toThrow(/^a C\+\+ compiler is not installed/);
    program('g++', 'exit 0');
    const failure = await provide().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MissingError);
    expect((failure as Error).message).toMatch(/^pip cannot download tensorflow-cpu .*No matching distribution found/);
    expect(existsSync(nativeFolder(join(folder, 'cache')))).toBe(false);
    expect(spawnSync('/bin/ls', [join(folder, 'cache')], { encoding: 'utf8' }).stdout).toBe('');
  });

  it('a library that is cut off or altered is found, and fetched again', async () => {
    program('python3', 'if [ "$3" = download ]; then echo "ERROR: the index is away" >&2; exit 1; fi');
    program('g++', 'exit 0');
    const native = nativeFolder(join(folder, 'cache'));
    mkdirSync(native, { recursive: true });
    writeFileSync(join(native, 'library.so'), Buffer.alloc(1_000, 1));
    await writeManifest(native);
    for (const [contents, problem] of [
      [Buffer.alloc(999, 1), 'library.so has 999 bytes instead of 1000'],
      [Buffer.alloc(1_000, 2), 'library.so has another checksum than when it was made'],
    ] as const) {
      writeFileSync(join(native, 'library.so'), contents);
      lines.length = 0;
      await expect(provide()).rejects.toThrow(/^pip cannot download tensorflow-cpu .*the index is away/);
      expect(lines[0]).toBe(`TensorFlow: ${problem} in ${native}; making it again`);
      expect(lines[1]).toMatch(/^TensorFlow: downloading tensorflow-cpu /);
    }
  });

  it('a cache that cannot be made', async () => {
    program('python3', 'exit 0');
    program('g++', 'exit 0');
    writeFileSync(join(folder, 'cache'), 'not a folder');
    const failure = await provide().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MissingError);
    expect((failure as Error).message).toMatch(/^the cache folder cannot be written .*HANDPICK_CACHE names another/);
  });
});
