import { readFileSync } from 'node:fs';
import type { Binding, OperationAttribute } from './binding.ts';
import { spread } from './spread.ts';
import type { PlainConvolution, Shape, Substitute } from './substitute.ts';
import { winograd } from './winograd.ts';

/**
 * What gives the same as an operation, to some 1e-6, in less time, on processors with AVX2 and FMA. With AVX-512 TensorFlow's own
 * convolutions are twice as fast, and ours are not made for it. HANDPICK_CONVOLUTIONS=tensorflow leaves all to TensorFlow.
 *
 * @param shapes of the operation's inputs
 * @returns null where the operation is as good, or the only one
 */
export function faster(
  binding: Pick<Binding, 'isUsingGpuDevice'>,
  operation: string,
  attributes: readonly OperationAttribute[],
  shapes: readonly Shape[],
  output: Shape,
): Substitute | null {
  if (!operation.startsWith('Conv2D')) return null;
  const plain = plainConvolution(operation, attributes, shapes, output);
  if (!plain || !hasInstructions() || binding.isUsingGpuDevice()) return null;
  return winograd(plain) ?? spread(plain);
}

function plainConvolution(
  operation: string,
  attributes: readonly OperationAttribute[],
  shapes: readonly Shape[],
  output: Shape,
): PlainConvolution | null {
  const value = (name: string) => attributes.find((attribute) => attribute.name === name)?.value;
  const [, down = 1, across = 1] = (value('strides') as number[] | undefined) ?? [];
  const holes = (value('dilations') as number[] | undefined)?.some((number) => number !== 1);
  const padding = value('padding');
  if (value('T') !== FLOAT || value('data_format') !== 'NHWC' || holes || down !== across) return null;
  if (padding !== 'SAME' && padding !== 'VALID') return null;
  return { operation, shapes, output, stride: down, padding };
}

/** TF_FLOAT. */
const FLOAT = 1;

let instructions: boolean | undefined;

function hasInstructions(): boolean {
  instructions ??= process.env.HANDPICK_CONVOLUTIONS !== 'tensorflow' && fitsProcessor(readFileSync('/proc/cpuinfo', 'utf8'));
  return instructions;
}

/** @param info of Linux, /proc/cpuinfo */
export function fitsProcessor(info: string): boolean {
  const flags = new Set(/^flags\s*:(.*)$/m.exec(info)?.[1]?.split(' '));
  return flags.has('avx2') && flags.has('fma') && !flags.has('avx512f');
}
