import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ApolloLink } from '@apollo/client/link';
import { type FormattedExecutionResult, type GraphQLFormattedError, print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { Observable } from 'rxjs';
import { setConnection } from './connection.ts';
import { backoff, follow } from './follow.ts';

type Result = FormattedExecutionResult<Record<string, { cursor?: unknown } | null>>;

/**
 * Subscriptions over one websocket, opened when the first begins and closed a moment after the last ends. A lost connection is made again
 * and every subscription goes on: with `after` set to the last `cursor` it gave, where it has one. Only a refusal ends it with an error.
 */
export class StreamLink extends ApolloLink {
  private socket: Client | null = null;

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    return new Observable((observer) => {
      const control = new AbortController();
      this.socket ??= openSocket();
      const socket = this.socket;
      const query = print(operation.query);
      const { variables, operationName } = operation;
      const stream = {
        open: (after: string | null) =>
          read(socket.iterate({ query, operationName, variables: after === null ? variables : { ...variables, after } }), control.signal),
        cursorOf,
        isRefusal: (error: unknown) => Array.isArray(error) && !error.every(isFault),
        wait,
      };
      const after = typeof variables.after === 'string' ? variables.after : null;
      follow(stream, after, (message) => observer.next(message as ApolloLink.Result), control.signal).then(
        () => observer.complete(),
        (errors: GraphQLFormattedError[]) => observer.error(new CombinedGraphQLErrors({ errors })),
      );
      return () => control.abort();
    });
  }
}

function cursorOf({ data }: Result): string | null {
  for (const field of Object.values(data ?? {})) if (typeof field?.cursor === 'string') return field.cursor;
  return null;
}

const isFault = (error: GraphQLFormattedError) => error.extensions?.code === 'INTERNAL_SERVER_ERROR';

/** Results until nobody wants them. @throws the errors of a result without data: a subscription that the server does not begin is one. */
async function* read(results: AsyncIterableIterator<unknown>, signal: AbortSignal): AsyncGenerator<Result> {
  const end = () => void results.return?.();
  signal.addEventListener('abort', end, { once: true });
  try {
    for await (const result of results as AsyncIterable<Result>) {
      if (!result.data && result.errors) throw result.errors;
      yield result;
    }
  } finally {
    signal.removeEventListener('abort', end);
  }
}

function openSocket(): Client {
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const { protocol, host } = location;
  return createClient({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`,
    lazyCloseTimeout: 3000,
    // `follow` tries again itself, for only it knows from where.
    retryAttempts: 0,
    keepAlive: 10_000,
    on: {
      connecting: () => setConnection('CONNECTING'),
      connected: () => setConnection('CONNECTED'),
      closed: (event) => setConnection((event as CloseEvent).code === 1000 ? 'IDLE' : 'DISCONNECTED'),
      error: () => setConnection('DISCONNECTED'),
      // A connection that is dead without having been closed, e.g. after a sleep, answers no ping.
      ping: (received) => {
        if (!received) unanswered = setTimeout(() => socketOf?.close(4408, 'no answer'), 5000);
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
      opened: (socket) => {
        socketOf = socket as WebSocket;
      },
    },
  });
}

let socketOf: WebSocket | null = null;

/** Until the next attempt is due, or the browser says that it is online again. */
function wait(attempt: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, backoff(attempt, Math.random));
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
