import type { Controller, ControllerState, Result } from './controller.ts';

/**
 * The networks that a controller proposes next, up to `most` or as long as `goOn` says, if every result that is not there yet is the mean of those that
 * are. While a controller explores at random, rewards decide nothing, and these are the very networks to come; later they are networks like them. For
 * forecasts of time: nothing of the search depends on it. None from a controller whose state does not tell what is in flight.
 */
export function outlook(
  controller: Controller,
  given: ControllerState,
  limits: { parallelism: number; budget: number },
  most: number,
  goOn: () => boolean = () => true,
): string[] {
  if (!Array.isArray(given.notations) || given.notations.length !== given.proposed) return [];
  // lists of its own, so that the map that belongs to the newest state stays with it
  let state: ControllerState = { ...given, notations: given.notations.slice() };
  const notations = state.notations as string[];
  const reward = meanReward(given.rewards);
  const ahead: string[] = [];
  const known = (number: number) => (number <= notations.length ? notations[number - 1]! : ahead[number - notations.length - 1]!);
  while (ahead.length < most && state.observed < state.proposed && goOn()) {
    const results: Result[] = [];
    for (let number = state.observed + 1; number <= state.proposed; number++) results.push({ number, notation: known(number), reward });
    const outcome = controller.step(state, results, limits);
    if (outcome.proposals.length === 0) break;
    ahead.push(...outcome.proposals.map(({ notation }) => notation));
    state = outcome.state;
  }
  return ahead.slice(0, most);
}

function meanReward(rewards: unknown): number {
  const numbers = Array.isArray(rewards) ? rewards.filter((reward): reward is number => typeof reward === 'number') : [];
  return numbers.length === 0 ? 0 : numbers.reduce((sum, reward) => sum + reward, 0) / numbers.length;
}
