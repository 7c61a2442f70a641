import { GraphQLError } from 'graphql';
import type { Problem } from '../schema/spaces/limits.ts';
import type { UserError, UserErrorCode } from './resolvers.generated.ts';

/** Why an input was refused: `userErrors: [refuse('name', '"" is empty: give 1 to 120 characters', 'REQUIRED')]`. */
export function refuse(field: string | null, message: string, code: UserErrorCode): UserError {
  return { field, message, code };
}

/** Problems of plans and spaces as user errors; `prefix` is where the checked value lies within the input (`plan`, `limits`). */
export function fromProblems(problems: Problem[], prefix?: string): UserError[] {
  return problems.map(({ field, message, code }) => refuse([prefix, field].filter(Boolean).join('.') || null, message, code));
}

/** What does not exist and what belongs to another team look the same. */
export function unknown(field: string, id: string): UserError {
  return refuse(field, `${JSON.stringify(id)} does not exist, or you may not see it`, 'UNKNOWN');
}

/** Something the caller of the process must hear about in one line, with what to do; not an input to a mutation. */
export class Fault extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
  }
}

/** Thrown inside a transaction to undo it and tell the user why; `refusals` catches it. */
export class Refused extends Error {
  readonly userErrors: UserError[];
  constructor(...userErrors: UserError[]) {
    super(userErrors.map((error) => error.message).join('; '));
    this.name = 'Refused';
    this.userErrors = userErrors;
  }
}

/** The payload of a mutation, or `{ userErrors }` when `work` throws `Refused`. */
export async function refusals<T extends object>(work: () => Promise<T>): Promise<T | { userErrors: UserError[] }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return { userErrors: error.userErrors };
    throw error;
  }
}

/** Length of a text in characters, as people count them; null when it is within the limits. */
export function checkText(field: string, value: string, min: number, max: number): UserError | null {
  const length = [...value].length;
  const shown = JSON.stringify(length > 40 ? `${[...value].slice(0, 40).join('')}...` : value);
  if (value.trim().length === 0 && min > 0) return refuse(field, `${shown} is empty: give ${min} to ${max} characters`, 'REQUIRED');
  if (length < min || length > max) return refuse(field, `${shown} has ${length} characters: give ${min} to ${max}`, 'OUT_OF_RANGE');
  return null;
}

/** A top-level error for a query that cannot be answered as asked. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Nobody is signed in, or with what may not do this at all. */
export function notAllowed(code: 'UNAUTHENTICATED' | 'FORBIDDEN', message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
