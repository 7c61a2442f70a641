import type { Problem, SpaceLimits } from '../spaces/limits.ts';
import { number, whole } from './check-numbers.ts';
import { ENAS_SPACES } from './controller.ts';
import type { OptimizerPlan, Plan } from './plan.ts';

const AT = 'plan.controller.enas';
/** A schedule that leaves less of the learning rate of shared weights before the last round is a mistake: a search has many more epochs than one training. */
const LEAST_RATE = 1e-4;

/** What is wrong with the rounds of ENAS: their constants, and under ENAS whether there are shared weights for such networks and data. */
export function checkEnas({ controller, training, budget }: Plan, space: SpaceLimits['kind'], multiLabel: boolean): Problem[] {
  const { kind, enas } = controller;
  const problems = [
    ...whole(`${AT}.epochs`, enas.epochs, 1, 1000),
    ...number(`${AT}.learningRate`, enas.learningRate, 0, 100, 'above'),
    ...whole(`${AT}.updates`, enas.updates, 1, 10_000),
    ...whole(`${AT}.samples`, enas.samples, 1, 1000),
  ];
  if (kind !== 'ENAS') return problems;
  const unfit = (field: string, message: string) => problems.push({ field, message, code: 'NOT_ALLOWED' });
  if (!ENAS_SPACES.includes(space))
    unfit('plan.controller.kind', `ENAS on a ${space} space; allowed: ENAS on ${ENAS_SPACES.join(', ')}, and every other controller here`);
  if (multiLabel) unfit('plan.controller.kind', 'ENAS on pictures with several classes; allowed: on pictures with one class each');
  if (training.scope !== 'FULL') unfit('plan.training.scope', `${training.scope}; allowed: FULL for ENAS, whose shared weights all learn`);
  const { optimizer } = training;
  const at = 'plan.training.optimizer';
  // in the one graph of all cells what a cell does not have gets a gradient of 0, and only these rules leave it where it is then
  const still = `for ENAS on ${space}, where moments would move weights that a cell does not have`;
  if (space === 'RECURRENT' && optimizer.kind === 'ADAM') unfit(`${at}.kind`, `ADAM; allowed: SGD, RMSPROP ${still}`);
  else if (space === 'RECURRENT' && optimizer.momentum !== 0) unfit(`${at}.momentum`, `${optimizer.momentum}; allowed: 0 ${still}`);
  const epochs = enas.epochs * budget.candidates;
  const left = rateLeft(optimizer, epochs);
  if (left < LEAST_RATE)
    unfit(
      `${at}.decay`,
      `${optimizer.decay} after every ${optimizer.decayEvery === 1 ? 'epoch' : `${optimizer.decayEvery} epochs`}, which leaves ${left.toPrecision(1)} of the learning rate of shared weights in the last of their ${epochs}; allowed: what leaves ${LEAST_RATE}, or another schedule`,
    );
  return problems;
}

/** Share of the learning rate that steps leave in an epoch, from 1. */
function rateLeft({ schedule, decay, decayEvery }: OptimizerPlan, epoch: number): number {
  return schedule === 'STEP' && decayEvery !== null ? decay ** Math.floor((epoch - 1) / decayEvery) : 1;
}
