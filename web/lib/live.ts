'use client';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { type Connection, useConnection } from './connection.ts';

interface Place extends OperationVariables {
  teamId: string;
  searchId?: string | null;
  after?: string | null;
}

/**
 * Follows events, one subscription a page, from `after` on (`Team.latestCursor`, as read with what is on the page), through disconnects, with
 * no gap and no repetition. Messages are collected and handed over once a frame: first their objects go into the cache together, so that
 * everything drawn from them is drawn once; then `onEvent` is called with each in order. `place` null: not yet.
 * @returns the connection, and why the server refused, if it did
 */
export function useLive<Data, Variables extends Place>(
  document: TypedDocumentNode<Data, Variables>,
  place: NoInfer<Variables> | null,
  onEvent?: (message: Data) => void,
): { connection: Connection; error: Error | null } {
  const client = useApolloClient();
  const connection = useConnection();
  const [error, setError] = useState<Error | null>(null);
  const handler = useRef(onEvent);
  handler.current = onEvent;
  // Where to begin is decided once: a cursor that is read later must not begin the stream anew.
  const begin = useRef(place);
  if (!begin.current || !place || begin.current.teamId !== place.teamId || begin.current.searchId !== place.searchId) begin.current = place;
  const variables = begin.current;

  useEffect(() => {
    if (!variables) return;
    setError(null);
    let waiting: Data[] = [];
    let cancel: (() => void) | null = null;
    const handOver = () => {
      cancel = null;
      const messages = waiting;
      waiting = [];
      client.cache.batch({
        update(cache) {
          for (const result of messages) cache.write({ query: document, variables, dataId: 'ROOT_SUBSCRIPTION', result: result as never });
        },
      });
      for (const message of messages) handler.current?.(message);
    };
    const subscription = client.subscribe<Data, OperationVariables>({ query: document, variables, fetchPolicy: 'no-cache' }).subscribe({
      next({ data, error: fault }) {
        if (fault) setError(fault);
        if (!data) return;
        waiting.push(data as Data);
        cancel ??= nextFrame(handOver);
      },
      error: setError,
    });
    return () => {
      subscription.unsubscribe();
      cancel?.();
    };
  }, [client, document, variables]);
  return { connection, error };
}

/** A page in the background draws no frames, but must not pile up messages either: it is served every second. */
function nextFrame(run: () => void): () => void {
  if (globalThis.document.hidden) {
    const timer = setTimeout(run, 1000);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(run);
  return () => cancelAnimationFrame(frame);
}
