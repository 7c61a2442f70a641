import type { Graph, GraphType } from './graph.ts';

/** Inside a loop. */
export interface Frame {
  /** Number of the iteration, from 0: an int32 scalar. */
  iteration: string;
  /** Brings a value from outside into the loop, the same in each iteration. */
  enter(endpoint: string, dtype: GraphType): string;
}

export interface Iteration {
  /** float32 [n], what this iteration gives. */
  row: string;
  /** bool scalar: whether there may be another. */
  go: string;
  /** Nodes that must have run before the next one begins. */
  after: string[];
}

/** What is fed to a loop: the name of its placeholder for the number of iterations, int32 []; and for the rows before they are known, float32 [count, n]. */
export const LOOP = { count: 'loop_count', rows: 'loop_rows' } as const;

/**
 * Writes a loop whose iterations run strictly one after the other, with the operations that TensorFlow lowers its own loops to (Yu et al.
 * 2018, "Dynamic control flow in large-scale machine learning", figure 4).
 *
 * @returns the endpoint of the rows of all iterations, float32 [count, n]
 */
export function writeWhile(graph: Graph, body: (frame: Frame) => Iteration): string {
  const frame = graph.text('loop');
  const enterValue = (endpoint: string, dtype: GraphType, constant: boolean) =>
    graph.node('Enter', [endpoint], {
      attributes: {
        T: graph.type(dtype),
        frame_name: frame,
        is_constant: graph.flag(constant),
        parallel_iterations: graph.integer(1),
      },
    });
  const entered = new Map<string, string>();
  const enter = (endpoint: string, dtype: GraphType) => {
    const inside = entered.get(endpoint) ?? enterValue(endpoint, dtype, true);
    entered.set(endpoint, inside);
    return inside;
  };
  const typed = (dtype: GraphType) => ({ attributes: { T: graph.type(dtype) } });

  const limit = enter(graph.placeholder(LOOP.count, 'int32', []), 'int32');
  const state = {
    iteration: { dtype: 'int32', first: graph.constant('int32', [], Int32Array.of(0)) },
    rows: { dtype: 'float32', first: graph.placeholder(LOOP.rows, 'float32', [-1, -1]) },
    go: { dtype: 'bool', first: graph.constant('bool', [], Uint8Array.of(1)) },
  } as const;
  const next = (name: keyof typeof state) => `next_${name}`;
  const merge = (name: keyof typeof state) =>
    graph.node('Merge', [enterValue(state[name].first, state[name].dtype, false), next(name)], {
      attributes: { T: graph.type(state[name].dtype), N: graph.integer(2) },
    });
  const merged = { iteration: merge('iteration'), rows: merge('rows'), go: merge('go') };
  const more = graph.node('LogicalAnd', [graph.node('Less', [merged.iteration, limit], typed('int32')), merged.go]);
  const condition = graph.node('LoopCond', [more]);
  const split = (name: keyof typeof state) => graph.node('Switch', [merged[name], condition], typed(state[name].dtype));
  const rowsSwitch = split('rows');
  const inside = (switched: string, dtype: GraphType) => graph.node('Identity', [`${switched}:1`], typed(dtype));
  const iteration = inside(split('iteration'), 'int32');
  const rows = inside(rowsSwitch, 'float32');

  graph.within(iteration, () => {
    const { row, go, after } = body({ iteration, enter });
    const index = graph.node('Reshape', [iteration, graph.constant('int32', [2], Int32Array.of(1, 1))], {
      attributes: { T: graph.type('int32'), Tshape: graph.type('int32') },
    });
    const update = graph.node('ExpandDims', [row, graph.constant('int32', [], Int32Array.of(0))], {
      attributes: { T: graph.type('float32'), Tdim: graph.type('int32') },
    });
    const written = graph.node('TensorScatterUpdate', [rows, index, update], {
      attributes: { T: graph.type('float32'), Tindices: graph.type('int32') },
    });
    const following = graph.node('AddV2', [iteration, graph.constant('int32', [], Int32Array.of(1))], typed('int32'));
    graph.node('NextIteration', [following], { name: next('iteration'), after, ...typed('int32') });
    graph.node('NextIteration', [written], { name: next('rows'), ...typed('float32') });
    graph.node('NextIteration', [go], { name: next('go'), ...typed('bool') });
  });
  return graph.node('Exit', [rowsSwitch], typed('float32'));
}
