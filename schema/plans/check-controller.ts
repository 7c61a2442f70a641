import type { Problem } from '../spaces/limits.ts';
import { checkFidelity } from './check-fidelity.ts';
import { number, whole } from './check-numbers.ts';
import { usesEpsilon } from './controller.ts';
import { checkListLength } from './list.ts';
import type { Plan } from './plan.ts';

const AT = 'plan.controller';

/** What is wrong with the controller's constants, those of other kinds included: they are stored as well. */
export function checkController(plan: Plan): Problem[] {
  const { controller } = plan;
  const { evolution, localSearch, tpe } = controller;
  return [
    ...number(`${AT}.learningRate`, controller.learningRate, 0, 1, 'above'),
    ...number(`${AT}.discount`, controller.discount, 0, 1),
    ...number(`${AT}.initialValue`, controller.initialValue, -1e6, 1e6),
    ...whole(`${AT}.replay`, controller.replay, 0, 10_000),
    ...checkListLength(plan),
    ...checkEpsilon(plan),
    ...checkFittedQ(plan),
    ...checkDqn(plan),
    ...checkPolicy(plan),
    ...checkFidelity(plan),
    ...whole(`${AT}.evolution.population`, evolution.population, 2, 10_000),
    ...whole(`${AT}.evolution.tournament`, evolution.tournament, 1, evolution.population, 'the population'),
    ...whole(`${AT}.localSearch.starts`, localSearch.starts, 1, 10_000),
    ...whole(`${AT}.localSearch.patience`, localSearch.patience, 1, 10_000),
    ...whole(`${AT}.tpe.startup`, tpe.startup, 2, 10_000),
    ...whole(`${AT}.tpe.candidates`, tpe.candidates, 1, 1000),
  ];
}

function checkEpsilon({ controller: { kind, epsilon } }: Plan): Problem[] {
  const problems: Problem[] = [];
  if (usesEpsilon(kind) && epsilon.length === 0)
    problems.push({ field: `${AT}.epsilon`, message: 'the schedule is empty; allowed: at least one step', code: 'EMPTY' });
  for (const [i, step] of epsilon.entries()) {
    problems.push(...number(`${AT}.epsilon.${i}.epsilon`, step.epsilon, 0, 1));
    problems.push(...whole(`${AT}.epsilon.${i}.candidates`, step.candidates, 1, 1_000_000));
  }
  return problems;
}

function checkFittedQ({ controller: { fittedQ } }: Plan): Problem[] {
  const at = `${AT}.fittedQ`;
  return [
    ...whole(`${at}.fitEvery`, fittedQ.fitEvery, 1, 10_000),
    ...whole(`${at}.iterations`, fittedQ.iterations, 1, 200),
    ...whole(`${at}.trees`, fittedQ.trees, 1, 200),
    ...whole(`${at}.smallest`, fittedQ.smallest, 2, 1000),
    ...whole(`${at}.buffer`, fittedQ.buffer, 100, 50_000),
  ];
}

function checkDqn({ controller: { dqn } }: Plan): Problem[] {
  const at = `${AT}.dqn`;
  return [
    ...whole(`${at}.hidden`, dqn.hidden, 1, 1024),
    ...number(`${at}.learningRate`, dqn.learningRate, 0, 1, 'above'),
    ...whole(`${at}.batch`, dqn.batch, 1, 4096),
    ...whole(`${at}.updates`, dqn.updates, 1, 1000),
    ...whole(`${at}.buffer`, dqn.buffer, 1, 100_000),
    ...whole(`${at}.targetEvery`, dqn.targetEvery, 1, 10_000),
  ];
}

function checkPolicy({ controller: { policy } }: Plan): Problem[] {
  const at = `${AT}.policy`;
  return [
    ...whole(`${at}.batch`, policy.batch, 1, 1000),
    ...number(`${at}.learningRate`, policy.learningRate, 0, 1, 'above'),
    ...number(`${at}.baselineDecay`, policy.baselineDecay, 0, 1, 'from', 'below'),
    ...number(`${at}.entropyWeight`, policy.entropyWeight, 0, 100),
    ...number(`${at}.entropyDecay`, policy.entropyDecay, 0, 1, 'above'),
    ...number(`${at}.temperature`, policy.temperature, 0, 100, 'above'),
    ...(policy.tanhConstant === null ? [] : number(`${at}.tanhConstant`, policy.tanhConstant, 0, 100, 'above')),
    ...(policy.clipNorm === null ? [] : number(`${at}.clipNorm`, policy.clipNorm, 0, 1e6, 'above')),
    ...whole(`${at}.hidden`, policy.hidden, 1, 512),
    ...number(`${at}.clip`, policy.clip, 0, 1, 'above', 'below'),
    ...whole(`${at}.passes`, policy.passes, 1, 100),
    ...whole(`${at}.growthEvery`, policy.growthEvery, 0, 1_000_000),
    ...whole(`${at}.growthLayers`, policy.growthLayers, 1, 32),
  ];
}
