import type * as tfjs from '@tensorflow/tfjs-core';
import type { TF } from '../backend.ts';
import { filterGradient, inputGradient } from './convolution.ts';
import { depthwiseFilterGradient, depthwiseInputGradient } from './depthwise.ts';
import { averageCorrection } from './pooling.ts';
import { type KernelFunction, replaceKernel, type Shape4D, tensors } from './registry.ts';
import { segmentSum } from './segments.ts';

/**
 * Gives a backend the kernels of gradients that it lacks, put together from its own operations: nothing is read into JavaScript, so they run
 * on a GPU as well. What the backend has stays, but for the gradient of average pooling, which tfjs computes wrongly at padded edges. Call
 * it once.
 *
 * @returns the names of the kernels that were added
 */
export function registerComposedKernels(tf: TF, backendName: string): string[] {
  const kernels = composedKernels(tf);
  const missing = Object.keys(kernels).filter((name) => !tf.getKernel(name, backendName));
  for (const kernelName of missing) tf.registerKernel({ kernelName, backendName, kernelFunc: kernels[kernelName]! });
  correctAveragePooling(tf, backendName);
  return missing;
}

function correctAveragePooling(tf: TF, backendName: string): void {
  replaceKernel(tf, tf.AvgPoolGrad, backendName, (original) => (call) => {
    const { filterSize, strides, pad, dimRoundingMode } = call.attrs as unknown as tfjs.AvgPoolGradAttrs &
      Pick<tfjs.AvgPoolAttrs, 'dimRoundingMode'>;
    const { input, dy } = tensors(tf, call.inputs, 'input', 'dy');
    const info = tf.backend_util.computePool2DInfo(input.shape as Shape4D, filterSize, strides, 1, pad, dimRoundingMode);
    const factors = averageCorrection(info);
    if (factors.every((factor) => factor === 1)) return original(call);
    const corrected = tf.tidy(() => tf.mul(dy, tf.tensor4d(factors, [1, info.outHeight, info.outWidth, 1])));
    const dx = original({ ...call, inputs: { ...call.inputs, dy: corrected } });
    corrected.dispose();
    return dx;
  });
}

/** Kernels by name, for any backend that has convolution, matrix product, padding, slices and sums. */
export function composedKernels(tf: TF): Record<string, KernelFunction> {
  const { computeConv2DInfo } = tf.backend_util;
  return {
    [tf.Conv2DBackpropFilter]: ({ inputs, attrs }) => {
      const { x, dy } = tensors(tf, inputs, 'x', 'dy');
      const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as tfjs.Conv2DBackpropFilterAttrs;
      const info = computeConv2DInfo(x.shape as Shape4D, filterShape, strides, 1, pad, dimRoundingMode);
      return tf.tidy(() => filterGradient(tf, x as tfjs.Tensor4D, dy as tfjs.Tensor4D, info));
    },
    [tf.Conv2DBackpropInput]: ({ inputs, attrs }) => {
      const { strides, pad, dimRoundingMode, inputShape } = attrs as unknown as tfjs.Conv2DBackpropInputAttrs;
      const { dy, filter } = tensors(tf, inputs, 'dy', 'filter');
      const info = computeConv2DInfo(inputShape, filter.shape as Shape4D, strides, 1, pad, dimRoundingMode);
      return tf.tidy(() => inputGradient(tf, dy as tfjs.Tensor4D, filter as tfjs.Tensor4D, info));
    },
    [tf.DepthwiseConv2dNativeBackpropFilter]: ({ inputs, attrs }) => {
      const { x, dy } = tensors(tf, inputs, 'x', 'dy');
      const info = depthwiseFilterInfo(tf, x.shape, attrs);
      return tf.tidy(() => depthwiseFilterGradient(tf, x as tfjs.Tensor4D, dy as tfjs.Tensor4D, info));
    },
    [tf.DepthwiseConv2dNativeBackpropInput]: ({ inputs, attrs }) => {
      const { dy, filter } = tensors(tf, inputs, 'dy', 'filter');
      const { strides, dilations, pad, dimRoundingMode, inputShape } = attrs as unknown as tfjs.DepthwiseConv2dNativeBackpropInputAttrs;
      const info = computeConv2DInfo(inputShape, filter.shape as Shape4D, strides, dilations, pad, dimRoundingMode, true);
      return tf.tidy(() => depthwiseInputGradient(tf, dy as tfjs.Tensor4D, filter as tfjs.Tensor4D, info));
    },
    [tf.UnsortedSegmentSum]: ({ inputs, attrs }) => {
      const { x, segmentIds } = tensors(tf, inputs, 'x', 'segmentIds');
      const { numSegments } = attrs as unknown as tfjs.UnsortedSegmentSumAttrs;
      return tf.tidy(() => segmentSum(tf, x, segmentIds as tfjs.Tensor1D, numSegments));
    },
  };
}

/** Geometry of the depthwise convolution whose filter gradient is asked for. */
export function depthwiseFilterInfo(tf: TF, xShape: readonly number[], attributes: unknown): tfjs.backend_util.Conv2DInfo {
  const { strides, dilations, pad, dimRoundingMode, filterShape } = attributes as tfjs.DepthwiseConv2dNativeBackpropFilterAttrs;
  return tf.backend_util.computeConv2DInfo(xShape as Shape4D, filterShape, strides, dilations, pad, dimRoundingMode, true);
}
