import { formatSeconds, formatValue } from '../plots/format.ts';

/** What one round of ENAS gave. */
export interface Round {
  round: number;
  loss: number;
  meanReward: number;
  bestReward: number;
  entropy: number;
  distinct: number;
  trainSeconds: number;
  policySeconds: number;
  deriveSeconds: number;
}

/** Where the round under way stands. */
export interface RoundNow {
  /** Which round, and how many there will be. */
  epoch: number;
  epochs: number;
  step: number;
  steps: number;
  loss?: number | null;
  preparing?: string | null;
  secondsLeft?: number | null;
}

/** What a round is doing now, in a line. */
export function roundNowText({ epoch, epochs, step, steps, loss, preparing, secondsLeft }: RoundNow): string {
  const part = preparing ?? 'training the shared weights, batch';
  const done = `${step.toLocaleString('en')} of ${steps.toLocaleString('en')}`;
  const mean = loss == null ? '' : `, loss ${formatValue(loss)}`;
  const left = secondsLeft == null ? '' : `; about ${formatSeconds(Math.max(1, Math.round(secondsLeft)))} left of this round`;
  return `Round ${epoch} of ${epochs}: ${part} ${done}${mean}${left}`;
}

/** How the rounds went, in a sentence: the first beside the last. */
export function roundsText(rounds: readonly Round[]): string {
  const [first, last] = [rounds[0]!, rounds.at(-1)!];
  const of = (name: 'loss' | 'meanReward') => `${formatValue(first[name])} to ${formatValue(last[name])}`;
  const one = rounds.length === 1;
  return one
    ? `After one round the shared weights have loss ${formatValue(last.loss)}; what the policy draws has ${formatValue(last.meanReward)} on them.`
    : `In ${rounds.length} rounds the loss of the shared weights went from ${of('loss')}, and the mean of what the policy draws on them from ${of('meanReward')}.`;
}
