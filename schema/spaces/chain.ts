import type { Architecture, Layer } from '../networks/architecture.ts';
import { insertDropout } from '../networks/dropout.ts';
import { printLayer } from '../networks/notation.ts';
import { validSize } from '../networks/shapes.ts';
import type { ChainLimits, DataShape } from './limits.ts';
import { countWalks, type MeasurableSpace } from './measure.ts';
import { FAMILY_NAMES, NotAllowed } from './space.ts';

/** The layer that the walk stands on, and what of the network before it matters. Convolutions are "same", pools "valid". */
export interface ChainState {
  layer: 'start' | 'conv' | 'pool' | 'gap' | 'fc';
  /** Layers so far, without dropout; the classifier counts as one. */
  depth: number;
  /** Of a convolution; else 0. */
  filters: number;
  /** Kernel of a convolution, size of a pool; else 0. */
  size: number;
  stride: number;
  /** Actual feature map, pixels; 1 x 1 after GAP, 0 x 0 after FC. */
  height: number;
  width: number;
  channels: number;
  /** Units of a fully connected layer; else 0. */
  units: number;
  /** Fully connected layers so far. */
  connected: number;
  terminal: boolean;
}

export type ChainAction = Exclude<Layer, { type: 'dropout' | 'spatialPyramidPool' }>;
export type ChainSpace = MeasurableSpace<ChainState, ChainAction>;

/** Fully connected layers are allowed on maps of at most this side: MetaQNN, "smaller than 8 x 8". */
const LARGEST_CONNECTED = 7;
const MOST_CONNECTED = 2;

/**
 * MetaQNN's space (Baker et al. 2017; thesis 4.1 and 4.5): layers are states, the next layer is the action. No pool first or after a
 * pool; kernels and pools smaller than the map; FC on maps below 8 x 8, at most two, the second not larger; after GAP only SM; SM always.
 * METAQNN rules compare with the map's bin (8, 4 or 1), and keys carry the bin, as in the public program; THESIS rules use the actual
 * side in both. The smaller side of a map that is not square counts for kernels, the larger for FC under THESIS rules.
 *
 * Keys have the fields of the public program: layer_type, layer_depth, filter_depth, filter_size, stride, image_size, fc_size, terminate.
 * States with one key offer the same actions in the same order. Numbers of D, GAP and SM are ignored by `walk`, as there.
 */
export function chainSpace(limits: ChainLimits, data: DataShape): ChainSpace {
  const binned = limits.rules === 'METAQNN';
  const convolutions: ChainAction[] = limits.filters.flatMap((filters) =>
    limits.kernels.map((kernel): ChainAction => ({ type: 'convolution', filters, kernel, stride: 1 })),
  );
  const pools: ChainAction[] = limits.pools.map(({ size, stride }) => ({ type: 'pool', size, stride }));
  const connected: ChainAction[] = limits.units.map((units) => ({ type: 'fullyConnected', units }));
  const head: Layer[] = (limits.head ?? []).map((units) => ({ type: 'fullyConnected', units }));
  const average: ChainAction[] = limits.globalAveragePool ? [{ type: 'globalAveragePool', units: data.classes }] : [];
  const softmax: ChainAction = { type: 'softmax', classes: data.classes };

  const measured = (size: number) => (binned ? bin(size) : size);
  const imageSize = ({ height, width }: ChainState) =>
    height === width || binned ? measured(Math.min(height, width)) : `${height}x${width}`;

  function actions(state: ChainState): ChainAction[] {
    if (state.terminal) return [];
    if (state.depth >= limits.maxLayers || state.layer === 'gap') return [softmax];
    if (state.layer === 'fc') {
      if (state.connected >= MOST_CONNECTED) return [softmax];
      return [softmax, ...connected.filter((layer) => layer.type === 'fullyConnected' && layer.units <= state.units)];
    }
    const side = measured(Math.min(state.height, state.width));
    const widest = measured(binned ? Math.min(state.height, state.width) : Math.max(state.height, state.width));
    return [
      // With a fixed head, a network without a convolution would be the head alone.
      ...(head.length > 0 && state.layer === 'start' ? [] : [softmax]),
      ...convolutions.filter((layer) => layer.type === 'convolution' && layer.kernel < side),
      ...average,
      ...(state.layer === 'conv' ? pools.filter((layer) => layer.type === 'pool' && layer.size < side) : []),
      ...(widest <= LARGEST_CONNECTED ? connected : []),
    ];
  }

  /** The key of a state; an action's key shows the map of the state that it starts from in place of the one it leads to. */
  function key(state: ChainState, image: number | string): string {
    const filterDepth = state.layer === 'start' ? 1 : state.layer === 'fc' ? state.connected - 1 : state.filters;
    return [state.layer, state.depth, filterDepth, state.size, state.stride, image, state.units, state.terminal ? 1 : 0].join(',');
  }

  function walk(architecture: Architecture): ChainAction[] {
    if (architecture.family !== 'chain') throw new NotAllowed(`${FAMILY_NAMES[architecture.family]} is not in a space of chains`, 0);
    const { input, padding } = architecture;
    if (padding !== 'same') throw new NotAllowed(`padding "${padding}" is not allowed; allowed: "same"`, 0);
    if (input.height !== data.image.height || input.width !== data.image.width || input.channels !== data.image.channels) {
      throw new NotAllowed(`the input is ${shape(input)}; allowed: ${shape(data.image)}`, 0);
    }
    let state = initial(data);
    const taken: ChainAction[] = [];
    for (const [position, layer] of withoutHead(architecture.layers, head).entries()) {
      if (layer.type === 'dropout') continue;
      const allowed = actions(state);
      const action = allowed.find((other) => same(other, layer));
      if (!action) throw refused(layer, state, allowed, position);
      taken.push(action);
      state = next(state, action);
    }
    if (!state.terminal) throw new NotAllowed('the network does not end with SM', architecture.layers.length);
    return taken;
  }

  const space: ChainSpace = {
    kind: 'CHAIN',
    initial: () => initial(data),
    actions,
    next,
    stateKey: (state) => key(state, imageSize(state)),
    actionKey(state, action) {
      const after = next(state, action);
      return key(after, imageSize(action.type === 'globalAveragePool' || action.type === 'fullyConnected' ? after : state));
    },
    architecture(taken) {
      const network = (layers: Layer[]): Architecture => ({ family: 'chain', input: { ...data.image }, padding: 'same', layers });
      // Dropout is counted as in table 5.1, which leaves the head out.
      const layers = insertDropout(walk(network(beforeClassifier(taken, head))).map((layer) => ({ ...layer })));
      return network(beforeClassifier(layers, head));
    },
    walk,
    count: () => countWalks(space),
    futureKey: (state) => [state.layer, state.depth, state.height, state.width, state.units, state.connected, state.terminal].join(),
    weightKey: (state) => `${space.futureKey(state)},${state.channels}`,
    weights: (state, action) =>
      action.type === 'softmax' && head.length > 0 ? headWeights(state, head, action.classes) : weights(state, action),
    outputs(state, action) {
      if (action.type === 'softmax') return (limits.head ?? []).reduce((sum, units) => sum + units, action.classes);
      const { height, width, channels } = next(state, action);
      return Math.max(1, height * width) * channels;
    },
  };
  return space;
}

function beforeClassifier(layers: readonly Layer[], head: readonly Layer[]): Layer[] {
  return [...layers.slice(0, -1), ...head.map((layer) => ({ ...layer })), ...layers.slice(-1)];
}

/** The layers that were chosen. @throws NotAllowed when the head does not stand before the classifier, layer by layer */
function withoutHead(layers: readonly Layer[], head: readonly Layer[]): Layer[] {
  const from = Math.max(layers.length - 1 - head.length, 0);
  const wrong = head.findIndex((wanted, i) => !layers[from + i] || printLayer(layers[from + i]!) !== printLayer(wanted));
  if (wrong < 0) return [...layers.slice(0, from), ...layers.slice(-1)];
  const message = `the layers before the classifier are not those of every network; allowed: ${head.map(printLayer).join(', ')}`;
  throw new NotAllowed(message, from + wrong);
}

function headWeights(state: ChainState, head: readonly Layer[], classes: number): number {
  const units = head.map((layer) => (layer.type === 'fullyConnected' ? layer.units : 0));
  const sizes = [state.height * state.width * state.channels, ...units, classes];
  return sizes.slice(1).reduce((sum, size, i) => sum + (sizes[i]! + 1) * size, 0);
}

/** MetaQNN's image-size bins: 8 above 7 pixels, 4 above 3, else 1. */
export function bin(size: number): number {
  return size > 7 ? 8 : size > 3 ? 4 : 1;
}

const initial = ({ image }: DataShape): ChainState => ({
  layer: 'start',
  depth: 0,
  filters: 0,
  size: 0,
  stride: 0,
  height: image.height,
  width: image.width,
  channels: image.channels,
  units: 0,
  connected: 0,
  terminal: false,
});

function next(state: ChainState, action: ChainAction): ChainState {
  const depth = state.depth + 1;
  const plain = { ...state, depth, filters: 0, size: 0, stride: 0, units: 0 };
  switch (action.type) {
    case 'convolution':
      return { ...plain, layer: 'conv', filters: action.filters, size: action.kernel, stride: action.stride, channels: action.filters };
    case 'pool': {
      const side = (size: number) => validSize(size, action.size, action.stride);
      return { ...plain, layer: 'pool', size: action.size, stride: action.stride, height: side(state.height), width: side(state.width) };
    }
    case 'globalAveragePool':
      return { ...plain, layer: 'gap', height: 1, width: 1, channels: action.units };
    case 'fullyConnected':
      return { ...plain, layer: 'fc', height: 0, width: 0, channels: action.units, units: action.units, connected: state.connected + 1 };
    case 'softmax':
      return { ...state, depth, terminal: true };
  }
}

function weights(state: ChainState, action: ChainAction): number {
  const features = state.layer === 'fc' ? state.units : state.height * state.width * state.channels;
  switch (action.type) {
    case 'convolution':
      return action.kernel ** 2 * state.channels * action.filters + action.filters;
    case 'pool':
      return 0;
    case 'globalAveragePool':
      return (state.channels + 1) * action.units;
    case 'fullyConnected':
      return (features + 1) * action.units;
    case 'softmax':
      // GAP gives one number a class, which needs no further weights.
      return state.layer === 'gap' ? 0 : (features + 1) * action.classes;
  }
}

function same(action: ChainAction, layer: Layer): boolean {
  switch (action.type) {
    case 'convolution':
      return layer.type === 'convolution' && printLayer(layer) === printLayer(action);
    case 'pool':
      return layer.type === 'pool' && layer.size === action.size && layer.stride === action.stride;
    case 'fullyConnected':
      return layer.type === 'fullyConnected' && layer.units === action.units;
    default:
      return layer.type === action.type;
  }
}

const shape = ({ height, width, channels }: DataShape['image']) => `${height} x ${width} x ${channels}`;

function refused(layer: Layer, state: ChainState, allowed: ChainAction[], position: number): NotAllowed {
  const map = state.layer === 'fc' ? `FC(${state.units})` : `a ${state.height} x ${state.width} map of ${state.layer}`;
  const choices = allowed.length === 0 ? 'nothing' : allowed.map(printLayer).join(', ');
  const where = `layer ${position + 1}, ${printLayer(layer)}, is not allowed after ${map} at depth ${state.depth}`;
  return new NotAllowed(`${where}; allowed: ${choices}`, position);
}
