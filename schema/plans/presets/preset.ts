import type { SpacePreset } from '../../spaces/presets.ts';
import type { Plan } from '../plan.ts';

/** A complete proposal for a search. */
export interface Preset {
  name: string;
  /** TOUR: a first look. THESIS: an experiment of the thesis with its constants. QUICK: the same in minutes on two cores. */
  group: 'TOUR' | 'THESIS' | 'QUICK';
  title: string;
  description: string;
  /** Name of a built-in dataset. */
  dataset: string;
  space: SpacePreset;
  plan: Plan;
}
