import type { Variational } from '../../schema/networks/architecture.ts';
import { parseNotation } from '../../schema/networks/notation.ts';
import type { TrainingPlan } from '../../schema/plans/plan.ts';
import { presets } from '../../schema/plans/presets/presets.ts';
import type { Dataset } from '../../workers/datasets/dataset.ts';

/** A candidate whose pictures the bench weighs; both have two latent dimensions, so that there is a grid of 441 pictures. */
interface SampledCandidate {
  about: string;
  notation: string;
  preset: string;
  /** What is measured of it, unless one says otherwise. */
  epochs: number;
  images: number;
}

export const SAMPLED = {
  tour: {
    about: 'a network of the preset tour-vae, trained whole',
    notation: 'C(16,4,2), C(32,4,2) | Z(2) | C(16,4,2), C(16,4,2)',
    preset: 'tour-vae',
    epochs: 4,
    images: 60_000,
  },
  'chapter-9': {
    about: "chapter 9's network with latent size 2; two epochs of it on 12,000 images",
    notation: 'C(64,6,2), C(128,4,2), C(256,2,2), C(512,2,2) | Z(2) | C(128,8,2), C(256,2,2), C(512,4,2)',
    preset: 'thesis-9-reformulated',
    epochs: 2,
    images: 12_000,
  },
} as const satisfies Record<string, SampledCandidate>;

export type SampledName = keyof typeof SAMPLED;
export const SAMPLED_NAMES = Object.keys(SAMPLED) as SampledName[];

/** Its network and the whole plan of its training. @throws NotationError for a notation that is none */
export function sampledCandidate(name: SampledName, dataset: Dataset): { architecture: Variational; training: TrainingPlan } {
  const { notation, preset } = SAMPLED[name];
  const { plan } = presets.find((each) => each.name === preset)!;
  return { architecture: parseNotation(notation, { input: dataset.image, padding: 'same' }) as Variational, training: plan.training };
}
