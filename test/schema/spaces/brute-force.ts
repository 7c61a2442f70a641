import type { Space } from '../../../schema/spaces/space.ts';

/** Every list of up to `longest` symbols. */
export function* lists<T>(symbols: readonly T[], longest: number): Generator<T[]> {
  yield [];
  if (longest === 0) return;
  for (const rest of lists(symbols, longest - 1)) for (const symbol of symbols) yield [symbol, ...rest];
}

/** Every state that a walk can pass, with the actions that led there. */
export function* reachable(space: Space): Generator<{ state: unknown; walk: unknown[] }> {
  const pending: { state: unknown; walk: unknown[] }[] = [{ state: space.initial(), walk: [] }];
  for (let at = pending.pop(); at; at = pending.pop()) {
    yield at;
    for (const action of space.actions(at.state)) pending.push({ state: space.next(at.state, action), walk: [...at.walk, action] });
  }
}

/** What the contract of a space promises of its keys: one key, the same actions in the same order. Returns the number of keys. */
export function checkKeys(space: Space): number {
  const seen = new Map<string, string>();
  for (const { state } of reachable(space)) {
    const actions = space.actions(state).map((action) => space.actionKey(state, action));
    if (new Set(actions).size !== actions.length) throw new Error(`${space.stateKey(state)}: two actions with one key`);
    const key = space.stateKey(state);
    const text = actions.join(' ');
    if ((seen.get(key) ?? text) !== text) throw new Error(`${key}: ${seen.get(key)} and ${text}`);
    seen.set(key, text);
  }
  return seen.size;
}
