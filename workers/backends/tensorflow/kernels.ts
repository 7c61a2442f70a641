import type * as tfjs from '@tensorflow/tfjs-core';
import type { Native, OperationAttribute } from './binding.ts';

/**
 * Kernels and gradients of TensorFlow that tfjs expresses by several others, with the same numbers: the bias of a layer and its gradient
 * (which TensorFlow joins to the convolution beside it), the gradient of ReLU from its output, and the product of two matrices. Together a
 * third of a small network's step.
 */
export function registerNativeKernels({ tf, backend }: Native): void {
  const { TF_ATTR_TYPE, TF_ATTR_BOOL, TF_ATTR_STRING } = backend.binding;
  const float: OperationAttribute = { name: 'T', type: TF_ATTR_TYPE, value: FLOAT };
  const layout: OperationAttribute = { name: 'data_format', type: TF_ATTR_STRING, value: 'NHWC' };
  const register = (kernelName: string, names: string[], attributes: OperationAttribute[]) =>
    tf.registerKernel({
      kernelName,
      backendName: BACKEND,
      kernelFunc: ({ inputs }) =>
        backend.executeSingleOutput(
          kernelName,
          attributes,
          names.map((name) => inputs[name] as tfjs.Tensor),
        ),
    });
  const replace = (kernelName: string, wrap: (original: KernelFunction) => KernelFunction) => {
    const kernel = tf.getKernel(kernelName, BACKEND);
    tf.unregisterKernel(kernelName, BACKEND);
    tf.registerKernel({ ...kernel, kernelFunc: wrap(kernel.kernelFunc) });
  };

  register('ReluGrad', ['dy', 'y'], [float]);
  register('BiasAddGrad', ['dy'], [float, layout]);

  const ours = () => tf.getBackend() === BACKEND; // gradients are for all backends of a process
  const relu = tf.getGradient(tf.Relu);
  tf.unregisterGradient(tf.Relu);
  tf.registerGradient({
    kernelName: tf.Relu,
    inputsToSave: ['x'],
    outputsToSave: [true],
    gradFunc: (dy, [x, y], attributes) =>
      ours()
        ? { x: () => tf.engine().runKernel('ReluGrad', { dy: dy as tfjs.Tensor, y: y! }) as tfjs.Tensor }
        : relu.gradFunc(dy, [x!], attributes),
  });

  replace(tf.Add, (original) => (call) => {
    const { a, b } = call.inputs;
    if (!isBias(a!, b!)) return original(call);
    return backend.executeSingleOutput('BiasAdd', [float, layout], [a as tfjs.Tensor, b as tfjs.Tensor]);
  });
  const add = tf.getGradient(tf.Add);
  tf.unregisterGradient(tf.Add);
  tf.registerGradient({
    ...add,
    gradFunc: (dy, saved, attributes) => {
      const gradients = add.gradFunc(dy, saved, attributes);
      if (!ours() || !isBias(saved[0]!, saved[1]!)) return gradients;
      return { ...gradients, b: () => tf.engine().runKernel('BiasAddGrad', { dy: dy as tfjs.Tensor }) as tfjs.Tensor };
    },
  });

  replace(tf.BatchMatMul, (original) => (call) => {
    const { a, b } = call.inputs;
    const { transposeA, transposeB } = call.attrs as unknown as tfjs.BatchMatMulAttrs;
    if (a!.dtype !== 'float32' || b!.dtype !== 'float32' || a!.shape.length !== 2 || b!.shape.length !== 2) return original(call);
    const attributes = [
      { name: 'transpose_a', type: TF_ATTR_BOOL, value: transposeA },
      { name: 'transpose_b', type: TF_ATTR_BOOL, value: transposeB },
      float,
    ];
    return backend.executeSingleOutput('MatMul', attributes, [a as tfjs.Tensor, b as tfjs.Tensor]);
  });
}

const BACKEND = 'tensorflow';
/** TF_FLOAT. */
const FLOAT = 1;

type KernelFunction = NonNullable<ReturnType<Native['tf']['getKernel']>>['kernelFunc'];

/** Whether b is a bias for the last axis of a. */
function isBias(a: tfjs.TensorInfo, b: tfjs.TensorInfo): boolean {
  return (
    a.dtype === 'float32' &&
    b.dtype === 'float32' &&
    a.shape.length >= 2 &&
    b.shape.length === 1 &&
    b.shape[0] === a.shape.at(-1) &&
    b.shape[0]! > 0
  );
}
