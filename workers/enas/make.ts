import type { TrainingPlan } from '../../schema/plans/plan.ts';
import type { SpaceLimits } from '../../schema/spaces/limits.ts';
import type { Backend } from '../backends/backend.ts';
import { type Dataset, imagesOfOneSize, isText, type TextDataset } from '../datasets/dataset.ts';
import { NotBuildable } from '../models/network.ts';
import { imageSupernet } from './images.ts';
import type { Supernet } from './supernet.ts';
import { textSupernet } from './text.ts';

/** The shared weights of a space on a dataset. @throws NotBuildable where they do not go together */
export function makeSupernet(
  backend: Backend,
  dataset: Dataset | TextDataset,
  { limits, training, seed }: { limits: SpaceLimits; training: TrainingPlan; seed: number },
): Supernet {
  if (limits.kind !== 'RECURRENT') return imageSupernet(backend, imagesOfOneSize(dataset), training, seed);
  if (!isText(dataset)) throw new NotBuildable(`dataset ${dataset.name} is pictures; recurrent cells need text`);
  return textSupernet(backend, dataset, { nodes: limits.nodes, units: limits.units, training, seed });
}
