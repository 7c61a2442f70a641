import type { Architecture } from '../../schema/networks/architecture.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import { Random } from '../../schema/random.ts';
import type { DataShape, SpaceLimits } from '../../schema/spaces/limits.ts';
import { example, extremes, makeSpace } from '../../schema/spaces/make.ts';

/** Page to worker. `key` comes back with the answers. */
export interface MeasureRequest {
  key: string;
  limits: SpaceLimits;
  data: DataShape;
  seed: number;
}

/** Worker to page, in this order: what is quick to know does not wait for what takes a second in a large space. */
export type MeasureAnswer = { key: string } & (
  | { type: 'COUNTED'; count: string; example: Architecture }
  | { type: 'MEASURED'; smallest: Size; largest: Size }
);

export interface Size {
  architecture: Architecture;
  parameters: number;
}

/** Exact number of networks, one drawn at random with this seed, and the smallest and largest. @throws ImpossibleSpace */
export function* measure({ key, limits, data, seed }: MeasureRequest): Generator<MeasureAnswer> {
  const space = makeSpace(limits, data);
  yield { key, type: 'COUNTED', count: space.count().toString(), example: example(space, Random.of(seed, 'example')) };
  const { smallest, largest } = extremes(space);
  yield { key, type: 'MEASURED', smallest: size(smallest), largest: size(largest) };
}

function size(architecture: Architecture): Size {
  return { architecture, parameters: networkShape(architecture).parameters };
}
