import {
  type Architecture,
  type ImageShape,
  MACRO_OPERATIONS,
  type Macro,
  type MacroLayer,
  type MacroOperation,
} from '../networks/architecture.ts';
import { macroStage } from '../networks/graph.ts';
import type { DataShape, MacroLimits } from './limits.ts';
import { countWalks, type MeasurableSpace } from './measure.ts';
import { FAMILY_NAMES, NotAllowed } from './space.ts';

/** The layers so far, and what is known of the next. */
export interface MacroState {
  layers: MacroLayer[];
  /** null: is chosen next. */
  operation: MacroOperation | null;
  /** How many of the layers that the next may read were asked about, the stem first, and those that it reads. */
  asked: number;
  skips: number[];
}

export type MacroAction = { type: 'operation'; operation: MacroOperation } | { type: 'skip'; from: number; taken: boolean };
export type MacroSpace = MeasurableSpace<MacroState, MacroAction>;

const OPERATIONS = MACRO_OPERATIONS.map((operation): MacroAction => ({ type: 'operation', operation }));

/**
 * ENAS's macro search (Pham et al. 2018, section 2.3): layer by layer one of six operations, and for each layer before the one before it, the
 * stem included, whether it is joined. L layers make 6^L 2^(L (L - 1) / 2) networks.
 */
export function macroSpace({ layers: count, filters }: MacroLimits, { image, classes }: DataShape): MacroSpace {
  function actions({ layers, operation, asked }: MacroState): MacroAction[] {
    if (layers.length === count) return [];
    if (operation === null) return OPERATIONS;
    return [false, true].map((taken) => ({ type: 'skip', from: asked, taken }));
  }

  function next(state: MacroState, action: MacroAction): MacroState {
    const after =
      action.type === 'operation'
        ? { ...state, operation: action.operation }
        : { ...state, asked: state.asked + 1, skips: action.taken ? [...state.skips, action.from] : state.skips };
    // Layer k, from 1, may be joined with 0 .. k - 2.
    if (after.asked < state.layers.length) return after;
    return { layers: [...state.layers, { operation: after.operation!, skips: after.skips }], operation: null, asked: 0, skips: [] };
  }

  const initial = (): MacroState => ({ layers: [], operation: null, asked: 0, skips: [] });

  function walk(architecture: Architecture): MacroAction[] {
    if (architecture.family !== 'macro')
      throw new NotAllowed(`${FAMILY_NAMES[architecture.family]} is not in a space of the macro search`, 0);
    const { input, layers } = architecture;
    if (shape(input) !== shape(image)) throw new NotAllowed(`the input is ${shape(input)}; allowed: ${shape(image)}`, 0);
    if (architecture.classes !== classes) throw new NotAllowed(`${architecture.classes} classes; allowed: ${classes}`, layers.length);
    if (architecture.filters !== filters) throw new NotAllowed(`${architecture.filters} filters; allowed: ${filters}`, 0);
    if (layers.length !== count) throw new NotAllowed(`${layers.length} layers; allowed: ${count}`, Math.min(layers.length, count));
    return layers.flatMap(({ operation, skips }, i): MacroAction[] => {
      if (!MACRO_OPERATIONS.includes(operation))
        throw new NotAllowed(`layer ${i + 1} applies ${operation}; allowed: ${MACRO_OPERATIONS.join(', ')}`, i);
      if (skips.some((from, k) => from < 0 || from >= i || (k > 0 && from <= skips[k - 1]!)))
        throw new NotAllowed(
          `layer ${i + 1} is joined with ${skips.join(', ')}; allowed: ${i === 0 ? 'none' : `rising numbers from 0 to ${i - 1}`}`,
          i,
        );
      const asked = Array.from({ length: i }, (_, from): MacroAction => ({ type: 'skip', from, taken: skips.includes(from) }));
      return [{ type: 'operation', operation }, ...asked];
    });
  }

  const pixels = (number: number): number => {
    const size = 2 ** macroStage(number, count);
    return Math.ceil(image.height / size) * Math.ceil(image.width / size);
  };
  const ends = (state: MacroState, action: MacroAction) => next(state, action).layers.length === count;

  const space: MacroSpace = {
    kind: 'MACRO',
    factored: true,
    initial,
    actions,
    next,
    stateKey: ({ layers, operation, asked, skips }) =>
      [layers.length, layers.at(-1)?.operation ?? 'stem', operation ?? '?', asked, skips.length].join(','),
    actionKey: (_, action) => (action.type === 'skip' ? `skip ${action.from} ${action.taken ? 'yes' : 'no'}` : action.operation),
    architecture(taken) {
      let state = initial();
      for (const action of taken) state = next(state, action);
      if (state.layers.length !== count) throw new NotAllowed(`the walk stops at layer ${state.layers.length + 1}`, state.layers.length);
      const layers = state.layers.map(({ operation, skips }) => ({ operation, skips: [...skips] }));
      const network: Macro = { family: 'macro', input: { ...image }, filters, layers, classes };
      walk(network);
      return network;
    },
    walk,
    count: () => countWalks(space),
    futureKey: ({ layers, operation, asked }) => [layers.length, operation === null, asked].join(),
    weightKey: (state) => `${space.futureKey(state)},${state.skips.length > 0}`,
    weights(state, action) {
      const stem = state.layers.length === 0 && state.operation === null ? (9 * image.channels + 1) * filters : 0;
      const classifier = ends(state, action) ? (filters + 1) * classes : 0;
      // The first layer that is joined brings the operation's own outcome and the bias with it.
      const joined = (state.skips.length > 0 ? 1 : 2) * filters ** 2 + (state.skips.length > 0 ? 0 : filters);
      const own = action.type === 'operation' ? operationWeights(action.operation, filters) : action.taken ? joined : 0;
      return stem + own + classifier;
    },
    outputs(state, action) {
      const number = state.layers.length + 1;
      const map = pixels(number) * filters;
      const stem = number === 1 && state.operation === null ? pixels(0) * filters : 0;
      const classifier = ends(state, action) ? filters + classes : 0;
      const halved = (from: number) => (macroStage(from, count) < macroStage(number, count) ? map : 0);
      const joined = (state.skips.length > 0 ? 1 : 3) * map; // a further part; at first two parts, and the convolution
      const own =
        action.type === 'operation'
          ? halved(number - 1) + (action.operation[0] === 'S' ? 2 : 1) * map
          : action.taken
            ? halved(action.from) + joined
            : 0;
      return stem + own + classifier;
    },
  };
  return space;
}

function operationWeights(operation: MacroOperation, filters: number): number {
  const area = Number(operation[1]) ** 2;
  switch (operation[0]) {
    case 'C':
      return (area * filters + 1) * filters;
    case 'S':
      return area * filters + (filters + 1) * filters;
    default:
      return 0;
  }
}

const shape = ({ height, width, channels }: ImageShape) => `${height} x ${width} x ${channels}`;
