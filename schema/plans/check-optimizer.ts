import type { Problem } from '../spaces/limits.ts';
import { number, whole } from './check-numbers.ts';
import type { OptimizerPlan } from './plan.ts';

/** What is wrong with a training's optimiser, at its fields. */
export function checkOptimizer(at: string, optimizer: OptimizerPlan): Problem[] {
  const { kind, schedule, decayEvery, restartEvery, restartFactor, lowestShare, momentum, nesterov, clipNorm } = optimizer;
  const problems = [
    ...number(`${at}.learningRate`, optimizer.learningRate, 0, 100, 'above'),
    ...number(`${at}.decay`, optimizer.decay, 0, 1, 'above'),
    ...(decayEvery === null ? [] : whole(`${at}.decayEvery`, decayEvery, 1, 1000)),
    ...(restartEvery === null ? [] : whole(`${at}.restartEvery`, restartEvery, 1, 1000)),
    ...number(`${at}.restartFactor`, restartFactor, 1, 10),
    ...number(`${at}.lowestShare`, lowestShare, 0, 1, 'from', 'below'),
    ...number(`${at}.warmUpEpochs`, optimizer.warmUpEpochs, 0, 1000),
    ...number(`${at}.momentum`, momentum, 0, 1, 'from', 'below'),
    ...number(`${at}.weightDecay`, optimizer.weightDecay, 0, 1),
    ...(clipNorm === null ? [] : number(`${at}.clipNorm`, clipNorm, 0, 1e6, 'above')),
  ];
  if (schedule === 'STEP' && decayEvery === null) problems.push(unfit(`${at}.decayEvery`, 'missing', 'a number of epochs for STEP'));
  if (schedule !== 'STEP' && decayEvery !== null) problems.push(unfit(`${at}.decayEvery`, String(decayEvery), `nothing for ${schedule}`));
  if (schedule !== 'COSINE' && restartEvery !== null)
    problems.push(unfit(`${at}.restartEvery`, String(restartEvery), `nothing for ${schedule}`));
  if (restartEvery === null && restartFactor !== 1)
    problems.push(unfit(`${at}.restartFactor`, String(restartFactor), '1 without restartEvery'));
  if (schedule !== 'COSINE' && lowestShare !== 0) problems.push(unfit(`${at}.lowestShare`, String(lowestShare), `0 for ${schedule}`));
  if (kind === 'ADAM' && momentum !== 0)
    problems.push(unfit(`${at}.momentum`, String(momentum), '0 for ADAM, which has moments of its own'));
  if (nesterov && (kind !== 'SGD' || momentum === 0))
    problems.push(unfit(`${at}.nesterov`, 'true', 'false, but for SGD with a momentum above 0'));
  return problems;
}

const unfit = (field: string, value: string, allowed: string): Problem => ({
  field,
  message: `${value}; allowed: ${allowed}`,
  code: 'NOT_ALLOWED',
});
