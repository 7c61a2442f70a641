import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addonIn, cacheFolder, FLAVOURS, type Flavour, NATIVE, nativeFolder } from './cache.ts';
import { downloadWheel } from './download.ts';
import { withLock } from './lock.ts';
import { findDamage, writeManifest } from './manifest.ts';
import { findTools, MissingError, packageFolder, run, type Tools } from './tools.ts';

/** How the folders begin in which a process works. */
const UNFINISHED = 'making-';
/** Older ones are nobody's: it takes less than a minute, and some on a slow line. */
const ABANDONED_MS = 6 * 3_600_000;

export interface ProvideOptions {
  progress: (line: string) => void;
  /** Reads every byte again, whatever sizes and times say. */
  full?: boolean;
  cache?: string;
  /** With or without NVIDIA's libraries; default: without. */
  flavour?: Flavour;
}

/**
 * Makes sure that the native backend is in the per-user cache, whole: TensorFlow's libraries from the wheel on the Python package index
 * (and, for CUDA, the wheels of NVIDIA that its extra names), and the npm package's binding compiled against them. Nothing happens when it is there already.
 *
 * @returns its folder
 * @throws MissingError naming what is not on this machine
 */
export async function provideNative({ progress, full = false, cache = cacheFolder(), flavour = 'cpu' }: ProvideOptions): Promise<string> {
  const folder = nativeFolder(cache, flavour);
  packageFolder(); // what cannot run here needs no download
  if ((await findDamage(folder, full)) === undefined) return folder;
  const tools = await findTools(cache, flavour); // before the lock, which needs a cache that can be written
  return withLock(
    `${folder}.lock`,
    () => progress('TensorFlow: another process is providing it; waiting'),
    async () => {
      const damage = await findDamage(folder, full);
      if (damage === undefined) return folder;
      if (damage !== 'it is not there') progress(`TensorFlow: ${damage} in ${folder}; making it again`);
      await make(tools, cache, folder, flavour, progress);
      return folder;
    },
  );
}

async function make(tools: Tools, cache: string, folder: string, flavour: Flavour, progress: (line: string) => void): Promise<void> {
  await removeAbandoned(cache);
  const temporary = await mkdtemp(join(cache, UNFINISHED));
  try {
    const made = join(temporary, 'made');
    await unpackWheels(tools.python, flavour, temporary, made, progress);
    progress('TensorFlow: compiling the binding');
    await compileAddon(tools, made, folder);
    await writeManifest(made);
    await publish(made, folder, join(temporary, 'old'));
    progress(`TensorFlow: ready in ${folder}`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Takes the libraries out of TensorFlow's wheel and of those that its extra requires, one after the other, so that little room is needed. */
async function unpackWheels(
  python: string,
  flavour: Flavour,
  temporary: string,
  made: string,
  progress: (line: string) => void,
): Promise<void> {
  const { wheel: name, extra } = FLAVOURS[flavour];
  const fetch = async (requirement: string, then: (wheel: string) => Promise<void> = async () => {}) => {
    const download = join(temporary, 'download');
    const wheel = await downloadWheel(python, requirement, download, progress);
    await run(python, [script('unpack.py'), wheel, made]);
    await then(wheel);
    await rm(download, { recursive: true });
  };
  const more: string[] = [];
  await fetch(`${name}==${NATIVE.tensorflow}`, async (wheel) => {
    progress('TensorFlow: its libraries are unpacked');
    if (extra) await run(python, [script('requirements.py'), wheel, extra], {}, (line) => more.push(line));
  });
  for (const requirement of more) await fetch(requirement);
}

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Removes what processes left behind that were killed while they made it: a gigabyte each. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (name.startsWith(UNFINISHED) && Date.now() - (await stat(path)).mtimeMs > ABANDONED_MS)
      await rm(path, { recursive: true, force: true });
  }
}

/** Kernels of our own, which only run where faster.ts finds the instructions that they are compiled for. */
const KERNELS = ['winograd', 'spread'];
/** Products and sums are joined, and nothing else is taken lightly. */
const KERNEL_OPTIONS = ['-c', '-fPIC', '-O3', '-std=c++17', '-w', '-mavx2', '-mfma', '-ffp-contract=fast'];

/** Compiles the package's own sources and ours against the libraries in `made`; they are found beside the addon, or where they end up. */
async function compileAddon({ compiler, package: root, nodeHeaders }: Tools, made: string, folder: string): Promise<void> {
  const kernels = KERNELS.map((name) => ({ source: script(`../tensorflow/native/${name}.cc`), object: join(dirname(made), `${name}.o`) }));
  const sources = [
    join(root, 'binding', 'tfjs_backend.cc'),
    join(root, 'binding', 'tfjs_binding.cc'),
    script('quiet.cc'),
    script('../tensorflow/native/operations.cc'),
    ...kernels.map(({ object }) => object),
  ];
  const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'].map((name) => join(made, 'lib', name));
  const options = ['-shared', '-fPIC', '-pthread', '-O2', '-std=c++17', '-w', `-DNAPI_VERSION=${NATIVE.nodeApi}`];
  const places = ['lib', ...(await nvidiaFolders(made))];
  const runPath = [...places.map((place) => `$ORIGIN/${place}`), ...places.map((place) => join(folder, place))].join(':');
  const paths = ['-I', join(made, 'include'), '-I', nodeHeaders, `-Wl,-rpath,${runPath}`];
  try {
    for (const { source, object } of kernels) await run(compiler, [...KERNEL_OPTIONS, source, '-o', object]);
    await run(compiler, [...options, ...paths, ...sources, ...libraries, '-o', addonIn(made)]);
  } catch (error) {
    throw new MissingError(`the C++ compiler cannot compile the binding (${(error as Error).message})`, { cause: error });
  }
}

/** Where NVIDIA's libraries are, inside the folder; TensorFlow's own run path leads there too. */
async function nvidiaFolders(made: string): Promise<string[]> {
  const packages = await readdir(join(made, 'nvidia')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return packages.map((name) => join('nvidia', name, 'lib'));
}

/** Puts the finished folder in its place in one step; what was there goes away. */
async function publish(made: string, folder: string, old: string): Promise<void> {
  await rename(folder, old).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(made, folder);
}
