/**
 * States and decisions as inputs of a regression: a number stands for itself, a word has a place of its own that is 1 where it stands and
 * 0 elsewhere. What is not there counts 0.
 */

/** Name of an input and its value there. */
export type Feature = readonly [name: string, value: number];

/** `3x5x24/1`: several numbers in one field of a key. */
const SEVERAL = /^[\d?]+([x/][\d?]+)+$/;

/** Of a state's key, whose fields are divided by commas. */
export function stateFeatures(key: string): Feature[] {
  return key.split(',').flatMap((field, i) => {
    if (!SEVERAL.test(field)) return [feature(`s${i}`, field)];
    return field.split(/[x/]/).map((part, j) => feature(`s${i}.${j}`, part));
  });
}

/** Of a decision, as plain data. */
export function actionFeatures(action: unknown, name = 'a'): Feature[] {
  if (action === null || typeof action !== 'object') return [feature(name, String(action))];
  return Object.entries(action).flatMap(([field, value]) => actionFeatures(value, `${name}.${field}`));
}

function feature(name: string, text: string): Feature {
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? [name, number] : [`${name}=${text}`, 1];
}

/** Tokens of actions that a space gives again and again: they never change in place. */
const written = new WeakMap<object, string>();

/** One decision of a walk as data that two states can share. */
export function tokenOf(action: unknown): string {
  if (typeof action !== 'object' || action === null) return JSON.stringify(action);
  const token = written.get(action) ?? JSON.stringify(action);
  written.set(action, token);
  return token;
}
