import type * as tfjs from '@tensorflow/tfjs-core';
import type { Graph } from './graph.ts';

/** A variable's nodes: its handle and that of each moment, each with the node that reads it. */
export interface GraphVariable {
  shape: number[];
  size: number;
  handle: string;
  read: string;
  moments: { handle: string; read: string }[];
}

/** Name of the node that a session feeds with the new value of a variable (moment -1) or of one of its moments. */
export const assigned = (variable: number, moment: number) => (moment < 0 ? `set_${variable}` : `set_${variable}_${moment}`);
/** Fetching it assigns all of them. */
export const ASSIGN = 'assign';

export function writeVariable(graph: Graph, { shape, size }: tfjs.Variable, index: number, momentCount: number): GraphVariable {
  const declare = (name: string) => {
    const attributes = {
      dtype: graph.type('float32'),
      shape: graph.shape(shape),
      shared_name: graph.text(name),
      container: graph.text(''),
    };
    const handle = graph.node('VarHandleOp', [], { attributes });
    return { handle, read: readVariable(graph, handle) };
  };
  const moments = Array.from({ length: momentCount }, (_, moment) => declare(`${index}_${moment}`));
  return { shape, size, moments, ...declare(`${index}`) };
}

export function readVariable(graph: Graph, handle: string): string {
  return graph.node('ReadVariableOp', [handle], { attributes: { dtype: graph.type('float32') } });
}

/** Writes what sets all variables and moments. The copy keeps a variable from living in the memory of the caller's array. */
export function writeAssign(graph: Graph, variables: readonly GraphVariable[]): void {
  const attributes = { dtype: graph.type('float32') };
  const assigns = variables.flatMap(({ shape, handle, moments }, variable) =>
    [handle, ...moments.map((moment) => moment.handle)].map((target, index) => {
      const value = graph.placeholder(assigned(variable, index - 1), 'float32', shape);
      const copy = graph.node('DeepCopy', [value], { attributes: { T: graph.type('float32') } });
      return graph.node('AssignVariableOp', [target, copy], { attributes });
    }),
  );
  const done = graph.constant('int32', [], Int32Array.of(variables.length));
  graph.node('Identity', [done], { name: ASSIGN, attributes: { T: graph.type('int32') }, after: assigns });
}
