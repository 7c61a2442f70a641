import { join } from 'node:path';
import { findWebgpu } from '../../../../workers/backends/webgpu/find.ts';
import { unpacked } from '../../../e2e/browser.ts';

/** An environment in which a process finds a GPU: this machine's own, else the software one that comes with the browser of the tests. */
export async function gpuEnvironment(): Promise<
  { name: string; software: boolean; environment: Record<string, string | undefined> } | { problem: string }
> {
  const own = await findWebgpu();
  if (!('problem' in own)) return { name: own.chosen.name, software: own.chosen.software, environment: process.env };
  if (process.platform !== 'linux' || process.arch !== 'x64') return own;
  const home = await unpacked();
  const environment = { ...process.env, LD_LIBRARY_PATH: home, VK_ICD_FILENAMES: join(home, 'vk_swiftshader_icd.json') };
  const software = await findWebgpu(environment);
  return 'problem' in software ? software : { name: software.chosen.name, software: true, environment };
}
