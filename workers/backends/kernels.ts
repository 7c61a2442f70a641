import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from './backend.ts';
import { filterGradient, inputGradient } from './convolution.ts';
import { safePadding } from './padding.ts';
import { maxPoolGradient } from './pooling.ts';

const BACKEND = 'wasm';

/** Gives the wasm backend the kernels that training needs and it lacks, or has only slowly. Call it once the backend is ready. */
export function registerTrainingKernels(tf: TF): void {
  for (const kernelName of [tf.Conv2D, tf.FusedConv2D, tf.DepthwiseConv2dNative, tf.FusedDepthwiseConv2D]) {
    const depthwise = kernelName === tf.DepthwiseConv2dNative || kernelName === tf.FusedDepthwiseConv2D;
    replace(tf, kernelName, (original) => (call) => {
      const attributes = call.attrs as unknown as tfjs.Conv2DAttrs;
      const safe = safePadding(tf, call.inputs.x!.shape, call.inputs.filter!.shape, depthwise, attributes);
      return original({ ...call, attrs: safe as unknown as tfjs.NamedAttrMap });
    });
  }
  tf.registerKernel({
    kernelName: tf.Conv2DBackpropFilter,
    backendName: BACKEND,
    kernelFunc: ({ inputs, attrs }) => {
      const { x, dy } = tensors(tf, inputs, 'x', 'dy');
      const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as tfjs.Conv2DBackpropFilterAttrs;
      const info = tf.backend_util.computeConv2DInfo(x.shape as Shape4D, filterShape, strides, 1, pad, dimRoundingMode);
      return tf.tidy(() => filterGradient(tf, x as tfjs.Tensor4D, dy as tfjs.Tensor4D, info));
    },
  });
  replace(tf, tf.Conv2DBackpropInput, (original) => (call) => {
    const { strides, pad, dimRoundingMode, inputShape } = call.attrs as unknown as tfjs.Conv2DBackpropInputAttrs;
    const { dy, filter } = tensors(tf, call.inputs, 'dy', 'filter');
    const info = tf.backend_util.computeConv2DInfo(inputShape, filter.shape as Shape4D, strides, 1, pad, dimRoundingMode);
    if (info.strideHeight !== info.strideWidth) return original(call);
    return tf.tidy(() => inputGradient(tf, dy as tfjs.Tensor4D, filter as tfjs.Tensor4D, info));
  });
  replace(tf, tf.MaxPoolGrad, () => ({ inputs, attrs, backend }) => {
    const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as tfjs.MaxPoolGradAttrs;
    const { input, dy } = tensors(tf, inputs, 'input', 'dy');
    const info = tf.backend_util.computePool2DInfo(input.shape as Shape4D, filterSize, strides, 1, pad, dimRoundingMode);
    const heap = backend as unknown as WasmHeap;
    const dx = heap.makeOutput(input.shape, 'float32'); // may grow the heap, so the views are taken afterwards
    maxPoolGradient(heap.typedArrayFromHeap(input), heap.typedArrayFromHeap(dy), heap.typedArrayFromHeap(dx).fill(0), info);
    return dx;
  });
  // The built-in product is six times faster when neither operand has to be transposed; transposing first costs less.
  replace(tf, tf.BatchMatMul, (original) => (call) => {
    const { transposeA, transposeB } = call.attrs as unknown as tfjs.BatchMatMulAttrs;
    if (!transposeA && !transposeB) return original(call);
    const { a, b } = tensors(tf, call.inputs, 'a', 'b');
    return tf.tidy(() => tf.matMul(transposeA ? transposed(tf, a) : a, transposeB ? transposed(tf, b) : b));
  });
}

/** The wasm backend's own memory. */
interface WasmHeap {
  makeOutput(shape: number[], dtype: 'float32'): tfjs.TensorInfo;
  /** A view, good until the next allocation. */
  typedArrayFromHeap(tensor: tfjs.TensorInfo): Float32Array;
}

type Shape4D = [number, number, number, number];
type KernelFunction = NonNullable<ReturnType<TF['getKernel']>>['kernelFunc'];

function replace(tf: TF, kernelName: string, wrap: (original: KernelFunction) => KernelFunction): void {
  const kernel = tf.getKernel(kernelName, BACKEND);
  tf.unregisterKernel(kernelName, BACKEND);
  tf.registerKernel({ ...kernel, kernelName, backendName: BACKEND, kernelFunc: wrap(kernel.kernelFunc) });
}

/** A kernel's inputs as tensors that operations take; they are the caller's own. */
function tensors<K extends string>(tf: TF, inputs: tfjs.NamedTensorInfoMap, ...names: K[]): Record<K, tfjs.Tensor> {
  const entries = names.map((name) => {
    const input = inputs[name]!;
    if (!(input instanceof tf.Tensor)) throw new TypeError(`${name} is not a tensor`);
    return [name, input];
  });
  return Object.fromEntries(entries) as Record<K, tfjs.Tensor>;
}

function transposed(tf: TF, matrix: tfjs.Tensor): tfjs.Tensor {
  const axes = matrix.shape.map((_, axis) => axis);
  return tf.transpose(matrix, [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!]);
}
