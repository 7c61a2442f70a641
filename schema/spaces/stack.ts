import type { Architecture, Convolution, ImageShape } from '../networks/architecture.ts';
import { printLayer } from '../networks/notation.ts';
import { countWalks, type MeasurableSpace } from './measure.ts';
import { NotAllowed } from './space.ts';

/** Where a walk stands that only stacks convolutions: what was chosen, and the map that they give. */
export interface StackState {
  layers: Convolution[];
  /** Pixels. */
  height: number;
  width: number;
  ended: boolean;
}

export type StackAction = Convolution | { type: 'end' };
export type StackSpace = MeasurableSpace<StackState, StackAction>;

/** What distinguishes one family of stacked convolutions from another. */
export interface Stack {
  kind: 'PYRAMID' | 'AUTOENCODER';
  image: ImageShape;
  choices: readonly Convolution[];
  maxLayers: number;
  /** Side of a map after a convolution. */
  side(size: number, layer: Convolution): number;
  build(layers: Convolution[]): Architecture;
  /** The convolutions of a network of the family; @throws NotAllowed for whatever else of it the space does not have. */
  read(architecture: Architecture): Convolution[];
  /** Parameters that become known with a layer after `channels`, and with the end. */
  layerWeights(channels: number, layer: Convolution): number;
  endWeights(channels: number): number;
  /** Numbers of outputs of one image that a layer adds, given the map and channels before it, and that the end adds. */
  layerOutputs(before: ImageShape, after: ImageShape): number;
  endOutputs(channels: number): number;
}

/**
 * Convolutions one after the other, at least one, each of which fits into the map before it; then the end. The keys of states have the
 * number of layers, filters and kernel of the last, and the side of the map.
 */
export function stackSpace(stack: Stack): StackSpace {
  const { kind, image, choices, maxLayers, side, build, read, layerWeights, endWeights } = stack;
  const end: StackAction = { type: 'end' };
  const initial = (): StackState => ({ layers: [], height: image.height, width: image.width, ended: false });
  const channels = ({ layers }: StackState) => layers.at(-1)?.filters ?? image.channels;

  function actions({ layers, height, width, ended }: StackState): StackAction[] {
    if (ended) return [];
    const more = layers.length < maxLayers ? choices.filter(({ kernel }) => kernel <= Math.min(height, width)) : [];
    return layers.length > 0 ? [end, ...more] : [...more];
  }

  function next(state: StackState, action: StackAction): StackState {
    if (action.type === 'end') return { ...state, ended: true };
    const { layers, height, width } = state;
    return { ...state, layers: [...layers, action], height: side(height, action), width: side(width, action) };
  }

  function walk(architecture: Architecture): StackAction[] {
    const { input } = architecture;
    const layers = read(architecture);
    if (shape(input) !== shape(image)) throw new NotAllowed(`the input is ${shape(input)}; allowed: ${shape(image)}`, 0);
    const taken: StackAction[] = [];
    let state = initial();
    for (const [position, wanted] of [...layers, end].entries()) {
      const allowed = actions(state);
      const action = allowed.find((other) => print(other) === print(wanted));
      if (!action) {
        const where = `layer ${position + 1}: ${print(wanted)} is not allowed on a ${state.height} x ${state.width} map`;
        throw new NotAllowed(`${where}; allowed: ${allowed.map(print).join(', ') || 'nothing'}`, position);
      }
      taken.push(action);
      state = next(state, action);
    }
    return taken;
  }

  const futureKey = ({ layers, height, width, ended }: StackState) => [layers.length, height, width, ended].join();
  const space: StackSpace = {
    kind,
    initial,
    actions,
    next,
    stateKey({ layers, height, width, ended }) {
      const last = layers.at(-1);
      const map = height === width ? height : `${height}x${width}`;
      return [ended ? 'end' : 'layer', layers.length, last?.filters ?? 0, last?.kernel ?? 0, map].join(',');
    },
    actionKey: (_, action) => print(action),
    architecture(taken) {
      const last = taken.at(-1);
      if (last?.type !== 'end') throw new NotAllowed('the walk stops before its end', taken.length);
      const layers = taken.flatMap((action) => (action.type === 'end' ? [] : [{ ...action }]));
      const network = build(layers);
      walk(network);
      return network;
    },
    walk,
    count: () => countWalks(space),
    futureKey,
    weightKey: (state) => `${futureKey(state)},${channels(state)}`,
    weights: (state, action) => (action.type === 'end' ? endWeights(channels(state)) : layerWeights(channels(state), action)),
    outputs(state, action) {
      const before = { height: state.height, width: state.width, channels: channels(state) };
      if (action.type === 'end') return stack.endOutputs(before.channels);
      const { height, width } = next(state, action);
      return stack.layerOutputs(before, { height, width, channels: action.filters });
    },
  };
  return space;
}

const print = (action: StackAction) => (action.type === 'end' ? 'end' : printLayer(action));
const shape = ({ height, width, channels }: ImageShape) => `${height} x ${width} x ${channels}`;
