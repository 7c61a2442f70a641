import { CHANGEABLE, type Changeable, type PlanChange, pathOf, valueAt } from '../../schema/plans/change.ts';
import type { ControllerKind, EpsilonStep } from '../../schema/plans/controller.ts';
import type { PredictionPlan } from '../../schema/plans/prediction.ts';
import {
  PREDICTION_NUMBERS,
  type PredictionNumber,
  type PredictionValues,
  predictionValues,
  REGRESSOR_CHOICES,
  readPrediction,
} from '../launch/prediction.ts';
import { readSchedule } from '../launch/read.ts';
import { numberOf, orNull } from '../launch/read-number.ts';
import { type Entry, scheduleText } from '../launch/values.ts';
import type { SearchStatus } from '../lib/operations.generated.ts';

export const CHANGE_LABELS: Record<Changeable, string> = {
  candidates: 'Networks',
  parallelism: 'In flight at once',
  learningRate: 'Learning rate',
  entropyWeight: 'Entropy weight',
  epsilon: 'Epsilon schedule',
  patience: 'Patience',
  prediction: 'Early stop by prediction',
};

/** What the form holds of each field, as it is typed. */
export type ChangeValues = Partial<Record<Exclude<Changeable, 'prediction'>, Entry>> & { prediction?: PredictionValues };

/** What cannot be read, by the path of its problem. */
export type ChangeProblems = Partial<Record<Changeable | `prediction.${PredictionNumber}`, string>>;

/** A setting that can be changed under this controller. */
export interface ChangeField {
  field: Changeable;
  /** Key of its description in the launch form's: the type and the field. */
  doc: string;
}

// an empty schedule is not the usual one here, and it counts from the first candidate; what is being trained keeps its early stop
const OWN_WORDS: ReadonlySet<Changeable> = new Set(['epsilon', 'patience', 'prediction']);

export function changeFields(kind: ControllerKind): ChangeField[] {
  return CHANGEABLE.flatMap((field) => {
    const path = pathOf(field, { kind });
    if (path === null) return [];
    return [{ field, doc: OWN_WORDS.has(field) ? `change.${field}` : path.split('.').slice(-2).join('.') }];
  });
}

/** What can be changed of a search that stands like this: of one that has finished, only with a larger budget. */
export function changeableNow(status: SearchStatus, kind: ControllerKind): Changeable[] {
  const fields = changeFields(kind).map(({ field }) => field);
  if (status === 'STOPPED' || status === 'FAILED') return [];
  return status === 'FINISHED' && !fields.includes('candidates') ? [] : fields;
}

/** The fields of a plan as the form begins with them. */
export function changeValues(plan: { controller: { kind: ControllerKind } }): ChangeValues {
  return Object.fromEntries(
    changeFields(plan.controller.kind).map(({ field }) => {
      const value = valueAt(plan, pathOf(field, plan.controller)!);
      if (field === 'prediction') return [field, predictionValues(value as PredictionPlan | null)];
      return [field, field === 'epsilon' ? scheduleText(value as EpsilonStep[]) : ((value as number | null) ?? '')];
    }),
  );
}

/** Only what differs from what the form began with, and what cannot be read, by field. */
export function readChange(before: ChangeValues, now: ChangeValues): { change: PlanChange; problems: ChangeProblems } {
  const change: PlanChange = {};
  const problems: ChangeProblems = {};
  for (const field of CHANGEABLE) {
    if (field === 'prediction') {
      readPredictionChange(before, now, change, problems);
      continue;
    }
    const value = now[field];
    if (value === undefined || value === before[field]) continue;
    if (field === 'epsilon') {
      const schedule = readSchedule(String(value));
      if (Array.isArray(schedule)) change.epsilon = schedule;
      else problems.epsilon = schedule.problem;
      continue;
    }
    const number = field === 'patience' ? orNull(value) : numberOf(value);
    if (field === 'patience' && number === null) change.patience = null;
    else if (Number.isFinite(number)) change[field] = number!;
    else problems[field] = NO_NUMBER;
  }
  return { change, problems };
}

function readPredictionChange(before: ChangeValues, { prediction: now }: ChangeValues, change: PlanChange, problems: ChangeProblems): void {
  if (!now) return;
  const plan = readPrediction(now);
  if (plan) for (const { field } of PREDICTION_NUMBERS) if (!Number.isFinite(plan[field])) problems[`prediction.${field}`] = NO_NUMBER;
  if (JSON.stringify(plan) !== JSON.stringify(before.prediction && readPrediction(before.prediction))) change.prediction = plan;
}

const NO_NUMBER = 'empty; allowed: a number';

/** One of the changes of a search, as the API tells it. */
export interface Change {
  field: string;
  before: unknown;
  after: unknown;
  fromNumber: number;
}

export const changeLabel = (field: string): string => CHANGE_LABELS[field as Changeable] ?? field;

/** A setting's value for people. */
export function changeValue(value: unknown): string {
  if (value === null) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : scheduleText(value as EpsilonStep[]);
  if (typeof value === 'object') return predictionText(value as PredictionPlan);
  return typeof value === 'number' ? value.toLocaleString('en', { maximumSignificantDigits: 15 }) : JSON.stringify(value);
}

/** `Support vectors after 25% of the epochs, below a chance of 5%`, and what else holds of it. */
function predictionText({ regressor, share, limit, minimum, fullEvery }: PredictionPlan): string {
  const method = REGRESSOR_CHOICES.find(({ value }) => value === regressor)?.label.toLowerCase() ?? regressor;
  return `${method} after ${percent(share)} of the epochs, below a chance of ${percent(limit)}, after ${minimum} in full, one in ${fullEvery} in full`;
}

const percent = (share: number) => `${Number((100 * share).toPrecision(3))}%`;

/** Where plots by candidate number show that something was changed: one mark a number, in order. */
export function changeMarks(changes: readonly Change[]): { number: number; title: string }[] {
  const marks = new Map<number, string[]>();
  for (const { field, before, after, fromNumber } of changes) {
    const said = `${changeLabel(field)} ${changeValue(before)} → ${changeValue(after)}`;
    marks.set(fromNumber, [...(marks.get(fromNumber) ?? []), said]);
  }
  return [...marks]
    .sort(([a], [b]) => a - b)
    .map(([number, said]) => ({ number, title: `Changed from candidate ${number} on: ${said.join('; ')}` }));
}
