import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backend } from '../../backends/backend.ts';
import type { Dataset } from '../../datasets/dataset.ts';
import { type Judge, type JudgeTools, type KeptJudge, openJudge, trainJudge } from './judge.ts';
import { JUDGE_VERSION } from './network.ts';

export interface ProvideJudgeTools extends JudgeTools {
  /** Folder of the per-user cache. */
  cache: string;
  /** Runs `body` in one process of this machine at a time. */
  lock: <T>(path: string, waiting: () => void, body: () => Promise<T>) => Promise<T>;
}

/** Judges that stay on their backend, least recently used first, by hash of their dataset. */
const open = new WeakMap<Backend, Map<string, Judge>>();
const KEPT = 2;

/**
 * The judge of a dataset: in memory, from the cache, or trained on first need, by one process of this machine while the others wait.
 * A file in the cache that cannot be read is made anew.
 * @throws Unfinished when the signal aborts, Error when the training fails
 */
export async function provideJudge(dataset: Dataset, tools: ProvideJudgeTools): Promise<Judge> {
  const judges = open.get(tools.backend) ?? new Map<string, Judge>();
  open.set(tools.backend, judges);
  let judge = judges.get(dataset.hash);
  if (!judge) {
    const loaded = await load(dataset, tools);
    judge = judges.get(dataset.hash); // another call of this process was faster
    if (judge) loaded.dispose();
    else judge = loaded;
  }
  judges.delete(dataset.hash);
  judges.set(dataset.hash, judge);
  for (const [hash, oldest] of judges) {
    if (judges.size <= KEPT) break;
    judges.delete(hash);
    oldest.dispose();
  }
  return judge;
}

/** Where a judge lies: one file for a version of a dataset and of the judge. */
export const judgePath = (cache: string, dataset: Dataset): string => join(cache, 'judges', `${dataset.hash}-${JUDGE_VERSION}.judge`);

async function load(dataset: Dataset, tools: ProvideJudgeTools): Promise<Judge> {
  const path = judgePath(tools.cache, dataset);
  const say = (line: string) => tools.progress(`judge of ${dataset.name}: ${line}`);
  const present = await read(path, dataset, tools, say);
  if (present) return present;
  return tools.lock(
    `${path}.lock`,
    () => say('another process is training it; waiting'),
    async () => {
      const meanwhile = await read(path, dataset, tools, say);
      if (meanwhile) return meanwhile;
      say('training it, once');
      const begun = performance.now();
      const kept = await trainJudge(dataset, { ...tools, progress: say });
      await write(path, kept);
      say(`accuracy ${(100 * kept.accuracy).toFixed(2)}%, in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
      return openJudge(dataset, kept, tools.backend);
    },
  );
}

async function read(path: string, dataset: Dataset, { backend }: ProvideJudgeTools, say: (line: string) => void): Promise<Judge | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  let kept: KeptJudge;
  try {
    kept = decodeJudge(bytes);
    return await openJudge(dataset, kept, backend);
  } catch (error) {
    say(`its file cannot be read (${(error as Error).message})`);
    return null;
  }
}

/** Whole, or not at all. */
async function write(path: string, kept: KeptJudge): Promise<void> {
  const making = `${path}.${process.pid}`;
  await mkdir(join(path, '..'), { recursive: true });
  try {
    await writeFile(making, encodeJudge(kept));
    await rename(making, path);
  } finally {
    await rm(making, { force: true });
  }
}

/** A line of JSON, then the checkpoint. */
function encodeJudge({ checkpoint, ...about }: KeptJudge): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), checkpoint]);
}

function decodeJudge(bytes: Uint8Array): KeptJudge {
  const end = bytes.indexOf(0x0a);
  const about = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Omit<KeptJudge, 'checkpoint'>;
  return { ...about, checkpoint: bytes.slice(end + 1) };
}
