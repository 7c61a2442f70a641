import type { DrawnInput } from '../backends/backend.ts';
import type { Parameter } from './parameters.ts';

/** A dropout of a network: its random numbers are an input of the training step, so that nothing random is inside a compiled step. */
export interface Dropout {
  /** Name of the input: uniform numbers in [0, 1). */
  input: string;
  /** Of one image. */
  shape: number[];
  /** Share of activations that are dropped. */
  rate: number;
}

/** What every network has. */
export interface Network {
  /** In the order of the layers. */
  parameters: readonly Parameter[];
}

/** This network and this task or data do not go together. */
export class NotBuildable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotBuildable';
  }
}

/** What the dropouts of a network draw for a batch. */
export function dropoutInputs(dropouts: readonly Dropout[], batch: number): Record<string, DrawnInput> {
  return Object.fromEntries(dropouts.map(({ input, shape }) => [input, { shape: [batch, ...shape], draw: 'UNIFORM' as const }]));
}
