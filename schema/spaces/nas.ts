import type { Architecture, Dag, DagLayer, ImageShape } from '../networks/architecture.ts';
import { networkShape } from '../networks/shapes.ts';
import type { DataShape, NasLimits } from './limits.ts';
import { countWalks, type MeasurableSpace } from './measure.ts';
import { FAMILY_NAMES, NotAllowed } from './space.ts';

type Field = 'height' | 'width' | 'filters' | 'stride';
const FIELDS: readonly Field[] = ['height', 'width', 'filters', 'stride'];

/** How deep the network will be, its layers so far, and what is known of the next. */
export interface NasState {
  /** null: is chosen next. */
  depth: number | null;
  layers: DagLayer[];
  open: Partial<Record<Field, number>>;
  /** Earlier layers that were asked about, from 1, and those of them that are read. */
  asked: number;
  inputs: number[];
}

export type NasAction = { type: 'depth' | Field; value: number } | { type: 'skip'; from: number; taken: boolean };
export type NasSpace = MeasurableSpace<NasState, NasAction>;

/**
 * NAS (Zoph & Le 2017, sections 3.1 to 3.3; thesis 4.2): first the number of layers; then, layer by layer, height, width, number and stride of
 * its filters, and for every layer before it whether it is read (the anchor points). A layer that reads none reads the image; without skip
 * connections each reads the one before. What can only be answered in one way is not asked, but for the number of layers.
 *
 * The number of layers is the first decision so that a controller may prescribe it: the paper's grows in the course of the search.
 */
export function nasSpace(limits: NasLimits, { image, classes }: DataShape): NasSpace {
  const { skips, minLayers, maxLayers } = limits;
  const lists: Record<Field, number[]> = { height: limits.heights, width: limits.widths, filters: limits.filters, stride: limits.strides };
  const depths = Array.from({ length: maxLayers - minLayers + 1 }, (_, i): NasAction => ({ type: 'depth', value: minLayers + i }));

  function actions({ depth, layers, open, asked }: NasState): NasAction[] {
    if (depth === null) return depths;
    if (layers.length === depth) return [];
    const field = FIELDS.find((name) => open[name] === undefined);
    if (field) return lists[field].map((value) => ({ type: field, value }));
    return [false, true].map((taken) => ({ type: 'skip', from: asked + 1, taken }));
  }

  /** Answers what has only one answer, and closes the layer once there is nothing more to ask. */
  function settle(state: NasState): NasState {
    if (state.layers.length === state.depth) return state;
    const open = { ...state.open };
    for (const name of FIELDS) if (lists[name].length === 1) open[name] = lists[name][0];
    if (FIELDS.some((name) => open[name] === undefined) || (skips && state.asked < state.layers.length)) return { ...state, open };
    const { height, width, filters, stride } = open as Record<Field, number>;
    const chosen = state.inputs.length > 0 ? state.inputs : [0];
    const layer: DagLayer = {
      operation: { type: 'convolution', filters, height, width, stride },
      inputs: skips ? chosen : [state.layers.length],
    };
    return settle({ ...state, layers: [...state.layers, layer], open: {}, asked: 0, inputs: [] });
  }

  function next(state: NasState, action: NasAction): NasState {
    switch (action.type) {
      case 'depth':
        return settle({ ...state, depth: action.value });
      case 'skip':
        return settle({ ...state, asked: action.from, inputs: action.taken ? [...state.inputs, action.from] : state.inputs });
      default:
        return settle({ ...state, open: { ...state.open, [action.type]: action.value } });
    }
  }

  const initial = (): NasState => ({ depth: null, layers: [], open: {}, asked: 0, inputs: [] });
  const network = (layers: readonly DagLayer[]): Dag => {
    return {
      family: 'dag',
      input: { ...image },
      layers: layers.map(({ operation, inputs }) => ({ operation: { ...operation }, inputs: [...inputs] })),
      classes,
    };
  };

  function walk(architecture: Architecture): NasAction[] {
    if (architecture.family !== 'dag') throw new NotAllowed(`${FAMILY_NAMES[architecture.family]} is not in a space of NAS`, 0);
    const { input, layers } = architecture;
    if (shape(input) !== shape(image)) throw new NotAllowed(`the input is ${shape(input)}; allowed: ${shape(image)}`, 0);
    if (architecture.classes !== classes) throw new NotAllowed(`${architecture.classes} classes; allowed: ${classes}`, layers.length);
    if (layers.length < minLayers || layers.length > maxLayers)
      throw new NotAllowed(`${layers.length} layers; allowed: ${minLayers} to ${maxLayers}`, Math.min(layers.length, maxLayers));
    const taken: NasAction[] = [{ type: 'depth', value: layers.length }];
    for (const [i, { operation, inputs }] of layers.entries()) {
      if (operation.type !== 'convolution')
        throw new NotAllowed(`layer ${i + 1} is no convolution; allowed: C(filters,height x width,stride)`, i);
      for (const name of FIELDS) {
        if (!lists[name].includes(operation[name]))
          throw new NotAllowed(`layer ${i + 1}: ${name} ${operation[name]}; allowed: ${lists[name].join(', ')}`, i);
        if (lists[name].length > 1) taken.push({ type: name, value: operation[name] });
      }
      const reads = inputs.join(' + ');
      if (!skips && reads !== `${i}`) throw new NotAllowed(`layer ${i + 1} reads ${reads}; allowed: ${i}`, i);
      const alone = inputs.length === 1 && inputs[0] === 0;
      if (skips && !alone && inputs.some((from, k) => from < 1 || from > i || (k > 0 && from <= inputs[k - 1]!)))
        throw new NotAllowed(`layer ${i + 1} reads ${reads}; allowed: 0 alone, or rising numbers from 1 to ${i}`, i);
      if (skips) for (let from = 1; from <= i; from++) taken.push({ type: 'skip', from, taken: inputs.includes(from) });
    }
    return taken;
  }

  /** Of the layers that are complete, and of the classifier once all are. */
  function known({ depth, layers }: NasState): { weights: number; outputs: number } {
    const rows = layers.length === 0 ? [] : networkShape(network(layers)).layers;
    const ended = layers.length === depth;
    // The last rows join what nobody reads, and classify it.
    const joins = layers.filter((_, i) => !layers.some(({ inputs }) => inputs.includes(i + 1))).length > 1;
    const counted = ended ? rows : rows.slice(0, Math.max(0, rows.length - (joins ? 3 : 2)));
    return {
      weights: counted.reduce((sum, { parameters }) => sum + parameters, 0),
      outputs: counted.reduce((sum, { output }) => sum + output.height * output.width * output.channels, 0),
    };
  }

  const space: NasSpace = {
    kind: 'NAS',
    factored: true,
    depthChoice: (more) => Math.min(more, maxLayers - minLayers),
    initial,
    actions,
    next,
    stateKey({ depth, layers, open, asked, inputs }) {
      const before = layers.at(-1)?.operation;
      const last = before && 'filters' in before ? `${before.height}x${before.width}x${before.filters}/${before.stride}` : 'image';
      const partial = FIELDS.map((name) => open[name] ?? '?').join('x');
      return [depth ?? '?', layers.length, last, partial, asked, inputs.length].join(',');
    },
    actionKey: (_, action) =>
      action.type === 'skip' ? `skip ${action.from} ${action.taken ? 'yes' : 'no'}` : `${action.type} ${action.value}`,
    architecture(taken) {
      let state = initial();
      for (const action of taken) state = next(state, action);
      if (state.layers.length !== state.depth)
        throw new NotAllowed(`the walk stops at layer ${state.layers.length + 1}`, state.layers.length);
      const built = network(state.layers);
      walk(built);
      return built;
    },
    walk,
    count: () => countWalks(space),
    futureKey: ({ depth, layers, open, asked }) =>
      [depth, layers.length, FIELDS.filter((name) => open[name] !== undefined).length, asked].join(),
    // What a layer costs depends on all before it: `extreme` does without keys.
    weightKey: (state) => JSON.stringify(state),
    weights: (state, action) => known(next(state, action)).weights - known(state).weights,
    outputs: (state, action) => known(next(state, action)).outputs - known(state).outputs,
    extreme(cost, sign) {
      const costOf = (candidate: Dag) => {
        const { parameters, layers } = networkShape(candidate);
        return cost.parameter * parameters + cost.output * layers.reduce((sum, { output: o }) => sum + o.height * o.width * o.channels, 0);
      };
      const candidates = structures(limits, sign).map(network);
      return candidates.reduce((best, each) => (sign * costOf(each) > sign * costOf(best) ? each : best));
    },
  };
  return space;
}

/**
 * Among these is the network that costs least (-1) or most (1). Every side and every number of filters counts the same way, so all layers take
 * the extreme ones. What is left is who reads whom. Least: one more layer read costs more, so each reads the one before or the image. Most: that
 * a layer is read pays by the number of those that could, so those that all later ones read stand side by side, and the others are read by none.
 */
function structures({ heights, widths, filters, strides, skips, minLayers, maxLayers }: NasLimits, sign: 1 | -1): DagLayer[][] {
  const pick = (list: readonly number[], of: 1 | -1) => (of === 1 ? Math.max(...list) : Math.min(...list));
  const operation = {
    type: 'convolution' as const,
    ...{ filters: pick(filters, sign), height: pick(heights, sign), width: pick(widths, sign) },
    // a larger stride makes smaller maps
    stride: pick(strides, sign === 1 ? -1 : 1),
  };
  const depth = sign === 1 ? maxLayers : minLayers;
  const rows = (inputsOf: (layer: number) => number[]) =>
    Array.from({ length: depth }, (_, i): DagLayer => {
      const inputs = inputsOf(i + 1);
      return { operation, inputs: inputs.length > 0 ? inputs : [0] };
    });
  const chain = rows((layer) => [layer - 1]);
  if (!skips) return [chain];
  if (sign === -1) return [chain, rows(() => [])];
  const all = [rows(() => [])];
  for (let first = 1; first < depth; first++)
    for (let last = first; last < depth; last++)
      all.push(rows((layer) => Array.from({ length: Math.max(0, Math.min(last, layer - 1) - first + 1) }, (_, i) => first + i)));
  return all;
}

const shape = ({ height, width, channels }: ImageShape) => `${height} x ${width} x ${channels}`;
