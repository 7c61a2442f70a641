import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BackendDescription, describeBackends, listGpus } from './describe.ts';
import { cacheFolder, type Flavour } from './install/cache.ts';
import { linkAddon } from './install/link.ts';
import { findGpus } from './install/nvidia.ts';
import { provideNative } from './install/provide.ts';
import { MissingError, packageFolder } from './install/tools.ts';

const HELP = `What this machine trains on.

  npm run backend                 lists the backends, measured, and which one would be used
  npm run backend -- --json       the same as JSON
  npm run backend -- install      provides native TensorFlow: libraries from the Python package index (274 MB), a binding compiled
                                  here; reads everything again by checksum when it is there already
  npm run backend -- install --cuda
                                  the same with NVIDIA's libraries beside it (5.3 GB; 10 GB free while it is made), for
                                  machines with an NVIDIA GPU and its driver; used by itself wherever there is a GPU
  npm run backend -- measure      finds out how many workers with how many threads each train fastest here; npm start then starts so many
  npm run backend -- --help       this text

Environment
  HANDPICK_BACKEND   tensorflow, webgpu or wasm: forces one
  HANDPICK_GPU_MEMORY
                     memory of a GPU under webgpu, in MB, which WebGPU does not tell; default: the largest single buffer
  CUDA_VISIBLE_DEVICES
                     which NVIDIA GPUs may be used, by number or UUID; empty: none
  HANDPICK_CONVOLUTIONS  tensorflow: convolutions by TensorFlow alone, never by ours, which are faster on processors with AVX2
  HANDPICK_CACHE     folder of the native library (now ${cacheFolder()})
  PYTHON, CXX        the Python with pip, and the C++ compiler, of "install"`;

/** The command `npm run backend`. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  let positionals: string[];
  let values: { json?: boolean; help?: boolean; cuda?: boolean };
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean' }, cuda: { type: 'boolean' } } as const;
    ({ positionals, values } = parseArgs({ args, options, allowPositionals: true }));
  } catch (error) {
    return fail((error as Error).message);
  }
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [verb, ...rest] = positionals;
  if (rest.length > 0 || (verb !== undefined && verb !== 'install' && verb !== 'measure'))
    return fail(`backend: there is no "${positionals.join(' ')}"; allowed are install and measure`);
  if (values.cuda && verb !== 'install') return fail('--cuda: allowed only with install');
  try {
    if (verb === 'measure') return await measureMachine();
    return verb === 'install' ? await install(values.cuda ? 'cuda' : 'cpu') : await list(values.json ?? false);
  } catch (error) {
    // A forced backend that does not exist, or something that is missing: one line says it.
    if (error instanceof MissingError || error instanceof RangeError) return fail(error.message);
    throw error;
  }
}

async function install(flavour: Flavour): Promise<number> {
  const { visible, problem } = flavour === 'cuda' ? await findGpus() : { visible: [], problem: undefined };
  if (problem) console.error(`CUDA will not be used here as things are: ${problem}. It is installed all the same.`);
  const folder = await provideNative({ full: true, flavour, progress: (line) => console.error(line) });
  if (problem) {
    console.log(`TensorFlow with CUDA is installed in ${folder}; it will be used once there is a GPU: ${problem}`);
    return 0;
  }
  if (flavour === 'cuda') console.log(`GPUs: ${visible.map(({ index, name }) => `${index} ${name}`).join(', ')}`);
  await linkAddon(folder, packageFolder());
  console.log(`TensorFlow is installed in ${folder}`);
  return 0;
}

/** In a process of its own, which knows models and training. */
function measureMachine(): Promise<number> {
  const script = fileURLToPath(new URL('../machine/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

async function list(json: boolean): Promise<number> {
  if (!json) console.error('Measuring, a few seconds each ...');
  const [backends, gpus] = [await describeBackends(), await listGpus()];
  const used = backends.find((backend) => backend.used)?.name ?? null;
  console.log(json ? JSON.stringify({ used, backends, gpus }, null, 2) : [...backends.map(lines), gpuLines(gpus)].join('\n\n'));
  return 0;
}

function lines({
  name,
  available,
  used,
  reason,
  version,
  library,
  device,
  reproducible,
  gflops,
  imagesPerSecond,
}: BackendDescription): string {
  const title = `${used ? '*' : ' '} ${name}`;
  if (!available) return `${title}: not available\n    ${reason}`;
  const speed =
    gflops === undefined || imagesPerSecond === undefined
      ? 'not measured: a GPU that is imitated on the processor, far slower than the other backends'
      : `${gflops.toFixed(0)} GFLOP/s in a matrix product, ${Math.round(imagesPerSecond)} images/s in training a small network`;
  return [
    `${title}${used ? ' (would be used)' : ''}`,
    `    version   ${version}`,
    `    library   ${library}`,
    `    device    ${device!.kind} ${device!.name}, ${device!.threads} thread${device!.threads === 1 ? '' : 's'}`,
    `    memory    ${(device!.memoryBytes / 1e9).toFixed(1)} GB`,
    `    same bits ${reproducible ? 'yes: the same seed gives the same numbers again' : 'no: sums are made in any order'}`,
    `    speed     ${speed}`,
  ].join('\n');
}

function gpuLines({ nvidia, webgpu }: Awaited<ReturnType<typeof listGpus>>): string {
  const list = (found: string[] | string) =>
    typeof found === 'string' ? `none: ${found}` : found.map((name, i) => `${i} ${name}`).join('; ');
  return ['  GPUs', `    NVIDIA    ${list(nvidia)}`, `    WebGPU    ${list(webgpu)}`].join('\n');
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
