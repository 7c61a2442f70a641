import type { UserError } from '../resolvers.generated.ts';
import type { Context } from './context.ts';

/** An open stream asks again whether it may go on: every 20 s, and before an event unless it asked within the last second. */
const EVERY = 20_000;
const FRESH = 1_000;

/**
 * A subscription's stream that ends when its client goes, and when the actor may no longer see it: signed out, removed, token revoked.
 * @param check the field's rule for an actor as it is now
 * @param open makes the source; the context it gets has a signal that is aborted when the stream ends
 */
export async function watched<T>(
  context: Context,
  check: (context: Context) => Promise<UserError | null>,
  open: (own: Context) => AsyncIterable<T> | Promise<AsyncIterable<T>>,
): Promise<AsyncIterableIterator<T>> {
  const abort = new AbortController();
  const end = () => {
    abort.abort();
    clearInterval(timer);
    context.signal.removeEventListener('abort', end);
  };
  let checked = Date.now();
  const mayGoOn = async () => {
    if (abort.signal.aborted) return false;
    if (Date.now() - checked < FRESH) return true;
    checked = Date.now();
    const allowed = await stillAllowed(context, check);
    if (!allowed) end();
    return allowed;
  };
  const timer = setInterval(() => void mayGoOn(), EVERY);
  timer.unref();
  if (context.signal.aborted) end();
  else context.signal.addEventListener('abort', end);

  const source = (await open({ ...context, signal: abort.signal }))[Symbol.asyncIterator]();
  const stream: AsyncIterableIterator<T> = {
    async next() {
      const result = await source.next();
      if (result.done || !(await mayGoOn())) {
        end();
        return { done: true, value: undefined };
      }
      context.loaders.clear();
      return result;
    },
    // graphql calls it when the client unsubscribes; a source that waits hears of it by the signal
    async return() {
      end();
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

async function stillAllowed(context: Context, check: (context: Context) => Promise<UserError | null>): Promise<boolean> {
  try {
    const actor = await context.reauthenticate();
    return (await check({ ...context, actor })) === null;
  } catch (error) {
    // a revoked token; or a database that is away: then the stream ends as well, and the client comes back with its cursor
    if (!(error instanceof Error && 'extensions' in error))
      console.error(`a subscription ended: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}
