import { fileURLToPath } from 'node:url';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Fault } from '../errors.ts';

/** What the commands share: options, the ends of a run, and how a mistake is told. */

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A mistake or a lack that people can mend: its message is one line that says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Values of the options; prints `help` and returns null for --help. @throws CommandError for an option that is not known */
export function readOptions<const T extends Options>(args: string[], options: T, help: string) {
  const all = { ...options, help: { type: 'boolean' as const, short: 'h' } };
  let values: { help?: boolean };
  try {
    values = parseArgs({ args, options: all, allowPositionals: false }).values;
  } catch (error) {
    throw new CommandError(`${(error as Error).message.split(/\. |\n/)[0]}; --help lists the options`);
  }
  if (values.help) {
    console.log(help);
    return null;
  }
  return values as ReturnType<typeof parseArgs<{ args: string[]; options: T }>>['values'];
}

/** A whole number within limits. @throws CommandError that names the option */
export function readNumber(name: string, text: string | undefined, min: number, max: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < min || value > max)
    throw new CommandError(`--${name}: ${JSON.stringify(text)}; allowed is a whole number from ${min} to ${max}`);
  return value;
}

/** Runs a command to its end: what people can mend is one line, anything else a stack; both give exit code 1. */
export async function runCommand(body: () => Promise<number>): Promise<never> {
  try {
    process.exit(await body());
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

export function explain(error: unknown): string {
  if (error instanceof CommandError || error instanceof Fault) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
