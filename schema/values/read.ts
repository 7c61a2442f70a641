import type { ControllerPlan } from '../plans/controller.ts';
import { readBlocks } from './blocks.ts';
import { tokenOf } from './encoding.ts';
import { qValues } from './q-network.ts';
import { openTrees, type StoredTrees, treeValues } from './trees.ts';

/** What can be read from the state of a controller that chooses by Q-values. */
export interface Values {
  /** Q of the actions in the state with this key. */
  of(key: string, actions: readonly unknown[]): ArrayLike<number>;
  /** Of each candidate in order of numbers: its choices, by position among the actions. */
  walks: readonly (readonly number[])[];
  /** Of observed candidates in order of numbers; null where the trial failed. */
  rewards: readonly (number | null)[];
  /** Results that it has observed. */
  observed: number;
  proposed: number;
}

interface Archived<Own> {
  walks: number[][];
  own: Own;
}

/** Null for a state of another kind, or of another version. Pure: nothing of the state is changed. */
export function readValues(plan: ControllerPlan, stored: unknown): Values | null {
  const state = stored as { version: number; kind: string } & Pick<Values, 'rewards' | 'observed' | 'proposed'>;
  if (state === null || state.version !== 1 || state.kind !== plan.kind) return null;
  const { rewards, observed, proposed } = state;
  switch (plan.kind) {
    case 'Q_LEARNING': {
      const { table, walks } = stored as { table: { states: string[]; values: number[][] }; walks: number[][] };
      const positions = new Map(table.states.map((key, i) => [key, i]));
      return {
        of: (key, actions) => table.values[positions.get(key) ?? -1] ?? actions.map(() => plan.initialValue),
        // a table's walk names state and choice in turns
        walks: walks.map((walk) => walk.filter((_, i) => i % 2 === 1)),
        ...{ rewards, observed, proposed },
      };
    }
    case 'DQN': {
      const { walks, own } = stored as Archived<{ seed: number; blocks: { values: Record<string, string> } }>;
      const blocks = { values: readBlocks(own.blocks.values) };
      const of: Values['of'] = (key, actions) => qValues(blocks, own.seed, plan.dqn.hidden, key, actions.map(tokenOf));
      return { of, walks, rewards, observed, proposed };
    }
    case 'FITTED_Q': {
      const { walks, own } = stored as Archived<{ trees: StoredTrees | null }>;
      const trees = own.trees && openTrees(own.trees);
      const of: Values['of'] = (key, actions) => (trees ? treeValues(trees, key, actions) : actions.map(() => 0));
      return { of, walks, rewards, observed, proposed };
    }
    default:
      return null;
  }
}
