import { checkPlan } from '../../schema/plans/check.ts';
import { usesEpsilon } from '../../schema/plans/controller.ts';
import { training as defaults } from '../../schema/plans/defaults.ts';
import type { LanguagePlan, Plan, TrainingPlan } from '../../schema/plans/plan.ts';
import type { PredictionPlan } from '../../schema/plans/prediction.ts';
import { presets, thesisEpsilon } from '../../schema/plans/presets/presets.ts';
import type { Problem, SpaceLimits } from '../../schema/spaces/limits.ts';
import type { spacePresets } from '../../schema/spaces/presets.ts';
import type { DataSource } from '../database/data-source.ts';
import { Dataset, SearchSpace } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { shapeOf } from '../datasets/shape.ts';
import { checkText, fromProblems, refuse, unknown } from '../errors.ts';
import { parseId } from '../ids.ts';
import type { CreateSearchInput, PlanInput, SpaceLimitsInput, TrainingPlanInput, UserError } from '../resolvers.generated.ts';

/** What an input asks for, as far as it can be read; `problems` is empty when the search can be made. */
export interface ReadSearch {
  dataset: Dataset | null;
  /** Null: the search gets a space of its own with `limits`. */
  space: SearchSpace | null;
  limits: SpaceLimits | null;
  plan: Plan | null;
  problems: UserError[];
}

/** Reads and checks everything; writes nothing. */
export async function readSearch(database: DataSource, teamId: string, input: CreateSearchInput): Promise<ReadSearch> {
  const problems: UserError[] = [];
  const note = (problem: UserError | null) => {
    if (problem) problems.push(problem);
    return null;
  };
  note(checkText('name', input.name, 1, 120));
  const preset = input.preset == null ? null : presets.find(({ name }) => name === input.preset);
  if (preset === undefined) {
    const names = presets.map(({ name }) => name).join(', ');
    note(refuse('preset', `${JSON.stringify(input.preset)} is not a preset; allowed: ${names}`, 'UNKNOWN'));
    return { dataset: null, space: null, limits: null, plan: null, problems };
  }
  const dataset =
    input.datasetId != null
      ? ((await visible(database, Dataset, parseId('Dataset', input.datasetId), teamId)) ?? note(unknown('datasetId', input.datasetId)))
      : preset
        ? await builtInDataset(database, preset.dataset)
        : note(refuse('datasetId', 'missing; allowed: a dataset, or a preset that has one', 'REQUIRED'));
  if (input.spaceId != null && input.limits != null)
    note(refuse('limits', 'given beside spaceId; allowed: a kept space, or limits of its own', 'NOT_ALLOWED'));
  const space =
    input.spaceId != null
      ? ((await visible(database, SearchSpace, parseId('SearchSpace', input.spaceId), teamId)) ?? note(unknown('spaceId', input.spaceId)))
      : preset && input.limits == null
        ? await builtInSpace(database, preset.space)
        : null;
  const limits = space?.limits ?? (input.limits != null ? readLimits(input.limits) : null);
  if (input.spaceId == null && limits === null)
    note(refuse('spaceId', 'missing; allowed: a kept space, limits, or a preset that has one', 'REQUIRED'));
  const given = input.plan != null ? readPlan(input.plan) : (preset?.plan ?? null);
  if (given === null) note(refuse('plan', 'missing; allowed: a plan, or a preset that has one', 'REQUIRED'));
  const plan = given && input.seed != null ? { ...given, seed: input.seed } : given;
  if (dataset && limits && plan) {
    const { trainCount, validationCount } = dataset;
    const data = shapeOf(dataset);
    const memoryBytes = await largestMemory(database, teamId);
    const found = checkPlan(plan, { limits, data, trainCount, validationCount, multiLabel: dataset.multiLabel, memoryBytes });
    problems.push(...fromProblems(found.map((problem) => place(problem, limits, input))));
  }
  return { dataset, space, limits, plan, problems };
}

/** The field where the user gave the value: limits within their family, `spaceId` for a kept space, `preset` for a preset's. */
function place(problem: Problem, limits: SpaceLimits, input: CreateSearchInput): Problem {
  const family = limits.kind.toLowerCase();
  const [root] = problem.field.split('.');
  if (root === 'limits') {
    if (input.limits != null) return { ...problem, field: problem.field.replace(/^limits/, `limits.${family}`) };
    return { ...problem, field: input.spaceId != null ? 'spaceId' : 'preset', message: `${problem.field}: ${problem.message}` };
  }
  if (problem.field === 'plan.seed' && input.seed != null) return { ...problem, field: 'seed' };
  return input.plan != null ? problem : { ...problem, field: 'preset', message: `${problem.field}: ${problem.message}` };
}

export function readLimits(limits: SpaceLimitsInput): SpaceLimits {
  const { chain, pyramid, autoencoder, variational, generator, recurrent, nas, macro, micro } = limits;
  // exactly one is given (@oneOf)
  if (chain) {
    const { head, ...limits } = chain;
    return head ? { kind: 'CHAIN', ...limits, head } : { kind: 'CHAIN', ...limits };
  }
  if (pyramid) return { kind: 'PYRAMID', ...pyramid };
  if (autoencoder) return { kind: 'AUTOENCODER', ...autoencoder };
  if (generator) return { kind: 'GENERATOR', ...generator };
  if (recurrent) return { kind: 'RECURRENT', ...recurrent };
  if (nas) return { kind: 'NAS', ...nas };
  if (macro) return { kind: 'MACRO', ...macro };
  if (micro) return { kind: 'MICRO', ...micro };
  return { kind: 'VARIATIONAL', ...variational! };
}

/** The input with its defaults, which the schema has filled in, as a plan. */
export function readPlan({ seed, budget, parallelism, controller, training, reward, prediction }: PlanInput): Plan {
  const { kind, learningRate, discount, initialValue, update, replay, fittedQ, dqn, policy, evolution, localSearch, tpe, fidelity, enas } =
    controller as Plan['controller'];
  const epsilon = controller.epsilon?.length ? controller.epsilon : usesEpsilon(kind) ? thesisEpsilon : [];
  return {
    seed,
    budget: { candidates: budget.candidates, seconds: budget.seconds ?? null },
    parallelism,
    controller: {
      kind,
      learningRate,
      discount,
      initialValue,
      update,
      replay,
      epsilon: epsilon.map((step) => ({ ...step })),
      ...(controller.networks?.length ? { networks: [...controller.networks] } : {}),
      fittedQ: { ...fittedQ },
      dqn: { ...dqn },
      policy: { ...policy, tanhConstant: policy.tanhConstant ?? null, clipNorm: policy.clipNorm ?? null },
      evolution: { ...evolution },
      localSearch: { ...localSearch },
      tpe: { ...tpe },
      fidelity: { ...fidelity },
      enas: { ...enas },
    },
    training: readTraining(training),
    reward,
    ...(prediction ? { prediction: { ...(prediction as PredictionPlan) } } : {}),
  };
}

/** The same for the training alone. */
export function readTraining(training: TrainingPlanInput): TrainingPlan {
  const { task, scope, epochs, batchSize, optimizer, loss, timeoutSeconds, chanceRetries, initialisations, batchNormalisation } =
    training as TrainingPlan;
  const { schedule, decayEvery, restartEvery, clipNorm } = training.optimizer;
  return {
    task,
    scope,
    epochs,
    batchSize,
    optimizer: {
      ...optimizer,
      schedule: schedule ?? (decayEvery == null ? 'CONSTANT' : 'STEP'),
      decayEvery: decayEvery ?? null,
      restartEvery: restartEvery ?? null,
      clipNorm: clipNorm ?? null,
    },
    loss: { ...loss },
    trainImages: training.trainImages ?? null,
    validationImages: training.validationImages ?? null,
    timeoutSeconds,
    chanceRetries,
    patience: training.patience ?? null,
    initialisations,
    batchNormalisation,
    discriminator: training.discriminator ?? null,
    ...languageOf(task, training.language),
  };
}

/** The plan's own, or the usual one of the task that needs one. */
function languageOf(task: TrainingPlan['task'], given: TrainingPlanInput['language']): Pick<TrainingPlan, 'language'> {
  if (given) return { language: { ...given } as LanguagePlan };
  return task === 'LANGUAGE_MODELLING' ? { language: defaults.LANGUAGE_MODELLING.language! } : {};
}

/** A row that belongs to the team or comes with the platform; spaces of single searches are not for others. */
async function visible<E extends Dataset | SearchSpace>(
  database: DataSource,
  entity: new () => E,
  id: string | null,
  teamId: string,
): Promise<E | null> {
  const table = database.getMetadata(entity).tableName;
  const [row] = await queries(database).entities<E>(
    entity,
    `SELECT * FROM ${table} WHERE id = $1 AND (team_id = $2 OR team_id IS NULL) AND name IS NOT NULL`,
    [id, teamId],
  );
  return row ?? null;
}

async function builtInDataset(database: DataSource, name: string): Promise<Dataset> {
  const rows = await queries(database).entities(
    Dataset,
    'SELECT * FROM dataset WHERE team_id IS NULL AND name = $1 ORDER BY id DESC LIMIT 1',
    [name],
  );
  if (!rows[0]) throw new Error(`the dataset ${name} is not in the database: ensureBuiltIns was not run`);
  return rows[0];
}

async function builtInSpace(database: DataSource, name: keyof typeof spacePresets): Promise<SearchSpace> {
  const rows = await queries(database).entities(SearchSpace, 'SELECT * FROM search_space WHERE team_id IS NULL AND name = $1', [name]);
  if (!rows[0]) throw new Error(`the space ${name} is not in the database: ensureBuiltIns was not run`);
  return rows[0];
}

/** Bytes of the largest device of the team's workers of the last day; null when there was none. */
export async function largestMemory(database: DataSource, teamId: string): Promise<number | null> {
  const [row] = await queries(database).query<{ bytes: number | null }>(
    `SELECT max(memory_bytes) AS bytes FROM worker WHERE team_id = $1 AND last_seen_at > now() - interval '1 day'`,
    [teamId],
  );
  return row?.bytes ?? null;
}
