import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What WebGPU finds on this machine. */
export type Found =
  | {
      /** Names of all adapters, in the order in which `--device` counts them. */
      adapters: string[];
      /** The one that is taken when nothing is said. */
      chosen: { name: string; software: boolean };
    }
  | { problem: string };

type Environment = Record<string, string | undefined>;

/** Looks for GPUs, in a process of its own; not at all where a list of drivers says that there are none. `problem` is one line. */
export async function findWebgpu(environment: Environment = process.env): Promise<Found> {
  if (process.platform === 'linux' && !(await hasVulkanDriver(environment)))
    return { problem: 'no Vulkan driver is installed (Debian: mesa-vulkan-drivers and libvulkan1, or the GPU vendor’s own)' };
  const script = fileURLToPath(new URL('probe.ts', import.meta.url));
  const options = { cwd: fileURLToPath(new URL('../../..', import.meta.url)), env: environment as NodeJS.ProcessEnv, timeout: 60_000 };
  try {
    return JSON.parse((await promisify(execFile)(process.execPath, ['--import', 'tsx', script], options)).stdout) as Found;
  } catch (error) {
    const { signal, code, stderr = '' } = error as { signal?: string; code?: number; stderr?: string };
    const said = stderr.trim().split('\n').at(-1);
    return { problem: `looking for a GPU ended with ${signal ?? `code ${code}`}${said ? ` (${said})` : ''}` };
  }
}

/** Whether the Vulkan loader would find a driver: manifests named by the environment, or in the folders of its documentation. */
async function hasVulkanDriver({ VK_DRIVER_FILES, VK_ICD_FILENAMES, VK_ADD_DRIVER_FILES, ...environment }: Environment): Promise<boolean> {
  if (VK_DRIVER_FILES || VK_ICD_FILENAMES || VK_ADD_DRIVER_FILES) return true;
  const { XDG_CONFIG_HOME, XDG_CONFIG_DIRS, XDG_DATA_HOME, XDG_DATA_DIRS } = environment;
  const roots = [
    XDG_CONFIG_HOME || join(homedir(), '.config'),
    ...(XDG_CONFIG_DIRS || '/etc/xdg').split(':'),
    '/etc',
    '/usr/local/etc',
    XDG_DATA_HOME || join(homedir(), '.local', 'share'),
    ...(XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':'),
  ];
  const lists = await Promise.all(roots.map((root) => readdir(join(root, 'vulkan', 'icd.d')).catch(() => []))); // most of these folders are on no machine
  return lists.flat().some((name) => name.endsWith('.json'));
}
