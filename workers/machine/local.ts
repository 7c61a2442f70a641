import { parseArgs } from 'node:util';
import { forcedBackend, webgpuIsUsed } from '../backends/choose.ts';
import { cacheFolder, nativeFolder } from '../backends/install/cache.ts';
import { findDamage } from '../backends/install/manifest.ts';
import { findGpus } from '../backends/install/nvidia.ts';
import { MissingError } from '../backends/install/tools.ts';
import { readMeasurement } from './division.ts';
import { hostCores } from './host.ts';
import { measureDivisions } from './measure.ts';
import { type Machine, planLocal } from './plan.ts';

/**
 * A process of its own for commands that start workers, since only workers know devices: looks at the machine and prints, as the last line, which
 * workers to start: `plan {"workers":[{"threads":1}],"why":"..."}`. With --measure it measures first where that takes a few seconds only.
 */

/** Machines with more cores have more divisions, and are measured when somebody asks for it. */
const MOST_CORES = 4;

async function lookAt(backend: string, mayMeasure: boolean): Promise<Machine> {
  const cores = hostCores();
  // as install/choice.ts decides
  const cuda = (await findDamage(nativeFolder(undefined, 'cuda'))) !== 'it is not there';
  const { visible: gpus, problem } = cuda
    ? await findGpus()
    : { visible: [], problem: 'CUDA is not installed (npm run backend -- install --cuda)' };
  let measured = readMeasurement(cacheFolder());
  if (mayMeasure && backend === 'tensorflow' && gpus.length === 0 && measured === null && cores > 1 && cores <= MOST_CORES) {
    console.log('Measuring once how many workers train fastest on this machine, some seconds');
    try {
      measured = await measureDivisions(console.log);
    } catch (error) {
      if (!(error instanceof MissingError)) throw error;
      console.log(`Not measured: ${error.message}`);
    }
  }
  return { cores, gpus, problem, measured };
}

const { values } = parseArgs({
  options: {
    workers: { type: 'string' },
    threads: { type: 'string' },
    device: { type: 'string' },
    backend: { type: 'string' },
    measure: { type: 'boolean' },
  },
});
const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
const workers = number(values.workers);
try {
  const backend = values.backend ?? forcedBackend() ?? ((await webgpuIsUsed()) ? 'webgpu' : 'tensorflow');
  const machine = await lookAt(backend, (values.measure ?? false) && workers === undefined);
  console.log(
    `plan ${JSON.stringify(planLocal(machine, { workers, threads: number(values.threads), device: number(values.device), backend }))}`,
  );
  process.exit(0);
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  console.log(error.message);
  process.exit(2);
}
