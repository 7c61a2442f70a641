import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { UserErrorCode } from './operations.generated.ts';

/** The platform's GraphQL API over HTTP, and the files beside it. Knows nothing of what is asked. */

/** The server cannot be reached, or is not well: the same request may succeed later. */
export class Away extends Error {
  override readonly name = 'Away';
}

/** The token is unknown, revoked, or not one for workers. */
export class WrongToken extends Error {
  override readonly name = 'WrongToken';
}

/** The server understood and said no: asking again would not help. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    message: string,
    readonly code: UserErrorCode | 'FAULT',
  ) {
    super(message);
  }
}

export interface RequestOptions {
  /** Aborting ends waiting and retrying; the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
  /** Attempts before an `Away` is given to the caller; default: as many as it takes. */
  attempts?: number;
  /** Seconds for one attempt; default 40. */
  timeoutSeconds?: number;
}

interface Refusal {
  field: string | null;
  message: string;
  code: UserErrorCode;
}

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5_000;

export class Platform {
  private away = false;

  constructor(
    readonly server: URL,
    private readonly token: string,
    private readonly log: (line: string) => void,
  ) {}

  /**
   * Runs an operation. Faults of the network and of the server are retried with growing delays, half of each random, so that
   * workers do not come back all at once; refusals (`userErrors`) are never retried.
   * @throws WrongToken, Refused, or Away after `attempts`
   */
  request<Result, Variables>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    options: RequestOptions = {},
  ): Promise<Result> {
    return this.persist(options, async (signal) => {
      const response = await this.fetch(new URL('/graphql', this.server), {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: textOf(document), variables }),
        signal,
      });
      return readAnswer<Result>(response);
    });
  }

  /** Puts bytes where `createUpload` said. @throws Refused when the address is not, or no longer, good */
  async upload(address: string, bytes: Uint8Array, mediaType: string, options: RequestOptions = {}): Promise<void> {
    await this.persist(options, async (signal) => {
      const response = await this.fetch(new URL(address, this.server), {
        method: 'PUT',
        headers: { 'content-type': mediaType },
        body: new Uint8Array(bytes),
        signal,
      });
      await expectSuccess(response);
    });
  }

  /** The bytes at an address that the API gave. @throws Refused when there is nothing */
  download(address: string, options: RequestOptions = {}): Promise<Uint8Array> {
    return this.persist(options, async (signal) => {
      const response = await this.fetch(new URL(address, this.server), { signal });
      await expectSuccess(response);
      return new Uint8Array(await response.arrayBuffer());
    });
  }

  /** Our token goes to our server only, wherever an address may lead. */
  private async fetch(address: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (address.origin === this.server.origin) headers.set('authorization', `Bearer ${this.token}`);
    try {
      return await fetch(address, { ...init, headers });
    } catch (error) {
      throw new Away(`${address.origin} does not answer (${reason(error)})`, { cause: error });
    }
  }

  private async persist<T>(options: RequestOptions, attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal, attempts = Number.POSITIVE_INFINITY, timeoutSeconds = 40 } = options;
    for (let count = 1, delay = FIRST_DELAY_MS; ; count++, delay = Math.min(2 * delay, LONGEST_DELAY_MS)) {
      signal?.throwIfAborted();
      const timeout = AbortSignal.timeout(1000 * timeoutSeconds);
      try {
        const result = await attempt(signal ? AbortSignal.any([signal, timeout]) : timeout);
        if (this.away) this.log(`${this.server.origin} answers again`);
        this.away = false;
        return result;
      } catch (error) {
        signal?.throwIfAborted();
        const fault = isBodyFault(error) ? new Away(reason(error), { cause: error }) : error;
        if (!(fault instanceof Away) || count >= attempts) throw fault;
        if (!this.away) this.log(`${fault.message}; trying again`);
        this.away = true;
      }
      await sleep(delay / 2 + (Math.random() * delay) / 2, undefined, { signal });
    }
  }
}

const texts = new WeakMap<object, string>();

/** A document as it is sent; printed once. */
function textOf(document: TypedDocumentNode<unknown, never>): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}

/** Throws `Refused` with the first of a payload's `userErrors`. */
export function expectNoErrors(payload: { userErrors: readonly Refusal[] }): void {
  const [first] = payload.userErrors;
  if (first) throw new Refused(first.field ? `${first.field}: ${first.message}` : first.message, first.code);
}

async function readAnswer<Result>(response: Response): Promise<Result> {
  const text = await response.text();
  let answer: { data?: Result | null; errors?: { message: string; extensions?: { code?: string } }[] };
  try {
    answer = JSON.parse(text);
  } catch {
    await expectSuccess(response, text);
    throw new Away(`the answer is not JSON but ${JSON.stringify(text.slice(0, 60))}`);
  }
  const [first] = answer.errors ?? [];
  if (!first && answer.data) return answer.data;
  const code = first?.extensions?.code;
  const message = first?.message ?? `HTTP ${response.status}`;
  if (response.status === 401 || code === 'UNAUTHENTICATED') throw new WrongToken(message);
  if (code === 'FORBIDDEN' || response.status === 403) throw new WrongToken(message);
  if (response.status >= 500 || response.status === 429 || code === 'INTERNAL_SERVER_ERROR' || !first) throw new Away(message);
  throw new Refused(message, 'FAULT');
}

async function expectSuccess(response: Response, text?: string): Promise<void> {
  if (response.ok) return;
  const message = `HTTP ${response.status} ${(text ?? (await response.text())).slice(0, 200)}`.trim();
  if (response.status === 401) throw new WrongToken(message);
  if (response.status >= 500 || response.status === 429 || response.status === 408) throw new Away(message);
  throw new Refused(message, 'FAULT');
}

/** A connection that broke, or took too long, while an answer was read. */
const isBodyFault = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof DOMException && ['TimeoutError', 'AbortError'].includes(error.name));

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return (cause as NodeJS.ErrnoException).code ?? cause.message;
  return error.message;
}
