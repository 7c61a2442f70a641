import type { Architecture } from '../../schema/networks/architecture.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { giveLookup, takeLookup } from './lookup.ts';

/** Q-values of the states that were touched, as plain JSON: `values[i][a]` is Q of `states[i]` and its a-th action. */
export interface QTable {
  states: string[];
  values: number[][];
}

/** A complete walk through the table: position of a state, position of the action taken there, and so on in turns. */
export type TableWalk = number[];

/** A table that is being changed. The one it was opened from stays as it was: rows are copied before their first change. */
export interface OpenTable extends QTable {
  positions: Map<string, number>;
  copied: Set<number>;
}

export function emptyTable(): QTable {
  return { states: [], values: [] };
}

export function openTable({ states, values }: QTable): OpenTable {
  return { states: states.slice(), values: values.slice(), positions: takeLookup(states), copied: new Set() };
}

export function closeTable({ states, values, positions }: OpenTable): QTable {
  giveLookup(states, positions);
  return { states, values };
}

/** The row of a state, every action at the start value when it was never touched. */
export function touch(table: OpenTable, key: string, actions: number, initialValue: number): number {
  const known = table.positions.get(key);
  if (known !== undefined) return known;
  const position = table.states.push(key) - 1;
  table.values.push(new Array<number>(actions).fill(initialValue));
  table.positions.set(key, position);
  table.copied.add(position);
  return position;
}

/** Touches every state of the walk that builds a network. @throws NotAllowed before anything is touched. */
export function touchWalk(table: OpenTable, space: Space, architecture: Architecture, initialValue: number): TableWalk {
  const walk: TableWalk = [];
  let state = space.initial();
  for (const action of space.walk(architecture)) {
    const actions = space.actions(state);
    const wanted = space.actionKey(state, action);
    walk.push(touch(table, space.stateKey(state), actions.length, initialValue));
    walk.push(actions.findIndex((other) => space.actionKey(state, other) === wanted));
    state = space.next(state, action);
  }
  return walk;
}

function row(table: OpenTable, position: number): number[] {
  if (!table.copied.has(position)) {
    table.values[position] = table.values[position]!.slice();
    table.copied.add(position);
  }
  return table.values[position]!;
}

/**
 * Eq. 4.1 along a walk, from the last transition to the first: Q <- Q + alpha (r + gamma max Q(next) - Q), where r is the reward on the
 * last transition and 0 elsewhere, and nothing follows the last. Same order of operations as the public program, so equal to the bit.
 */
export function updateOriginal(table: OpenTable, walk: TableWalk, reward: number, alpha: number, gamma: number): void {
  let immediate = reward;
  let following = 0;
  for (let i = walk.length - 2; i >= 0; i -= 2) {
    const values = row(table, walk[i]!);
    const action = walk[i + 1]!;
    values[action] = values[action]! + alpha * (immediate + gamma * following - values[action]!);
    immediate = 0;
    following = largest(values);
  }
}

/** Eq. 11.1 on every transition of a walk: Q <- max(Q, terminal reward). */
export function updateGreedy(table: OpenTable, walk: TableWalk, reward: number): void {
  for (let i = 0; i < walk.length; i += 2) {
    const action = walk[i + 1]!;
    if (table.values[walk[i]!]![action]! < reward) row(table, walk[i]!)[action] = reward;
  }
}

function largest(values: number[]): number {
  let max = values[0]!;
  for (let i = 1; i < values.length; i++) if (values[i]! > max) max = values[i]!;
  return max;
}

const FIELDS = ['layer_type', 'layer_depth', 'filter_depth', 'filter_size', 'stride', 'image_size', 'fc_size', 'terminate'];
const SORTED = FIELDS.map((name, i) => ({ name, i })).sort((a, b) => (a.name < b.name ? -1 : 1));

/** Columns of the public MetaQNN program's q_values.csv. */
export const Q_COLUMNS = [...SORTED.map(({ name }) => `end_${name}`), ...SORTED.map(({ name }) => `start_${name}`), 'utility'];

/**
 * The table as the public program writes it, one row for every action of every state that one of these networks passes; numbers in full
 * precision (the shortest text that reads back as the same number).
 * @throws RangeError for a space whose keys are not MetaQNN's.
 */
export function tableRows(table: QTable, space: Space, networks: Iterable<Architecture>): string[][] {
  if (space.kind !== 'CHAIN') throw new RangeError(`space: ${space.kind}; allowed: CHAIN, whose states have MetaQNN's fields`);
  const rows = new Map<string, string[][]>();
  const positions = new Map(table.states.map((key, position) => [key, position]));
  const sorted = (key: string) => {
    const fields = key.split(',');
    return SORTED.map(({ i }) => fields[i]!);
  };
  for (const network of networks) {
    let state = space.initial();
    for (const action of space.walk(network)) {
      const key = space.stateKey(state);
      const values = table.values[positions.get(key) ?? -1];
      if (values && !rows.has(key)) {
        const here = state;
        rows.set(
          key,
          space.actions(here).map((other, i) => [...sorted(space.actionKey(here, other)), ...sorted(key), String(values[i])]),
        );
      }
      state = space.next(state, action);
    }
  }
  return [...rows.values()].flat();
}
