import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer as serveGraphQL } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { admit, operationOf } from '../access/admission.ts';
import { authenticate, type Credentials } from '../access/authenticate.ts';
import type { Context } from '../access/context.ts';
import type { Documents } from '../access/documents.ts';
import { LIMITS } from '../access/limits.ts';
import { isSameOrigin } from '../access/origin.ts';
import { makeContext, type Platform } from './make-context.ts';
import type { OpenRequests } from './open-requests.ts';
import { presentError } from './present-error.ts';

/** What the endpoint needs beside the platform. */
export interface WebSocketOptions {
  schema: GraphQLSchema;
  documents: Documents | null;
  requests: OpenRequests;
  publicUrl?: string | undefined;
}

/** What is kept for each connection. */
type Connection = {
  request: IncomingMessage;
  credentials?: Credentials;
  open?: { signal: AbortSignal; done: () => void };
};

/** GraphQL over websocket, with the same context, limits and errors as over HTTP. */
export function graphqlSocket(platform: Platform, options: WebSocketOptions) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 2 ** 20 });
  const server = serveGraphQL<{ authorization?: unknown }, Connection>(
    {
      schema: options.schema,
      onConnect: async ({ extra, connectionParams }) => {
        const authorization = connectionParams?.authorization ?? extra.request.headers.authorization;
        extra.credentials = { ...(typeof authorization === 'string' && { authorization }), cookie: extra.request.headers.cookie };
        extra.open = options.requests.begin();
        // a token that is not valid: the connection is refused (4403), and clients don't try again
        return authenticate(platform.database, platform.sessions, extra.credentials).then(
          () => true,
          (error: unknown) => {
            if (error instanceof GraphQLError) return false;
            throw error;
          },
        );
      },
      onSubscribe: ({ extra }, _, payload) => prepare(platform, options, extra as Connection, payload),
      onNext: (_, __, ___, args, result) =>
        ({
          ...result,
          ...(result.errors && {
            errors: result.errors.map((error) => presentError(error as GraphQLError, (args.contextValue as Context).requestId)),
          }),
        }) as typeof result,
      onError: (_, __, ___, errors) => errors.map((error) => presentError(error as GraphQLError, '')),
      onClose: ({ extra }) => (extra as Connection).open?.done(),
    },
    sockets,
  );
  return {
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (!isSameOrigin(request, options.publicUrl)) return refuse(socket);
      sockets.handleUpgrade(request, socket, head, (websocket) => sockets.emit('connection', websocket, request));
    },
    stop: async () => {
      await server.dispose();
      for (const websocket of sockets.clients) websocket.terminate();
    },
  };
}

/** Parses, validates and admits one operation; its errors are the answer. */
async function prepare(
  platform: Platform,
  options: WebSocketOptions,
  connection: Connection,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { schema, documents } = options;
  try {
    const document = parse(payload.query, { maxTokens: LIMITS.tokens });
    const invalid = validate(schema, document);
    if (invalid.length > 0) return invalid;
    const operation = operationOf(document, payload.operationName);
    if (!operation) return [new GraphQLError('the document has no such operation', { extensions: { code: 'BAD_USER_INPUT' } })];
    const credentials = connection.credentials ?? {};
    const actor = await authenticate(platform.database, platform.sessions, credentials);
    const variableValues = (payload.variables ?? {}) as Record<string, unknown>;
    admit(schema, documents, actor, { document, operation, variables: variableValues });
    const contextValue = makeContext(platform, actor, credentials, connection.open!.signal);
    return { schema, document, operationName: payload.operationName ?? null, variableValues, contextValue };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
