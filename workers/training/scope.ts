import type { Scope } from '../../schema/plans/plan.ts';
import type { Parameter } from '../models/parameters.ts';

export interface Divided {
  /** Those that learn, then those that do not, as a program holds them. */
  parameters: Parameter[];
  trained: Parameter[];
  frozen: Parameter[];
}

/**
 * Which parameters learn. Under every scope but FULL the features (convolutions of a classifier, or an encoder) keep their random first
 * weights (thesis 5.1, 5.2); so do their biases, which are 0.
 */
export function divide(parameters: readonly Parameter[], scope: Scope): Divided {
  const trained = parameters.filter(({ part, moving }) => !moving && (scope === 'FULL' || part === 'HEAD'));
  const frozen = parameters.filter((parameter) => !trained.includes(parameter));
  return { parameters: [...trained, ...frozen], trained, frozen };
}

export const variablesOf = (parameters: readonly Parameter[]) => parameters.map(({ variable }) => variable);

/** Those that the weight penalty makes smaller. */
export const kernelsOf = (parameters: readonly Parameter[]) => parameters.filter(({ kernel }) => kernel).map(({ variable }) => variable);
