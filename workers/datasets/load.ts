import type { Dataset } from './dataset.ts';
import { loadMnist } from './mnist.ts';

const sources: Record<string, () => Dataset> = { mnist: loadMnist };
const loaded = new Map<string, Dataset>();

/** Names that `loadDataset` knows. */
export const datasetNames: readonly string[] = Object.keys(sources);

/**
 * Loads a dataset of the installed packages (in any case: MNIST, mnist) once a process; later calls return the same one. What has to be
 * fetched first is had from provide.ts. Throws a DatasetError where a file is broken.
 */
export function loadDataset(given: string): Dataset {
  const name = given.toLowerCase();
  const present = loaded.get(name);
  if (present) return present;
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
  if (!source) throw new Error(`dataset: '${given}' is not known; allowed are ${datasetNames.join(', ')}`);
  const dataset = source();
  loaded.set(name, dataset);
  return dataset;
}
