import type { DataShape, Problem, SpaceLimits } from '../spaces/limits.ts';
import { checkLimits } from '../spaces/make.ts';
import { checkController } from './check-controller.ts';
import { checkEnas } from './check-enas.ts';
import { checkMemory } from './check-memory.ts';
import { number, whole } from './check-numbers.ts';
import { checkOptimizer } from './check-optimizer.ts';
import { discriminatorOf } from './discriminator.ts';
import { checkListed } from './list.ts';
import type { LossPlan, Plan, Scope, Task, TrainingPlan } from './plan.ts';
import { checkPrediction } from './prediction.ts';
import { needsJudge, rewardsFor } from './rewards.ts';

/** What a plan is checked against. */
export interface Surroundings {
  limits: SpaceLimits;
  data: DataShape;
  trainCount: number;
  validationCount: number;
  /** Whether a picture may have several classes, or none; default: it has one. */
  multiLabel?: boolean;
  /** Memory of the largest device that could train, in bytes; null when it is not known. */
  memoryBytes: number | null;
}

const spacesOf: Record<Task, SpaceLimits['kind'][]> = {
  CLASSIFICATION: ['CHAIN', 'PYRAMID', 'NAS', 'MACRO', 'MICRO'],
  VARIATIONAL: ['VARIATIONAL'],
  RECONSTRUCTION: ['AUTOENCODER'],
  ADVERSARIAL: ['GENERATOR'],
  LANGUAGE_MODELLING: ['RECURRENT'],
};
const lossesOf: Record<Exclude<Task, 'CLASSIFICATION'>, LossPlan['kind'][]> = {
  VARIATIONAL: ['REFORMULATED', 'VANILLA'],
  RECONSTRUCTION: ['BINARY_CROSS_ENTROPY', 'MEAN_SQUARED_ERROR'],
  ADVERSARIAL: ['NON_SATURATING', 'MINIMAX'],
  LANGUAGE_MODELLING: ['CROSS_ENTROPY'],
};
const scopesOf: Record<Task, Scope[]> = {
  CLASSIFICATION: ['FULL', 'CLASSIFIER_ONLY'],
  VARIATIONAL: ['FULL'],
  RECONSTRUCTION: ['FULL', 'DECODER_ONLY'],
  ADVERSARIAL: ['FULL'],
  LANGUAGE_MODELLING: ['FULL'],
};

/** Losses of a task, its usual one first; of classification the one that fits the labels. */
export function lossesFor(task: Task, multiLabel = false): readonly LossPlan['kind'][] {
  if (task === 'CLASSIFICATION') return [multiLabel ? 'BINARY_CROSS_ENTROPY' : 'CROSS_ENTROPY'];
  return lossesOf[task];
}
/** Scopes of a task, its usual one first. */
export const scopesFor = (task: Task): readonly Scope[] => scopesOf[task];

/** Tasks that networks of a family can be trained for. */
export function tasksFor(kind: SpaceLimits['kind']): Task[] {
  return (Object.keys(spacesOf) as Task[]).filter((task) => spacesOf[task].includes(kind));
}

/** Everything that is wrong with a plan and its space, at once; fields begin with `plan` or `limits`. */
export function checkPlan(plan: Plan, around: Surroundings): Problem[] {
  const space = checkLimits(around.limits, around.data).map((problem) => ({ ...problem, field: `limits.${problem.field}` }));
  const problems = [
    ...space,
    ...checkSearch(plan),
    ...checkController(plan),
    ...checkEnas(plan, around.limits.kind, around.multiLabel ?? false),
    ...checkTraining(plan, around),
    ...checkPrediction(plan),
    ...checkFit(plan, around),
  ];
  if (problems.length > 0) return problems;
  const listed = checkListed(plan, around.limits, around.data);
  return listed.length > 0 ? listed : checkMemory(plan, around);
}

function checkSearch({ seed, budget, parallelism }: Plan): Problem[] {
  return [
    ...whole('plan.seed', seed, -2_147_483_648, 2_147_483_647),
    ...whole('plan.budget.candidates', budget.candidates, 1, 100_000),
    ...(budget.seconds === null ? [] : whole('plan.budget.seconds', budget.seconds, 1, 31_536_000)),
    ...whole('plan.parallelism', parallelism, 1, 64),
  ];
}

function checkTraining({ training }: Plan, around: Surroundings): Problem[] {
  const at = 'plan.training';
  const { loss } = training;
  return [
    ...whole(`${at}.epochs`, training.epochs, 1, 1000),
    ...whole(`${at}.batchSize`, training.batchSize, 1, 4096),
    ...(training.trainImages === null ? [] : whole(`${at}.trainImages`, training.trainImages, 1, around.trainCount, 'the train split')),
    ...(training.validationImages === null
      ? []
      : whole(`${at}.validationImages`, training.validationImages, 1, around.validationCount, 'the validation split')),
    ...whole(`${at}.timeoutSeconds`, training.timeoutSeconds, 1, 86_400),
    ...whole(`${at}.chanceRetries`, training.chanceRetries, 0, 10),
    ...(training.patience === null ? [] : whole(`${at}.patience`, training.patience, 1, 1000)),
    ...whole(`${at}.initialisations`, training.initialisations, 1, 100),
    ...checkDiscriminator(`${at}.discriminator`, training, around),
    ...checkLanguage(at, training, around),
    ...checkOptimizer(`${at}.optimizer`, training.optimizer),
    ...number(`${at}.loss.errorDeviation`, loss.errorDeviation, 0, 10, 'above'),
    ...number(`${at}.loss.beta`, loss.beta, 0, 1e6),
    ...whole(`${at}.loss.warmUpEpochs`, loss.warmUpEpochs, 0, 1000),
  ];
}

function checkDiscriminator(field: string, { task, discriminator }: TrainingPlan, { data }: Surroundings): Problem[] {
  if (discriminator === null) return [];
  if (task !== 'ADVERSARIAL') return [unfit(field, discriminator, `nothing for ${task}`)];
  try {
    discriminatorOf(discriminator, data.image);
    return [];
  } catch (error) {
    return [
      unfit(field, `${discriminator}: ${(error as Error).message}`, 'layers as C(64,5,2), P(2,2), D(1,2), FC(128), without a classifier'),
    ];
  }
}

function checkLanguage(at: string, training: TrainingPlan, { trainCount, validationCount }: Surroundings): Problem[] {
  const { task, language, batchSize } = training;
  if (task !== 'LANGUAGE_MODELLING') return language ? [unfit(`${at}.language`, JSON.stringify(language), `nothing for ${task}`)] : [];
  if (!language)
    return [{ field: `${at}.language`, message: `missing; allowed: sequence length and dropout for ${task}`, code: 'REQUIRED' }];
  const { sequenceLength } = language;
  const problems = [
    ...whole(`${at}.language.sequenceLength`, sequenceLength, 1, 512),
    ...number(`${at}.language.dropout`, language.dropout, 0, 1, 'from', 'below'),
  ];
  if (training.batchNormalisation) problems.push(unfit(`${at}.batchNormalisation`, 'true', `false for ${task}`));
  // each stream needs a sequence to train on and two tokens to be judged by
  for (const [name, all, used, needed] of [
    ['trainImages', trainCount, training.trainImages, batchSize * sequenceLength + 1],
    ['validationImages', validationCount, training.validationImages, 2 * batchSize],
  ] as const) {
    const count = Math.min(used ?? all, all);
    if (count < needed)
      problems.push(unfit(`${at}.${name}`, `${count} tokens`, `at least ${needed} for batches of ${batchSize} x ${sequenceLength}`));
  }
  return problems;
}

/** Task, space, loss, scope and reward must belong together. */
function checkFit({ training, reward }: Plan, { limits, data, multiLabel = false }: Surroundings): Problem[] {
  const { task, loss, scope } = training;
  const problems: Problem[] = [];
  if (!spacesOf[task].includes(limits.kind))
    problems.push(unfit('plan.training.task', task, `${tasksFor(limits.kind).join(', ') || 'no task'} for a ${limits.kind} space`));
  const losses = lossesFor(task, multiLabel);
  const labels = task === 'CLASSIFICATION' ? ` of pictures with ${multiLabel ? 'several classes or none' : 'one class'} each` : '';
  if (!losses.includes(loss.kind)) problems.push(unfit('plan.training.loss.kind', loss.kind, `${losses.join(', ')} for ${task}${labels}`));
  if (!scopesOf[task].includes(scope)) problems.push(unfit('plan.training.scope', scope, `${scopesOf[task].join(', ')} for ${task}`));
  if (training.batchNormalisation && data.manySizes)
    problems.push(unfit('plan.training.batchNormalisation', 'true', 'false for pictures of many sizes, whose padding it would count'));
  if (!rewardsFor(task).includes(reward)) problems.push(unfit('plan.reward', reward, `${rewardsFor(task).join(', ')} for ${task}`));
  else if (needsJudge(reward) && (data.classes < 2 || multiLabel))
    problems.push(unfit('plan.reward', reward, 'rewards without a judge, for pictures that do not have one class each'));
  return problems;
}

const unfit = (field: string, value: string, allowed: string): Problem => ({
  field,
  message: `${value}; allowed: ${allowed}`,
  code: 'NOT_ALLOWED',
});
