import { autoencoderSpace } from './autoencoder.ts';
import { chainSpace } from './chain.ts';
import { checkLimits } from './check.ts';
import { generatorSpace } from './generator.ts';
import type { DataShape, Problem, SpaceLimits } from './limits.ts';
import { macroSpace } from './macro.ts';
import type { MeasurableSpace } from './measure.ts';
import { microSpace } from './micro.ts';
import { nasSpace } from './nas.ts';
import { pyramidSpace } from './pyramid.ts';
import { recurrentSpace } from './recurrent.ts';
import { variationalSpace } from './variational.ts';

export { checkLimits } from './check.ts';
export { example, extremes, heaviestNetwork } from './measure.ts';

/** The limits allow no space for this data; `problems` has every reason. */
export class ImpossibleSpace extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join('; '));
  }
}

/**
 * The space that these limits describe for data of this shape; it holds at least one network.
 * @throws ImpossibleSpace with all problems at once.
 */
export function makeSpace(limits: SpaceLimits, data: DataShape): MeasurableSpace {
  const problems = checkLimits(limits, data);
  if (problems.length > 0) throw new ImpossibleSpace(problems);
  switch (limits.kind) {
    case 'CHAIN':
      return chainSpace(limits, data);
    case 'PYRAMID':
      return pyramidSpace(limits, data);
    case 'AUTOENCODER':
      return autoencoderSpace(limits, data);
    case 'VARIATIONAL':
      return variationalSpace(limits, data);
    case 'GENERATOR':
      return generatorSpace(limits, data);
    case 'RECURRENT':
      return recurrentSpace(limits, data);
    case 'NAS':
      return nasSpace(limits, data);
    case 'MACRO':
      return macroSpace(limits, data);
    case 'MICRO':
      return microSpace(limits, data);
  }
}
