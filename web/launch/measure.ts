import type { Architecture } from '../../schema/networks/architecture.ts';
import { networkShape } from '../../schema/networks/shapes.ts';
import { Random } from '../../schema/random.ts';
import type { DataShape, SpaceLimits } from '../../schema/spaces/limits.ts';
import { example, extremes, makeSpace } from '../../schema/spaces/make.ts';
import type { Space } from '../../schema/spaces/space.ts';

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

/** Exact number of networks, one of them drawn with this seed, and the smallest and largest. @throws ImpossibleSpace */
export function* measure({ key, limits, data, seed }: MeasureRequest): Generator<MeasureAnswer> {
  const space = makeSpace(limits, data);
  yield { key, type: 'COUNTED', count: space.count().toString(), example: telling(space, Random.of(seed, 'example')) };
  const { smallest, largest } = extremes(space);
  yield { key, type: 'MEASURED', smallest: size(smallest), largest: size(largest) };
}

function size(architecture: Architecture): Size {
  return { architecture, parameters: networkShape(architecture).parameters };
}

const DRAWS = 5;

/** The one with the most layers of a few random walks: a walk that ends at once shows nothing of the space. */
function telling(space: Space, random: Random): Architecture {
  const drawn = Array.from({ length: DRAWS }, () => example(space, random));
  const layers = (architecture: Architecture) => networkShape(architecture).layers.length;
  return drawn.reduce((best, other) => (layers(other) > layers(best) ? other : best));
}
