import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** NVIDIA's GPUs as the driver lists them, and which of them this process may use. */
export interface Gpu {
  /** As nvidia-smi counts. */
  index: number;
  uuid: string;
  name: string;
  memoryBytes: number;
}

export interface Gpus {
  /** Those that CUDA_VISIBLE_DEVICES leaves, in its order. */
  visible: Gpu[];
  /** Why there are none, in one line. */
  problem?: string;
}

const QUERY = ['--query-gpu=index,uuid,name,memory.total', '--format=csv,noheader,nounits'];

/** Asks the driver. Nothing is started on a GPU. */
export async function findGpus(environment: Record<string, string | undefined> = process.env): Promise<Gpus> {
  let output: string;
  try {
    output = (await promisify(execFile)('nvidia-smi', QUERY, { timeout: 20_000 })).stdout;
  } catch (error) {
    const { code, message, stdout } = error as NodeJS.ErrnoException & { stdout?: string };
    const said = (stdout || message).trim().split('\n').at(-1);
    return { visible: [], problem: code === 'ENOENT' ? 'there is no NVIDIA driver (nvidia-smi is not installed)' : `nvidia-smi: ${said}` };
  }
  const all = parseGpus(output);
  if (all.length === 0) return { visible: [], problem: 'the driver lists no GPU' };
  const selection = environment.CUDA_VISIBLE_DEVICES;
  const visible = visibleGpus(all, selection);
  if (visible.length > 0) return { visible };
  return { visible, problem: `CUDA_VISIBLE_DEVICES is ${JSON.stringify(selection)}: it leaves none of ${all.length}` };
}

/** Reads nvidia-smi's lines "index, uuid, name, memory in MiB"; a device without a number for its memory shares the machine's, and counts 0. */
export function parseGpus(output: string): Gpu[] {
  return output
    .split('\n')
    .map((line) => line.split(',').map((field) => field.trim()))
    .filter((fields) => fields.length >= 4 && /^\d+$/.test(fields[0]!))
    .map(([index, uuid, ...rest]) => {
      const memory = Number(rest.pop());
      return { index: Number(index), uuid: uuid!, name: rest.join(', '), memoryBytes: Number.isFinite(memory) ? memory * 2 ** 20 : 0 };
    });
}

/**
 * What CUDA makes of CUDA_VISIBLE_DEVICES (CUDA C++ programming guide, environment variables): indices or beginnings of UUIDs; the first that
 * names no device, or one again, ends the list; empty means none.
 */
export function visibleGpus(all: readonly Gpu[], selection: string | undefined): Gpu[] {
  if (selection === undefined) return [...all];
  const chosen: Gpu[] = [];
  for (const entry of selection.split(',').map((text) => text.trim())) {
    const matches = all.filter(({ index, uuid }) =>
      /^\d+$/.test(entry) ? index === Number(entry) : /^GPU-/.test(entry) && uuid.startsWith(entry),
    );
    if (matches.length !== 1 || chosen.includes(matches[0]!)) break;
    chosen.push(matches[0]!);
  }
  return chosen;
}
