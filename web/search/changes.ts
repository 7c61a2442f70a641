import { CHANGEABLE, type Changeable, type PlanChange, pathOf, valueAt } from '../../schema/plans/change.ts';
import type { ControllerKind, EpsilonStep } from '../../schema/plans/controller.ts';
import { readSchedule } from '../launch/read.ts';
import { numberOf } from '../launch/read-number.ts';
import { scheduleText } from '../launch/values.ts';
import type { SearchStatus } from '../lib/operations.generated.ts';

export const CHANGE_LABELS: Record<Changeable, string> = {
  candidates: 'Networks',
  parallelism: 'In flight at once',
  learningRate: 'Learning rate',
  entropyWeight: 'Entropy weight',
  epsilon: 'Epsilon schedule',
};

/** What the form holds of each field, as it is typed. */
export type ChangeValues = Partial<Record<Changeable, string | number>>;

/** A setting that can be changed under this controller. */
export interface ChangeField {
  field: Changeable;
  /** Key of its description in the launch form's: the type and the field. */
  doc: string;
}

export function changeFields(kind: ControllerKind): ChangeField[] {
  return CHANGEABLE.flatMap((field) => {
    const path = pathOf(field, { kind });
    if (path === null) return [];
    // an empty schedule is not the usual one here, and it counts from the first candidate
    return [{ field, doc: field === 'epsilon' ? 'change.epsilon' : path.split('.').slice(-2).join('.') }];
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
      return [field, field === 'epsilon' ? scheduleText(value as EpsilonStep[]) : (value as number)];
    }),
  );
}

/** Only what differs from what the form began with, and what cannot be read, by field. */
export function readChange(before: ChangeValues, now: ChangeValues): { change: PlanChange; problems: Partial<Record<Changeable, string>> } {
  const change: PlanChange = {};
  const problems: Partial<Record<Changeable, string>> = {};
  for (const field of CHANGEABLE) {
    const value = now[field];
    if (value === undefined || value === before[field]) continue;
    if (field === 'epsilon') {
      const schedule = readSchedule(String(value));
      if (Array.isArray(schedule)) change.epsilon = schedule;
      else problems.epsilon = schedule.problem;
      continue;
    }
    const number = numberOf(value);
    if (Number.isFinite(number)) change[field] = number;
    else problems[field] = 'empty; allowed: a number';
  }
  return { change, problems };
}

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
  if (Array.isArray(value)) return value.length === 0 ? 'none' : scheduleText(value as EpsilonStep[]);
  return typeof value === 'number' ? value.toLocaleString('en', { maximumSignificantDigits: 15 }) : JSON.stringify(value);
}

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
