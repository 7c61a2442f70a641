/** A shader in the form in which tfjs's WebGPU backend takes it: `main` is called once for each number of the output. */
export interface GpuProgram {
  variableNames: string[];
  outputShape: number[];
  workgroupSize: [number, number, number];
  dispatchLayout: { x: number[] };
  dispatch: [number, number, number];
  /** The same for programs with the same code. */
  shaderKey: string;
  /** Declarations of the numbers that come with a call. */
  uniforms: string;
  /** Whether `uniforms.size`, the number of outputs, is wanted. */
  size: true;
  getUserCode(): string;
}

const GROUP = 64;

/**
 * Takes rows out of bytes that lie four to an integer, the first in the lowest bits: inputs `bytes` and `rows` (int32), and the number of
 * bytes in a row.
 *
 * @param shape of the output, [rows, ...]
 * @param as UNIT: bytes / 255, float32; SAME: the bytes, int32
 */
export function rowsOfBytes(shape: number[], as: 'UNIT' | 'SAME'): GpuProgram {
  const store = as === 'UNIT' ? 'setOutputAtIndex(index, f32(byte) / 255.0);' : 'setOutputAtIndexI32(index, byte);';
  return {
    ...flat(shape),
    variableNames: ['bytes', 'rows'],
    shaderKey: `rowsOfBytes_${as}`,
    uniforms: 'width : i32,',
    getUserCode: () => `
      fn main(index : i32) {
        if (index < uniforms.size) {
          let at = rows[index / uniforms.width] * uniforms.width + index % uniforms.width;
          let byte = (bytes[at >> 2u] >> (u32(at & 3) * 8u)) & 255;
          ${store}
        }
      }
    `,
  };
}

/**
 * Computes an expression of WGSL for each place of tensors of equal shape.
 *
 * @param inputs  names of the tensors in the expression
 * @param numbers names of the numbers in it, which come with a call
 */
export function elementwise(expression: string, inputs: string[], numbers: string[], shape: number[]): GpuProgram {
  return {
    ...flat(shape),
    variableNames: inputs.map((name) => `${name}Values`),
    shaderKey: `elementwise_${expression}`,
    uniforms: numbers.map((name) => `${name} : f32,`).join(' '),
    getUserCode: () => `
      fn main(index : i32) {
        if (index < uniforms.size) {
          ${inputs.map((name) => `let ${name} = ${name}Values[index];`).join(' ')}
          ${numbers.map((name) => `let ${name} = uniforms.${name};`).join(' ')}
          setOutputAtIndex(index, ${expression});
        }
      }
    `,
  };
}

/** One thread a number of the output. */
function flat(shape: number[]) {
  const size = shape.reduce((product, length) => product * length, 1);
  return {
    outputShape: shape,
    workgroupSize: [GROUP, 1, 1] as [number, number, number],
    dispatchLayout: { x: shape.map((_, axis) => axis) },
    dispatch: [Math.ceil(size / GROUP), 1, 1] as [number, number, number],
    size: true as const,
  };
}
