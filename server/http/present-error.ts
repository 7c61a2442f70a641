import { type GraphQLError, type GraphQLFormattedError, GraphQLError as PlainError } from 'graphql';
import { Fault } from '../errors.ts';

/**
 * An error as clients see it, always with `extensions.code`. What was thrown on purpose (a GraphQLError) is told as it is; anything else
 * is ours to mend: it goes to the log, and the client gets the request's id to ask about.
 */
export function presentError(error: GraphQLError, requestId: string): GraphQLFormattedError {
  const original = error.originalError;
  const { message, locations, path } = error;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  if (original && !(original instanceof PlainError)) {
    const cause = original instanceof Error ? (original.stack ?? original.message) : String(original);
    console.error(`request ${requestId}${path ? ` at ${path.join('.')}` : ''}: ${cause}`);
    const code = original instanceof Fault ? original.code : 'INTERNAL_SERVER_ERROR';
    return {
      message: original instanceof Fault ? original.message : `something went wrong here; ask about request ${requestId}`,
      ...place,
      extensions: { code, requestId },
    };
  }
  const { code, http: _, ...rest } = error.extensions;
  const { stacktrace: __, ...shown } = rest;
  return { message, ...place, extensions: { ...shown, code: code ?? 'GRAPHQL_VALIDATION_FAILED' } };
}
