import type { Problem, SpaceLimits } from '../spaces/limits.ts';
import { number, whole } from './check-numbers.ts';
import { ENAS_SPACES } from './controller.ts';
import type { Plan } from './plan.ts';

const AT = 'plan.controller.enas';

/** What is wrong with the rounds of ENAS: their constants, and under ENAS whether there are shared weights for such networks and data. */
export function checkEnas({ controller, training }: Plan, space: SpaceLimits['kind'], multiLabel: boolean): Problem[] {
  const { kind, enas } = controller;
  const problems = [
    ...whole(`${AT}.epochs`, enas.epochs, 1, 1000),
    ...number(`${AT}.learningRate`, enas.learningRate, 0, 1, 'above'),
    ...whole(`${AT}.updates`, enas.updates, 1, 10_000),
    ...whole(`${AT}.samples`, enas.samples, 1, 1000),
  ];
  if (kind !== 'ENAS') return problems;
  const unfit = (field: string, message: string) => problems.push({ field, message, code: 'NOT_ALLOWED' });
  if (!ENAS_SPACES.includes(space))
    unfit('plan.controller.kind', `ENAS on a ${space} space; allowed: ENAS on ${ENAS_SPACES.join(', ')}, and every other controller here`);
  if (multiLabel) unfit('plan.controller.kind', 'ENAS on pictures with several classes; allowed: on pictures with one class each');
  if (training.scope !== 'FULL') unfit('plan.training.scope', `${training.scope}; allowed: FULL for ENAS, whose shared weights all learn`);
  return problems;
}
