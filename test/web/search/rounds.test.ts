import { expect, it } from 'vitest';
import { type Round, roundNowText, roundsText } from '../../../web/search/rounds.ts';

const round = (number: number, loss: number, meanReward: number): Round => ({
  round: number,
  loss,
  meanReward,
  bestReward: meanReward,
  entropy: 3,
  distinct: 1,
  trainSeconds: 1,
  policySeconds: 1,
  deriveSeconds: 1,
});

it('says how rounds of ENAS went, the first beside the last', () => {
  expect(roundsText([round(1, 2.25, 0.125)])).toBe(
    'After one round the shared weights have loss 2.250; what the policy draws has 0.1250 on them.',
  );
  expect(roundsText([round(1, 2.25, 0.125), round(2, 3, 0.5), round(3, 1.5, 0.25)])).toBe(
    'In 3 rounds the loss of the shared weights went from 2.250 to 1.500, and the mean of what the policy draws on them from 0.1250 to 0.2500.',
  );
});

it('says what a round is doing now, and how long it still takes', () => {
  const now = { epoch: 2, epochs: 6, step: 1200, steps: 4000, loss: 1.5, preparing: null, secondsLeft: 71.6 };
  expect(roundNowText(now)).toBe(
    'Round 2 of 6: training the shared weights, batch 1,200 of 4,000, loss 1.500; about 1 min 12 s left of this round',
  );
  const begun = { ...now, step: 3, steps: 8, loss: null, preparing: 'teaching the policy, update', secondsLeft: null };
  expect(roundNowText(begun)).toBe('Round 2 of 6: teaching the policy, update 3 of 8');
});
