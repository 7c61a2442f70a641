import { parseArgs } from 'node:util';

/** The options of a bench, as text from the command line. */

/** Options that each have a value. @throws TypeError for others */
export function readTexts<Name extends string>(args: string[], names: readonly Name[]): Partial<Record<Name, string>> | 'help' {
  const text = { type: 'string' } as const;
  const options = { ...Object.fromEntries(names.map((name) => [name, text])), help: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args, options });
  return values.help ? 'help' : (values as Partial<Record<Name, string>>);
}

/** @throws RangeError that names the option, its value and what is allowed */
export function whole(option: string, value: string | undefined, otherwise: number, low: number, high: number): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (Number.isInteger(number) && number >= low && number <= high) return number;
  throw new RangeError(`--${option}: ${JSON.stringify(value)}; allowed are whole numbers from ${low} to ${high}`);
}

/** @throws RangeError that names the option, its value and what is allowed */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found !== undefined) return found;
  throw new RangeError(`--${option}: ${JSON.stringify(value)}; allowed are ${allowed.join(', ')}`);
}
