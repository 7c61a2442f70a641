import { expect, it } from 'vitest';
import { qValues } from '../../../schema/values/q-network.ts';
import { copyBlocks, descend, emptyBlocks, openBlocks } from '../../../workers/controllers/blocks.ts';
import { largestValues, type Transition, temporalDifference } from '../../../workers/controllers/q-network.ts';

const HIDDEN = 24;
const SEED = 5;
const DISCOUNT = 0.9;

/**
 * A chain of states 0 to 5 (key "place,parity"): right goes one on, left one back; stopping ends the walk with a reward that depends on the
 * place, and the rightmost place only lets one stop.
 */
const PLACES = 6;
const allowed = (place: number) => (place === PLACES - 1 ? ['stop'] : place === 0 ? ['right', 'stop'] : ['left', 'right', 'stop']);
const keyOf = (place: number) => `${place},${place % 2}`;
const rewardOf = (place: number) => [0.3, 0.1, 0.2, 0.1, 0.4, 1][place]!;

function transition(place: number, token: string): Transition {
  if (token === 'stop') return { key: keyOf(place), token, reward: rewardOf(place), following: null };
  const after = token === 'right' ? place + 1 : place - 1;
  return { key: keyOf(place), token, reward: 0, following: { key: keyOf(after), allowed: allowed(after) } };
}

it('learns on a chain what value iteration gives', () => {
  const transitions = Array.from({ length: PLACES }, (_, place) => allowed(place).map((token) => transition(place, token))).flat();

  const values = new Array<number>(PLACES).fill(0);
  const exact = (place: number, token: string) =>
    token === 'stop' ? rewardOf(place) : DISCOUNT * values[token === 'right' ? place + 1 : place - 1]!;
  for (let sweep = 0; sweep < 100; sweep++)
    for (let place = 0; place < PLACES; place++) values[place] = Math.max(...allowed(place).map((token) => exact(place, token)));

  const online = openBlocks(emptyBlocks());
  let target = largestValues(copyBlocks(online), SEED, HIDDEN);
  for (let update = 0; update < 3000; update++) {
    if (update % 50 === 0) target = largestValues(copyBlocks(online), SEED, HIDDEN);
    descend(online, temporalDifference(online, target, SEED, HIDDEN, DISCOUNT, transitions), 0.01, null);
  }
  for (let place = 0; place < PLACES; place++) {
    const learned = qValues(online, SEED, HIDDEN, keyOf(place), allowed(place));
    allowed(place).forEach((token, i) => {
      expect(Math.abs(learned[i]! - exact(place, token)), `Q(${place}, ${token})`).toBeLessThan(0.02);
    });
  }
});

it('has the gradient of finite differences', () => {
  const online = openBlocks(emptyBlocks());
  const target = openBlocks(emptyBlocks());
  const transitions = [transition(1, 'right'), transition(2, 'stop'), transition(1, 'left')];
  const loss = () =>
    transitions.reduce((sum, { key, token, reward, following }) => {
      const ahead = following ? Math.max(...qValues(target, SEED, HIDDEN, following.key, following.allowed)) : 0;
      return sum + (qValues(online, SEED, HIDDEN, key, [token])[0]! - (reward + DISCOUNT * ahead)) ** 2 / (2 * transitions.length);
    }, 0);
  const gradients = temporalDifference(online, largestValues(target, SEED, HIDDEN), SEED, HIDDEN, DISCOUNT, transitions);
  for (const [name, gradient] of gradients)
    for (let i = 0; i < gradient.length; i += 3) {
      const weights = online.values.get(name)!;
      const before = weights[i]!;
      weights[i] = before + 1e-6;
      const above = loss();
      weights[i] = before - 1e-6;
      const below = loss();
      weights[i] = before;
      expect(Math.abs((above - below) / 2e-6 - gradient[i]!), `${name}[${i}]`).toBeLessThan(1e-7);
    }
});
