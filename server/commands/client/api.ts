import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { CommandError } from '../command.ts';

/** A running platform's GraphQL API, for a command with a token. */
export class Api {
  constructor(
    readonly server: URL,
    private readonly token: string,
  ) {}

  /** @throws CommandError when the server is not there, or refuses the token */
  async request<Result, Variables>(document: TypedDocumentNode<Result, Variables>, variables: Variables): Promise<Result> {
    let response: Response;
    try {
      response = await fetch(new URL('/graphql', this.server), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
        body: JSON.stringify({ query: print(document), variables }),
      });
    } catch (error) {
      throw new Unreachable(this.server, (error as Error).cause);
    }
    const answer = await readJson<Result>(response, this.server);
    const [first] = answer.errors ?? [];
    if (first?.extensions?.code === 'UNAUTHENTICATED' || response.status === 401)
      throw new CommandError('The token in HANDPICK_TOKEN is not accepted; make one of kind PERSONAL on the team page.');
    if (first || !answer.data) throw new CommandError(`${this.server.origin} answers: ${first?.message ?? `HTTP ${response.status}`}`);
    return answer.data;
  }

  /** The bytes at a path that the API has named. @throws CommandError when they cannot be had */
  async download(path: string): Promise<Uint8Array> {
    try {
      const response = await fetch(new URL(path, this.server), { headers: { authorization: `Bearer ${this.token}` } });
      if (!response.ok) throw new CommandError(`${this.server.origin} answers HTTP ${response.status} for ${path}`);
      return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new Unreachable(this.server, (error as Error).cause);
    }
  }

  /** One connection of a subscription; ends with it. @throws Unreachable when it breaks */
  async *subscribe<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    signal: AbortSignal,
  ): AsyncGenerator<Result> {
    const address = new URL('/graphql', this.server);
    address.protocol = address.protocol.replace('http', 'ws');
    const client = createClient({
      url: address.href,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${this.token}` },
      retryAttempts: 0,
      lazy: true,
    });
    const dispose = () => void client.dispose();
    signal.addEventListener('abort', dispose, { once: true });
    try {
      for await (const result of client.iterate<Result>({ query: print(document), variables })) {
        if (result.errors?.[0]) throw new CommandError(`${this.server.origin} answers: ${result.errors[0].message}`);
        if (result.data) yield result.data;
      }
    } catch (error) {
      if (error instanceof CommandError) throw error;
      throw new Unreachable(this.server, error);
    } finally {
      signal.removeEventListener('abort', dispose);
      dispose();
    }
  }
}

/** The address of a server, of the option --server. @throws CommandError */
export function readServer(server: string): URL {
  if (URL.canParse(server) && /^https?:$/.test(new URL(server).protocol)) return new URL(server);
  throw new CommandError(`--server: ${JSON.stringify(server)} is not an address; give one like http://localhost:4000`);
}

/** The token of a command for a running platform. @throws CommandError without one */
export function readToken(): string {
  const token = process.env.HANDPICK_TOKEN;
  if (!token) throw new CommandError('HANDPICK_TOKEN is not set; make a token of kind PERSONAL on the team page and put it there');
  return token;
}

/** The server does not answer, or a connection to it broke. */
export class Unreachable extends CommandError {
  constructor(server: URL, cause: unknown) {
    const code = cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : 'the connection broke';
    super(`${server.origin} does not answer (${code}); is it running, and --server right?`);
    this.cause = cause;
  }
}

interface Answer<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

async function readJson<Result>(response: Response, server: URL): Promise<Answer<Result>> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CommandError(`${server.origin} is not a Handpick server: it answers ${JSON.stringify(text.slice(0, 60))}`, { cause });
  }
}
