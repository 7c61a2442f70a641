import type { Task } from '../../schema/plans/plan.ts';
import { needsJudge, rewardsFor } from '../../schema/plans/rewards.ts';
import type { Backend } from '../backends/backend.ts';
import { cacheFolder } from '../backends/install/cache.ts';
import { withLock } from '../backends/install/lock.ts';
import { type Dataset, isText, type TextDataset } from '../datasets/dataset.ts';
import { canBeJudged, type Judge } from '../training/judge/judge.ts';
import { provideJudge } from '../training/judge/provide.ts';

export interface JudgeContext {
  backend: Backend;
  signal: AbortSignal;
  log: (line: string) => void;
  /** What it is doing now, while the judge is trained. */
  progress: (note: string) => void;
}

/** The judge of a trial's dataset, for tasks that make images of it; undefined for others, and where images have no single class. */
export async function judgeOf(
  task: Task,
  dataset: Dataset | TextDataset,
  { backend, signal, log, progress }: JudgeContext,
): Promise<Judge | undefined> {
  if (!rewardsFor(task).some(needsJudge) || isText(dataset) || !canBeJudged(dataset)) return undefined;
  const say = (line: string) => {
    log(line);
    progress(line);
  };
  return provideJudge(dataset, { backend, signal, progress: say, cache: cacheFolder(), lock: withLock });
}
