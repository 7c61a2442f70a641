import { type Architecture, latentSize } from '../../schema/networks/architecture.ts';
import { architectureHash } from '../../schema/networks/hash.ts';
import type { TrainingMemory } from '../../schema/networks/memory.ts';
import { NotationError, parseNotation, printNotation } from '../../schema/networks/notation.ts';
import { type NetworkShape, networkShape } from '../../schema/networks/shapes.ts';
import { candidateMemory } from '../../schema/plans/candidate-memory.ts';
import type { TrainingPlan } from '../../schema/plans/plan.ts';
import type { SpaceLimits } from '../../schema/spaces/limits.ts';
import { makeSpace } from '../../schema/spaces/make.ts';
import { NotAllowed } from '../../schema/spaces/space.ts';
import type { Dataset } from '../database/entities.ts';
import { shapeOf } from '../datasets/shape.ts';
import { Refused, refuse } from '../errors.ts';
import type { ProposalInput } from '../resolvers.generated.ts';

/** A proposal as the server understands it: whatever a worker says about a network is computed here again from its notation. */
export interface ReadProposal {
  notation: string;
  architecture: Architecture;
  hash: string;
  shape: NetworkShape;
  memory: TrainingMemory;
  epsilon: number | null;
  entropy: number | null;
  uniformEntropy: number | null;
  repeats: number;
}

/** @throws Refused for a text that is not a network, or a network that is not in the space */
export function readProposals(
  proposals: readonly Pick<ProposalInput, 'notation' | 'epsilon' | 'entropy' | 'uniformEntropy' | 'repeats'>[],
  limits: SpaceLimits,
  dataset: Pick<Dataset, 'height' | 'width' | 'channels' | 'classes' | 'description' | 'kind'>,
  training: Pick<TrainingPlan, 'optimizer' | 'language'>,
): ReadProposal[] {
  const data = shapeOf(dataset);
  const space = makeSpace(limits, data);
  return proposals.map(({ notation, epsilon, ...drawn }, i) => {
    const chance = readChance(drawn, i);
    try {
      // every family of spaces has one padding: chains "same", those with a decoder "valid"
      const architecture = parseNotation(notation, { input: data.image, padding: 'same' });
      space.walk(architecture);
      const shape = networkShape(architecture);
      const memory = candidateMemory(architecture, data, training);
      const hash = architectureHash(architecture);
      return { notation: printNotation(architecture), architecture, hash, shape, memory, epsilon: epsilon ?? null, ...chance };
    } catch (error) {
      if (!(error instanceof NotationError || error instanceof NotAllowed)) throw error;
      throw new Refused(refuse(`proposals.${i}.notation`, `${JSON.stringify(notation.slice(0, 200))}: ${error.message}`, 'NOT_ALLOWED'));
    }
  });
}

/** @throws Refused for numbers that no distribution has */
function readChance({ entropy = null, uniformEntropy = null, repeats = 0 }: Omit<ProposalInput, 'notation' | 'epsilon'>, i: number) {
  if ((entropy === null) !== (uniformEntropy === null)) {
    const missing = entropy === null ? 'entropy' : 'uniformEntropy';
    throw new Refused(refuse(`proposals.${i}.${missing}`, 'missing; allowed: entropy and uniformEntropy, or neither', 'REQUIRED'));
  }
  if (entropy !== null && !(entropy >= 0 && entropy <= uniformEntropy! + ROUNDING)) {
    const message = `${entropy}; allowed: 0 to ${uniformEntropy}, that of the uniform policy`;
    throw new Refused(refuse(`proposals.${i}.entropy`, message, 'OUT_OF_RANGE'));
  }
  if (repeats! < 0) throw new Refused(refuse(`proposals.${i}.repeats`, `${repeats}; allowed: 0 or more`, 'OUT_OF_RANGE'));
  return { entropy, uniformEntropy, repeats: repeats! };
}

/** Sums of the same logarithms in another order. */
const ROUNDING = 1e-6;

export function latentOf(architecture: Architecture): number | null {
  return latentSize(architecture);
}
