import { formatValue } from '../plots/format.ts';

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

/** How the rounds went, in a sentence: the first beside the last. */
export function roundsText(rounds: readonly Round[]): string {
  const [first, last] = [rounds[0]!, rounds.at(-1)!];
  const of = (name: 'loss' | 'meanReward') => `${formatValue(first[name])} to ${formatValue(last[name])}`;
  const one = rounds.length === 1;
  return one
    ? `After one round the shared weights have loss ${formatValue(last.loss)}; what the policy draws has ${formatValue(last.meanReward)} on them.`
    : `In ${rounds.length} rounds the loss of the shared weights went from ${of('loss')}, and the mean of what the policy draws on them from ${of('meanReward')}.`;
}
