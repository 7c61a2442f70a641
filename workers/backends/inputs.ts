import type { InputSpec, Resident } from './backend.ts';
import type { Graph, GraphType } from './tensorflow/graph.ts';

/** What a function sees of an input. */
export function seen(spec: InputSpec): { shape: number[]; dtype: 'float32' | 'int32' } {
  if ('of' in spec) return { shape: [spec.rows, ...spec.of.shape], dtype: residentDtype(spec.of) };
  return { shape: spec.shape, dtype: 'draw' in spec ? 'float32' : spec.dtype };
}

const residentDtype = ({ values, as }: Pick<Resident, 'values' | 'as'>) =>
  as === 'UNIT' || values instanceof Float32Array ? ('float32' as const) : ('int32' as const);

/** What a caller gives for an input. */
export function given(spec: InputSpec): { shape: number[]; dtype: 'float32' | 'int32' } {
  if ('of' in spec) return { shape: [spec.rows], dtype: 'int32' };
  return 'draw' in spec ? { shape: [2], dtype: 'int32' } : spec;
}

/** The type of a resident array's numbers in a graph. */
export const storedDtype = ({ values }: Pick<Resident, 'values'>) =>
  values instanceof Uint8Array ? ('uint8' as const) : values instanceof Int32Array ? ('int32' as const) : ('float32' as const);

/**
 * Writes what makes an input out of what the caller gives for it.
 *
 * @param value    endpoint of what the caller gave, in the shape of `given`
 * @param resident endpoint of a resident array
 * @returns the endpoint of what functions see
 */
export function writeInput(graph: Graph, spec: InputSpec, value: string, resident: (of: Resident) => string): string {
  if ('of' in spec) return writeRows(graph, spec.of, value, resident(spec.of));
  if (!('draw' in spec)) return value;
  const shape = graph.constant('int32', [spec.shape.length], Int32Array.from(spec.shape));
  return graph.node(spec.draw === 'NORMAL' ? 'StatelessRandomNormal' : 'StatelessRandomUniform', [shape, value], {
    attributes: { dtype: graph.type('float32'), T: graph.type('int32'), Tseed: graph.type('int32') },
  });
}

function writeRows(graph: Graph, of: Resident, rows: string, array: string): string {
  const stored = storedDtype(of);
  const gathered = gather(graph, array, stored, rows);
  const dtype = residentDtype(of);
  if (stored === dtype) return gathered;
  const cast = graph.node('Cast', [gathered], { attributes: { SrcT: graph.type(stored), DstT: graph.type(dtype) } });
  if (of.as === 'SAME') return cast;
  return graph.node('RealDiv', [cast, graph.constant('float32', [], Float32Array.of(255))], { attributes: { T: graph.type('float32') } });
}

/** Rows of the first axis; an index of shape [] takes one row and drops the axis. */
export function gather(graph: Graph, array: string, dtype: GraphType, index: string): string {
  return graph.node('GatherV2', [array, index, graph.constant('int32', [], Int32Array.of(0))], {
    attributes: {
      Tparams: graph.type(dtype),
      Tindices: graph.type('int32'),
      Taxis: graph.type('int32'),
      batch_dims: graph.integer(0),
    },
  });
}
