import type { TrainingPlan } from '../../schema/plans/plan.ts';
import type { SpaceLimits } from '../../schema/spaces/limits.ts';
import type { Backend } from '../backends/backend.ts';
import { type AnyDataset, hasManySizes, isText } from '../datasets/dataset.ts';
import { NotBuildable } from '../models/network.ts';
import { imageSupernet } from './images.ts';
import type { Supernet } from './supernet.ts';

/** The shared weights that fit the data. @throws NotBuildable where there are none */
export function makeSupernet(
  backend: Backend,
  dataset: AnyDataset,
  { training, seed }: { limits: SpaceLimits; training: TrainingPlan; seed: number },
): Supernet {
  if (isText(dataset) || hasManySizes(dataset))
    throw new NotBuildable(`dataset ${dataset.name}: shared weights need images of one size with one class each`);
  return imageSupernet(backend, dataset, training, seed);
}
