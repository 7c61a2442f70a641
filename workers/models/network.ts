import type { InputSpec } from '../backends/backend.ts';
import type { Parameter } from './parameters.ts';

/** A dropout of a network: its mask is an input of the training step, so that nothing random is inside a compiled step. */
export interface DropoutMask {
  /** Name of the input. */
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

/** Input specs of the masks for a batch. */
export function maskSpecs(masks: readonly DropoutMask[], batch: number): Record<string, InputSpec> {
  return Object.fromEntries(masks.map(({ input, shape }) => [input, { shape: [batch, ...shape], dtype: 'float32' as const }]));
}
