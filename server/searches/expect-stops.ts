import type { Standing } from '../../schema/forecast/time-left.ts';
import type { Work } from '../../schema/forecast/work.ts';
import type { Plan } from '../../schema/plans/plan.ts';
import { predictionEpoch } from '../../schema/plans/prediction.ts';
import type { CandidateStatus } from '../resolvers.generated.ts';

/** What a candidate to come costs in a search that predicts: of those to come, as many are stopped as of the last that ended. */
export function expectStops(
  draw: Standing['draw'],
  { prediction, training: { epochs } }: Plan,
  last: readonly { status: CandidateStatus }[],
): Standing['draw'] {
  if (!prediction) return draw;
  const stopped = last.filter(({ status }) => status === 'STOPPED_EARLY').length;
  const ended = stopped + last.filter(({ status }) => status === 'DONE').length;
  const share = predictionEpoch(prediction, epochs) / epochs;
  return (number, random) => {
    const whole = draw(number, random);
    return random.uniform() * ended < stopped ? shortened(whole, share) : whole;
  };
}

/** One trial still, but the rest of it in part only. */
export function shortened({ trials, epochs, updates, flops, outputs }: Work, share: number): Work {
  return { trials, epochs: share * epochs, updates: share * updates, flops: share * flops, outputs: share * outputs };
}
