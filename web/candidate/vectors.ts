import { TSNE } from '@keckelt/tsne';
import { Matrix, NIPALS } from 'ml-matrix';

/** Reads packed vectors (see UploadType.VECTORS in the GraphQL schema), row by row. @throws RangeError for bytes of another length */
export function unpackVectors(bytes: ArrayBuffer, count: number, dimensions: number): number[][] {
  const expected = 8 * dimensions + 2 * count * dimensions;
  if (bytes.byteLength !== expected) throw new RangeError(`vectors: ${bytes.byteLength} bytes; allowed: ${expected}`);
  const view = new DataView(bytes);
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: dimensions }, (_, i) => {
      const number = view.getUint16(8 * dimensions + 2 * (row * dimensions + i), true);
      return view.getFloat32(4 * i, true) + view.getFloat32(4 * (dimensions + i), true) * number;
    }),
  );
}

export type Places = [number, number][];

/** The two directions of most variance (NIPALS); what has fewer is flat. */
export function principalPlane(vectors: readonly number[][]): Places {
  const centred = new Matrix(vectors as number[][]).center('column');
  const first = component(centred);
  const second = first && component(first.rest);
  return vectors.map((_, i) => [first?.scores[i] ?? 0, second?.scores[i] ?? 0]);
}

function component(matrix: Matrix): { scores: number[]; rest: Matrix } | null {
  if (matrix.norm() < 1e-9) return null;
  const { t, xResidual } = new NIPALS(matrix, { maxIterations: 200, terminationCriteria: 1e-8 });
  return { scores: t.to1DArray(), rest: xResidual };
}

/** t-SNE (van der Maaten & Hinton 2008): steps are made by whoever calls `step`, so that the page stays alive. */
export function startTsne(
  vectors: readonly number[][],
  perplexity: number,
  learningRate: number,
): { step(times: number): void; places(): Places } {
  const tsne = new TSNE({ dim: 2, perplexity, epsilon: learningRate });
  tsne.initDataRaw(vectors as number[][]);
  return {
    step(times) {
      for (let i = 0; i < times; i++) tsne.step();
    },
    places: () => tsne.getSolution().map(([x, y]: [number, number]): [number, number] => [x, y]),
  };
}

/** A perplexity needs some neighbours: at most a third of the points. */
export const largestPerplexity = (count: number): number => Math.max(2, Math.floor((count - 1) / 3));
