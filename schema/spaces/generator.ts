import type { Architecture, Convolution } from '../networks/architecture.ts';
import type { DataShape, GeneratorLimits } from './limits.ts';
import { countWalks, type MeasurableSpace } from './measure.ts';
import { FAMILY_NAMES, NotAllowed } from './space.ts';
import { type VariationalAction, type VariationalState, variationalSpace } from './variational.ts';

export type GeneratorSpace = MeasurableSpace<VariationalState, VariationalAction>;

/**
 * Generators of a search against a fixed discriminator (thesis 13.1, which leaves their space open): latent size and decoder exactly as of
 * variational autoencoders (10.2), without an encoder.
 */
export function generatorSpace(limits: GeneratorLimits, data: DataShape): GeneratorSpace {
  const { latent, filters, kernels, stride, maxLayers } = limits;
  const whole = variationalSpace(
    { kind: 'VARIATIONAL', latent, filters, kernels, stride, maxEncoderLayers: 1, maxDecoderLayers: maxLayers },
    data,
  );
  // Every network of this space is one of `whole` with this encoder, which is not shown and has no part in sizes.
  const encoder: Convolution[] = [{ type: 'convolution', filters: filters[0]!, kernel: kernels[0]!, stride }];
  const skip = (state: VariationalState): VariationalState =>
    state.stage === 'encoder' ? { ...state, stage: 'decoder', encoder: [] } : state;

  const space: GeneratorSpace = {
    ...whole,
    kind: 'GENERATOR',
    next: (state, action) => skip(whole.next(state, action)),
    architecture(taken) {
      let state = space.initial();
      for (const action of taken) state = space.next(state, action);
      if (state.stage !== 'end') throw new NotAllowed(`the walk stops in the ${state.stage}`, taken.length);
      const decoder = state.decoder.map((layer) => ({ ...layer }));
      const network: Architecture = { family: 'generator', input: { ...data.image }, latent: state.latent, decoder };
      space.walk(network);
      return network;
    },
    walk(architecture) {
      if (architecture.family !== 'generator')
        throw new NotAllowed(`${FAMILY_NAMES[architecture.family]} is not in a space of generators`, 0);
      try {
        const taken = whole.walk({ ...architecture, family: 'variational', encoder });
        return taken.filter((_, i) => i !== 1 && i !== 2);
      } catch (error) {
        if (error instanceof NotAllowed) throw new NotAllowed(error.message, Math.max(error.position - encoder.length - 1, 0));
        throw error;
      }
    },
    count: () => countWalks(space),
  };
  return space;
}
