import { printNotation } from '../networks/notation.ts';
import type { Space } from '../spaces/space.ts';
import type { ReplayRow } from './replay-file.ts';

/** A network of a replay file as the candidate that it becomes. */
export interface ReplayNetwork {
  notation: string;
  /** Accuracy of the first row. */
  reward: number;
  epsilon: number | null;
}

/**
 * Different networks in the order in which they first come, and for each row the number of its network, from 1. Networks that are the same but for
 * their dropouts are one: the space decides the dropouts, as for what it proposes itself.
 */
export function distinct(rows: readonly ReplayRow[], space: Space): { numbers: number[]; networks: ReplayNetwork[] } {
  const known = new Map<string, number>();
  const networks: ReplayNetwork[] = [];
  const numbers = rows.map(({ network, accuracy, epsilon }) => {
    const notation = printNotation(space.architecture(space.walk(network)));
    const number = known.get(notation) ?? networks.push({ notation, reward: accuracy, epsilon });
    known.set(notation, number);
    return number;
  });
  return { numbers, networks };
}
