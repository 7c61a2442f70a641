import type { Architecture } from '../networks/architecture.ts';
import { fittingBatch, formatBytes, memoryCosts, memoryOfBatch, PROCESS_BYTES, SMALLEST_BATCH, USABLE_SHARE } from '../networks/memory.ts';
import { networkShape } from '../networks/shapes.ts';
import type { Problem } from '../spaces/limits.ts';
import { heaviestNetwork, makeSpace } from '../spaces/make.ts';
import { candidateMemory } from './candidate-memory.ts';
import type { Surroundings } from './check.ts';
import { networksOf } from './list.ts';
import type { Plan } from './plan.ts';
import { roundMemory } from './round-memory.ts';

/** The network that takes the most memory must fit the device with the smallest batches that trainings go down to, else part of the search would be failures. */
export function checkMemory(plan: Plan, { limits, data, memoryBytes }: Surroundings): Problem[] {
  if (memoryBytes === null) return [];
  const { optimizer } = plan.training;
  const batchSize = Math.min(plan.training.batchSize, SMALLEST_BATCH);
  const bytes = (architecture: Architecture) =>
    PROCESS_BYTES + memoryOfBatch(candidateMemory(architecture, data, plan.training), batchSize);
  const heaviest =
    plan.controller.kind === 'LIST'
      ? networksOf(plan, data).reduce((most, next) => (bytes(next) > bytes(most) ? next : most))
      : heaviestNetwork(makeSpace(limits, { ...data, image: data.frame ?? data.image }), memoryCosts(optimizer.kind, batchSize));
  const allowed = USABLE_SHARE * memoryBytes;
  if (bytes(heaviest) <= allowed) return plan.controller.kind === 'ENAS' ? checkRound(plan, { limits, data }, allowed) : [];
  const parameters = networkShape(heaviest).parameters.toLocaleString('en');
  const message = `the heaviest network, of ${parameters} parameters, takes ${formatBytes(bytes(heaviest))} with batches of ${batchSize}; allowed: ${formatBytes(allowed)}, what the largest worker has for it`;
  return [{ field: 'limits', message, code: 'TOO_LARGE' }];
}

/** A round of ENAS has the plan's batches: all rounds train the same weights, and none begins with smaller ones. */
function checkRound({ training }: Plan, { limits, data }: Pick<Surroundings, 'limits' | 'data'>, allowed: number): Problem[] {
  const { batchSize } = training;
  const memory = roundMemory(limits, data, training);
  const bytes = PROCESS_BYTES + memoryOfBatch(memory, batchSize);
  if (bytes <= allowed) return [];
  const room = `${formatBytes(allowed)} that the largest worker has for it`;
  const fitting = fittingBatch(memory, batchSize, allowed - PROCESS_BYTES);
  if (fitting === null) {
    const least = Math.min(batchSize, SMALLEST_BATCH);
    const message = `a round of ENAS takes ${formatBytes(PROCESS_BYTES + memoryOfBatch(memory, least))} with batches of ${least}; allowed: ${room}`;
    return [{ field: 'limits', message, code: 'TOO_LARGE' }];
  }
  const most = Math.floor((allowed - PROCESS_BYTES - memory.fixed) / memory.perImage);
  const message = `${batchSize}, with which a round of ENAS takes ${formatBytes(bytes)}; allowed: 1 to ${most}, by the ${room}`;
  return [{ field: 'plan.training.batchSize', message, code: 'TOO_LARGE' }];
}
