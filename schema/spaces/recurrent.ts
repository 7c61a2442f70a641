import type { Activation, Architecture, CellNode } from '../networks/architecture.ts';
import { nodeParameters } from '../networks/recurrent.ts';
import type { DataShape, RecurrentLimits } from './limits.ts';
import { countWalks, type MeasurableSpace } from './measure.ts';
import { FAMILY_NAMES, NotAllowed } from './space.ts';

/** The nodes that were chosen, and whom the next one reads where that is known. */
export interface RecurrentState {
  nodes: CellNode[];
  /** null: is chosen next. */
  previous: number | null;
}

export type RecurrentAction = { type: 'previous'; node: number } | { type: 'activation'; activation: Activation };
export type RecurrentSpace = MeasurableSpace<RecurrentState, RecurrentAction>;

/**
 * Recurrent cells as a controller of ENAS builds them (Pham et al. 2018, section 2.1): node by node, first whom it reads, then what it applies;
 * the first node reads the word and the last state, so that it only chooses what it applies. With N nodes and A activations that makes
 * A^N (N - 1)! cells. Cells that differ only in the numbers of their nodes count as different, as in the paper, whose shared weights belong to
 * the numbers.
 */
export function recurrentSpace({ units, nodes: count, activations }: RecurrentLimits, data: DataShape): RecurrentSpace {
  const vocabulary = data.image.channels;
  const applied = activations.map((activation): RecurrentAction => ({ type: 'activation', activation }));

  function actions({ nodes, previous }: RecurrentState): RecurrentAction[] {
    if (nodes.length === count) return [];
    return previous === null ? nodes.map((_, i): RecurrentAction => ({ type: 'previous', node: i + 1 })) : applied;
  }

  function next({ nodes, previous }: RecurrentState, action: RecurrentAction): RecurrentState {
    if (action.type === 'previous') return { nodes, previous: action.node };
    return { nodes: [...nodes, { previous: previous!, activation: action.activation }], previous: null };
  }

  function walk(architecture: Architecture): RecurrentAction[] {
    if (architecture.family !== 'recurrent')
      throw new NotAllowed(`${FAMILY_NAMES[architecture.family]} is not in a space of recurrent cells`, 0);
    const { input, nodes } = architecture;
    if (input.channels !== vocabulary || input.height !== 1 || input.width !== 1)
      throw new NotAllowed(`the vocabulary has ${input.channels} words; allowed: ${vocabulary}`, 0);
    if (architecture.units !== units) throw new NotAllowed(`${architecture.units} units; allowed: ${units}`, 0);
    const taken: RecurrentAction[] = [];
    for (const [i, { previous, activation }] of nodes.entries()) {
      if (i === count) throw new NotAllowed(`${nodes.length} nodes; allowed: ${count}`, i);
      const earlier = i === 0 ? previous === 0 : previous >= 1 && previous <= i;
      if (!earlier) throw new NotAllowed(`node ${i + 1} reads ${previous}; allowed: ${i === 0 ? 0 : `1 to ${i}`}`, i);
      if (!activations.includes(activation))
        throw new NotAllowed(`node ${i + 1} applies ${activation}; allowed: ${activations.join(', ')}`, i);
      if (i > 0) taken.push({ type: 'previous', node: previous });
      taken.push({ type: 'activation', activation });
    }
    if (nodes.length < count) throw new NotAllowed(`${nodes.length} nodes; allowed: ${count}`, nodes.length);
    return taken;
  }

  const futureKey = ({ nodes, previous }: RecurrentState) => `${nodes.length},${previous === null ? 'previous' : 'activation'}`;
  const ends = ({ nodes }: RecurrentState, action: RecurrentAction) => action.type === 'activation' && nodes.length === count - 1;
  const space: RecurrentSpace = {
    kind: 'RECURRENT',
    initial: () => ({ nodes: [], previous: 0 }),
    actions,
    next,
    stateKey({ nodes, previous }) {
      const last = nodes.at(-1);
      return [nodes.length, last?.previous ?? 0, last?.activation ?? 'none', previous ?? 'open'].join(',');
    },
    actionKey: (_, action) => (action.type === 'previous' ? `${action.node}` : action.activation),
    architecture(taken) {
      let state = space.initial();
      for (const action of taken) state = next(state, action);
      if (state.nodes.length !== count) throw new NotAllowed(`the walk stops at node ${state.nodes.length + 1}`, state.nodes.length);
      const network: Architecture = {
        ...{ family: 'recurrent', input: { height: 1, width: 1, channels: vocabulary } },
        ...{ units, nodes: state.nodes.map((node) => ({ ...node })) },
      };
      walk(network);
      return network;
    },
    walk,
    count: () => countWalks(space),
    futureKey,
    weightKey: futureKey,
    // Embedding and output are the same in every network; they are known with the last node.
    weights(state, action) {
      const node = action.type === 'activation' ? nodeParameters(state.nodes.length + 1, units) : 0;
      return node + (ends(state, action) ? vocabulary * (units + 1) : 0);
    },
    outputs: (state, action) => (action.type === 'activation' ? units : 0) + (ends(state, action) ? vocabulary + units : 0),
  };
  return space;
}
