import type { Architecture, Convolution } from '../networks/architecture.ts';
import { decoderGeometry, transposedSize } from '../networks/decoder-geometry.ts';
import { printLayer } from '../networks/notation.ts';
import { validSize } from '../networks/shapes.ts';
import type { DataShape, VariationalLimits } from './limits.ts';
import { countWalks, type MeasurableSpace } from './measure.ts';
import { FAMILY_NAMES, NotAllowed } from './space.ts';

/** Where the walk stands: it chooses the latent size, then the encoder's layers, then the decoder's. */
export interface VariationalState {
  stage: 'latent' | 'encoder' | 'decoder' | 'end';
  latent: number;
  encoder: Convolution[];
  decoder: Convolution[];
  /** Encoder's map so far, pixels. */
  height: number;
  width: number;
  /** Side that the decoder so far makes of a 1 x 1 map, pixels. */
  reached: number;
}

export type VariationalAction = Convolution | { type: 'latent'; size: number } | { type: 'end' };
export type VariationalSpace = MeasurableSpace<VariationalState, VariationalAction>;

/**
 * The thesis's space of variational autoencoders (10.2): latent size, encoder and decoder, chosen independently, each of at least one
 * convolution. An encoder's kernel has to fit into its map. The decoder grows only while a 1 x 1 map does not reach the image yet: any
 * further layer would make pixels for the crop alone.
 *
 * Keys: stage, latent size, (in the decoder: number of encoder layers,) depth, last layer, side. The latent size and the encoder's depth
 * stay in the keys because under eq. 4.1 an action is worth the best that follows it: if all walks met in one state, no choice before
 * it could ever be told from another. States with one key offer the same actions in the same order.
 */
export function variationalSpace(limits: VariationalLimits, data: DataShape): VariationalSpace {
  const { image } = data;
  const side = Math.max(image.height, image.width);
  const latents: VariationalAction[] = limits.latent.map((size) => ({ type: 'latent', size }));
  const convolutions: Convolution[] = limits.filters.flatMap((filters) =>
    limits.kernels.map((kernel): Convolution => ({ type: 'convolution', filters, kernel, stride: limits.stride })),
  );
  const end: VariationalAction = { type: 'end' };

  function actions(state: VariationalState): VariationalAction[] {
    switch (state.stage) {
      case 'latent':
        return latents;
      case 'encoder': {
        const fits = Math.min(state.height, state.width);
        const more = state.encoder.length < limits.maxEncoderLayers ? convolutions.filter(({ kernel }) => kernel <= fits) : [];
        return state.encoder.length > 0 ? [end, ...more] : more;
      }
      case 'decoder': {
        const more = state.decoder.length < limits.maxDecoderLayers && state.reached < side ? convolutions : [];
        return state.decoder.length > 0 ? [end, ...more] : more;
      }
      case 'end':
        return [];
    }
  }

  function walk(architecture: Architecture): VariationalAction[] {
    if (architecture.family !== 'variational')
      throw new NotAllowed(`${FAMILY_NAMES[architecture.family]} is not in a space of variational autoencoders`, 0);
    const { input, encoder, latent, decoder } = architecture;
    if (input.height !== image.height || input.width !== image.width || input.channels !== image.channels) {
      throw new NotAllowed(`the input is ${shape(input)}; allowed: ${shape(image)}`, 0);
    }
    const taken: VariationalAction[] = [];
    let state = initial(data);
    const take = (wanted: VariationalAction, position: number) => {
      const allowed = actions(state);
      const action = allowed.find((other) => print(other) === print(wanted));
      if (!action) throw refused(wanted, state, allowed, position);
      taken.push(action);
      state = next(state, action);
    };
    take({ type: 'latent', size: latent }, encoder.length);
    encoder.forEach(take);
    take(end, encoder.length);
    decoder.forEach((layer, i) => {
      take(layer, encoder.length + 1 + i);
    });
    take(end, encoder.length + 1 + decoder.length);
    return taken;
  }

  const space: VariationalSpace = {
    kind: 'VARIATIONAL',
    initial: () => initial(data),
    actions,
    next,
    stateKey,
    actionKey: (_, action) => print(action),
    architecture(taken) {
      let state = initial(data);
      for (const action of taken) state = next(state, action);
      if (state.stage !== 'end') throw new NotAllowed(`the walk stops in the ${state.stage}`, taken.length);
      const copy = (layers: Convolution[]) => layers.map((layer) => ({ ...layer }));
      const network: Architecture = {
        family: 'variational',
        input: { ...image },
        encoder: copy(state.encoder),
        latent: state.latent,
        decoder: copy(state.decoder),
      };
      walk(network);
      return network;
    },
    walk,
    count: () => countWalks(space),
    futureKey: (state) => futureFields(state).join(),
    weightKey(state) {
      const { encoder, decoder, latent } = state;
      if (state.stage === 'encoder') return [...futureFields(state), latent, encoder.at(-1)?.filters].join();
      const last = decoder.at(-1);
      return [...futureFields(state), latent, decoder[0]?.filters, last?.filters, last?.kernel].join();
    },
    weights: (state, action) => weights(state, action, data),
    outputs: (state, action) => outputs(state, action, data),
  };
  return space;
}

const initial = ({ image: { height, width } }: DataShape): VariationalState => {
  return { stage: 'latent', latent: 0, encoder: [], decoder: [], height, width, reached: 1 };
};

function next(state: VariationalState, action: VariationalAction): VariationalState {
  if (action.type === 'latent') return { ...state, stage: 'encoder', latent: action.size };
  if (action.type === 'end') return { ...state, stage: state.stage === 'encoder' ? 'decoder' : 'end' };
  if (state.stage === 'decoder') return { ...state, decoder: [...state.decoder, action], reached: transposedSize(state.reached, action) };
  const size = (n: number) => validSize(n, action.kernel, action.stride);
  return { ...state, encoder: [...state.encoder, action], height: size(state.height), width: size(state.width) };
}

const mapSize = ({ height, width }: VariationalState) => (height === width ? `${height}` : `${height}x${width}`);

function stateKey(state: VariationalState): string {
  const { stage, latent, encoder, decoder } = state;
  if (stage === 'latent') return stage;
  const layers = stage === 'encoder' ? encoder : decoder;
  const last = layers.at(-1);
  const fields = [layers.length, last?.filters ?? 0, last?.kernel ?? 0];
  if (stage === 'encoder') return [stage, latent, ...fields, mapSize(state)].join(',');
  return [stage, latent, encoder.length, ...fields, state.reached].join(',');
}

/** What decides which actions follow. */
function futureFields({ stage, encoder, decoder, height, width, reached }: VariationalState): (string | number)[] {
  return stage === 'encoder' ? [stage, encoder.length, height, width] : [stage, decoder.length, reached];
}

/** An encoder layer's weights are known when it is chosen; a decoder layer's when the next one is, which counts its input filters. */
function weights(state: VariationalState, action: VariationalAction, { image }: DataShape): number {
  if (action.type === 'latent') return 0;
  if (state.stage === 'encoder') {
    const channels = state.encoder.at(-1)?.filters ?? image.channels;
    if (action.type === 'convolution') return action.kernel ** 2 * channels * action.filters + action.filters;
    return 2 * (state.height * state.width * channels + 1) * state.latent;
  }
  const last = state.decoder.at(-1);
  const outputs = action.type === 'convolution' ? action.filters : image.channels;
  const before = last ? last.kernel ** 2 * last.filters * outputs + outputs : 0;
  if (action.type === 'convolution') return before;
  const { start, startFilters } = decoderGeometry(state.decoder, image);
  return before + (state.latent + 1) * start ** 2 * startFilters;
}

/** An encoder layer's outputs are known when it is chosen; a decoder layer's when the next one is, which counts its filters. */
function outputs(state: VariationalState, action: VariationalAction, { image }: DataShape): number {
  if (action.type === 'latent') return 2 * action.size;
  if (state.stage === 'decoder') return state.reached ** 2 * (action.type === 'convolution' ? action.filters : image.channels);
  if (action.type === 'end') return 0;
  const { height, width } = next(state, action);
  return height * width * action.filters;
}

function print(action: VariationalAction): string {
  return action.type === 'convolution' ? printLayer(action) : action.type === 'latent' ? `Z(${action.size})` : 'end';
}

const shape = ({ height, width, channels }: DataShape['image']) => `${height} x ${width} x ${channels}`;

function refused(wanted: VariationalAction, state: VariationalState, allowed: VariationalAction[], position: number): NotAllowed {
  const choices = allowed.map(print).join(', ') || 'nothing';
  const layers = state.stage === 'encoder' ? state.encoder : state.decoder;
  const at = state.stage === 'latent' ? '' : ` ${layers.length + 1}`;
  const size = state.stage === 'encoder' ? ` on a ${state.height} x ${state.width} map` : '';
  return new NotAllowed(`${state.stage}${at}: ${print(wanted)} is not allowed${size}; allowed: ${choices}`, position);
}
