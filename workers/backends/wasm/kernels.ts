import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';
import { composedKernels, depthwiseFilterInfo, registerComposedKernels } from '../eager/composed.ts';
import { depthwiseFilterGradientInto } from '../eager/depthwise.ts';
import { maxPoolGradient } from '../eager/pooling.ts';
import { type KernelFunction, replaceKernel, type Shape4D, tensors } from '../eager/registry.ts';
import { segmentSumInto } from '../eager/segments.ts';
import type { WasmHeap } from './heap.ts';
import { safePadding } from './padding.ts';
import { sumRows, sumsRows } from './reductions.ts';

const BACKEND = 'wasm';

/** Gives the wasm backend the kernels that training needs and it lacks, or has only slowly. Call it once the backend is ready. */
export function registerTrainingKernels(tf: TF): void {
  padSafely(tf);
  for (const [kernelName, kernelFunc] of Object.entries(kernelsOnHeap(tf)))
    tf.registerKernel({ kernelName, backendName: BACKEND, kernelFunc });
  registerComposedKernels(tf, BACKEND);
  replace(tf, tf.Conv2DBackpropInput, () => composedKernels(tf)[tf.Conv2DBackpropInput]!);
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
  replace(tf, tf.Sum, (original) => (call) => {
    const { axis, keepDims } = call.attrs as unknown as tfjs.SumAttrs;
    const x = call.inputs.x!;
    const axes = tf.util.parseAxisParam(axis, x.shape);
    if (x.dtype !== 'float32' || !sumsRows(axes, x.shape.length) || tf.util.sizeFromShape(x.shape) === 0) return original(call);
    const kept = x.shape.slice(axes.length);
    const heap = call.backend as unknown as WasmHeap;
    const sums = heap.makeOutput(keepDims ? [...axes.map(() => 1), ...kept] : kept, 'float32');
    sumRows(heap.typedArrayFromHeap(x), heap.typedArrayFromHeap(sums));
    return sums;
  });
  shareCopies(tf);
}

/** Kernels that wasm lacks, as loops over its memory. */
function kernelsOnHeap(tf: TF): Record<string, KernelFunction> {
  return {
    [tf.DepthwiseConv2dNativeBackpropFilter]: ({ inputs, attrs, backend }) => {
      const { x, dy } = tensors(tf, inputs, 'x', 'dy');
      const info = depthwiseFilterInfo(tf, x.shape, attrs);
      const heap = backend as unknown as WasmHeap;
      const dw = heap.makeOutput((attrs as unknown as tfjs.DepthwiseConv2dNativeBackpropFilterAttrs).filterShape, 'float32');
      depthwiseFilterGradientInto(heap.typedArrayFromHeap(x), heap.typedArrayFromHeap(dy), heap.typedArrayFromHeap(dw), info);
      return dw;
    },
    [tf.UnsortedSegmentSum]: ({ inputs, attrs, backend }) => {
      const { x, segmentIds } = tensors(tf, inputs, 'x', 'segmentIds');
      const { numSegments } = attrs as unknown as tfjs.UnsortedSegmentSumAttrs;
      const heap = backend as unknown as WasmHeap;
      const sums = heap.makeOutput([numSegments, ...x.shape.slice(1)], x.dtype as 'float32');
      const segments = heap.typedArrayFromHeap(segmentIds) as unknown as Int32Array;
      segmentSumInto(heap.typedArrayFromHeap(x), segments, heap.typedArrayFromHeap(sums).fill(0), numSegments);
      return sums;
    },
  };
}

function padSafely(tf: TF): void {
  for (const kernelName of [tf.Conv2D, tf.FusedConv2D, tf.DepthwiseConv2dNative, tf.FusedDepthwiseConv2D]) {
    const depthwise = kernelName === tf.DepthwiseConv2dNative || kernelName === tf.FusedDepthwiseConv2D;
    replace(tf, kernelName, (original) => (call) => {
      const attributes = call.attrs as unknown as tfjs.Conv2DAttrs;
      const safe = safePadding(tf, call.inputs.x!.shape, call.inputs.filter!.shape, depthwise, attributes);
      return original({ ...call, attrs: safe as unknown as tfjs.NamedAttrMap });
    });
  }
}

/** Saving a tensor for its gradient clones it, and wasm copies every number then: nobody writes into a tensor, so they can be shared. */
function shareCopies(tf: TF): void {
  const share = (x: tfjs.TensorInfo, backend: WasmHeap): tfjs.TensorInfo => {
    backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
  };
  replace(tf, tf.Identity, (original) => (call) => {
    const x = call.inputs.x!;
    return x.dtype === 'string' ? original(call) : share(x, call.backend as unknown as WasmHeap);
  });
  replace(tf, tf.Cast, (original) => (call) => {
    const x = call.inputs.x!;
    const { dtype } = call.attrs as unknown as tfjs.CastAttrs;
    if (x.dtype === dtype && dtype !== 'string') return share(x, call.backend as unknown as WasmHeap);
    // wasm would cut numbers down to bytes: 0.5 and 256 are true as well.
    if (dtype === 'bool') return tf.tidy(() => tf.notEqual(tensors(tf, call.inputs, 'x').x, tf.scalar(0, x.dtype as 'float32')));
    return original(call);
  });
}

function replace(tf: TF, kernelName: string, wrap: (original: KernelFunction) => KernelFunction): void {
  replaceKernel(tf, kernelName, BACKEND, wrap);
}

function transposed(tf: TF, matrix: tfjs.Tensor): tfjs.Tensor {
  const axes = matrix.shape.map((_, axis) => axis);
  return tf.transpose(matrix, [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!]);
}
