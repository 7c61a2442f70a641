import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What an answer of the API looks like. `data` is what the test asked for. */
export interface Answer<T> {
  data: T;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; requestId?: string } }[];
  extensions?: { cost?: number };
}

/** Who a request is from. */
export interface Identity {
  cookie?: string;
  authorization?: string;
}

/** Somebody who calls the API: by `request` whatever comes, by `ask` only what succeeds. */
export interface Caller {
  url: string;
  identity: Identity;
  request<T>(query: string, variables?: Record<string, unknown>): Promise<Answer<T>>;
  /** @throws when the answer has errors */
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** A stream of what a subscription gives; its connection closes when the loop ends. @throws on errors */
  subscribe<T>(query: string, variables?: Record<string, unknown>): AsyncIterableIterator<T> & { close(): Promise<void> };
}

export function makeCaller(url: string, identity: Identity = {}): Caller {
  const request = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> => {
    const headers = { 'content-type': 'application/json', ...(identity as Record<string, string>) };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return (await response.json()) as Answer<T>;
  };
  return {
    url,
    identity,
    request,
    ask: async <T>(query: string, variables?: Record<string, unknown>) => {
      const { data, errors } = await request<T>(query, variables);
      if (errors) throw new Error(errors.map((error) => `${error.extensions.code}: ${error.message}`).join('; '));
      return data;
    },
    subscribe: <T>(query: string, variables: Record<string, unknown> = {}) => openStream<T>(connect(url, identity), query, variables),
  };
}

/** A websocket client as a browser (cookie) or a script (token) has it; it does not reconnect on its own. */
export function connect(url: string, { cookie, authorization }: Identity, origin?: string): Client {
  class Socket extends WebSocket {
    constructor(address: string, protocols?: string | string[]) {
      super(address, protocols, { headers: { ...(cookie && { cookie }), ...(origin && { origin }) } });
    }
  }
  return createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    ...(authorization && { connectionParams: { authorization } }),
  });
}

function openStream<T>(
  client: Client,
  query: string,
  variables: Record<string, unknown>,
): AsyncIterableIterator<T> & { close(): Promise<void> } {
  const source = client.iterate<T>({ query, variables });
  const close = async () => {
    await source.return?.();
    await client.dispose();
  };
  const stream = {
    async next(): Promise<IteratorResult<T>> {
      const { done, value } = await source.next().catch(rethrow);
      if (done) return { done: true, value: undefined };
      if (value.errors) throw new Error(value.errors.map((error: { message: string }) => error.message).join('; '));
      return { done: false, value: value.data as T };
    },
    async return(): Promise<IteratorResult<T>> {
      await close();
      return { done: true, value: undefined };
    },
    close,
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

/** An operation that was refused throws the list of its errors. */
function rethrow(error: unknown): never {
  throw Array.isArray(error) ? new Error(error.map(({ message }: Error) => message).join('; ')) : error;
}
