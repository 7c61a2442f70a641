import { type DocumentNode, type GraphQLSchema, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { notAllowed } from '../errors.ts';
import type { Actor } from './actor.ts';
import { type Documents, hashDocument, isIntrospection } from './documents.ts';
import { measure, refuseTooLarge, type Size } from './limits.ts';

/** Document, operation and variables of a request that has passed validation. */
export interface Asked {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/**
 * What is asked of every document before it runs, over HTTP and websocket alike: that it is not too large, that only those who are
 * signed in look into the schema, and, with `documents`, that whoever has no token runs only what ships with the page.
 * @returns its size, for `extensions.cost`
 */
export function admit(schema: GraphQLSchema, documents: Documents | null, actor: Actor, { document, operation, variables }: Asked): Size {
  const size = measure(schema, document, operation, variables);
  refuseTooLarge(size);
  if (actor.kind === 'ANONYMOUS' && isIntrospection(document))
    throw notAllowed('UNAUTHENTICATED', 'only those who are signed in may look into the schema');
  const hasToken = actor.kind === 'PERSONAL' || actor.kind === 'WORKER';
  if (documents && !hasToken && !documents.has(hashDocument(document)))
    throw notAllowed(
      'FORBIDDEN',
      'only the documents that ship with the page may be run without a token: make one on the page of your team',
    );
  return size;
}

/** The operation that runs, by name when there are several. */
export function operationOf(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | null {
  return getOperationAST(document, name) ?? null;
}
