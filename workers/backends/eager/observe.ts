import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';
import { guarded, refuseRandom, TraceError } from '../guard.ts';

type DataId = tfjs.Tensor['dataId'];

/**
 * Runs a function twice, eagerly, and refuses what a compiled graph would refuse (trace.ts does the same where there is a graph): reading a
 * tensor that is neither an input nor a variable, random numbers, and numbers that differ from one call to the next.
 *
 * @param known the inputs and variables
 * @throws TraceError
 */
export function checkRepeatable(tf: TF, where: string, known: readonly tfjs.Tensor[], body: () => tfjs.Tensor[]): void {
  const first = observe(tf, where, known, body);
  const second = observe(tf, where, known, body);
  const differs = first.length !== second.length || first.some((constant, index) => !same(constant, second[index]!));
  if (differs) throw new TraceError(where, 'it reads numbers that differ from one call to the next; what varies must be an input');
}

/** Runs `body` once and returns the constants that it made, in order. */
function observe(tf: TF, where: string, known: readonly tfjs.Tensor[], body: () => tfjs.Tensor[]): ArrayLike<unknown>[] {
  const engine = tf.engine();
  const { runKernel, makeTensor } = engine;
  const ours = new WeakSet<DataId>(known.map(({ dataId }) => dataId));
  const constants = new WeakSet<DataId>();
  const values: ArrayLike<unknown>[] = [];
  const check = (tensor: tfjs.TensorInfo, reader: string) => {
    if (ours.has(tensor.dataId)) return;
    const what = `a ${tensor.dtype} tensor of shape [${tensor.shape}]`;
    throw new TraceError(where, `${reader} reads ${what} that was made outside and is neither an input nor a variable; make it an input`);
  };
  engine.makeTensor = (numbers, ...rest) => {
    const tensor = makeTensor.call(engine, numbers, ...rest);
    ours.add(tensor.dataId);
    constants.add(tensor.dataId);
    values.push(ArrayBuffer.isView(numbers) ? (numbers as unknown as Float32Array).slice() : Array.from(numbers as ArrayLike<unknown>));
    return tensor;
  };
  engine.runKernel = ((kernel: string, inputs: tfjs.NamedTensorMap, attributes?: tfjs.NamedAttrMap) => {
    refuseRandom(where, kernel);
    for (const input of Object.values(inputs).flat()) if (input != null) check(input, `operation ${kernel}`);
    const result = runKernel.call(engine, kernel, inputs, attributes);
    for (const output of Array.isArray(result) ? result : [result]) ours.add(output.dataId);
    return result;
  }) as typeof runKernel;
  try {
    guarded(
      tf,
      where,
      (id) => constants.has(id),
      () => {
        tf.tidy(() => {
          for (const tensor of body()) check(tensor, 'the result');
        });
      },
    );
  } finally {
    Object.assign(engine, { runKernel, makeTensor });
  }
  return values;
}

function same(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
