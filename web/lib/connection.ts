'use client';
import { useSyncExternalStore } from 'react';

/** IDLE: nothing is followed. */
export type Connection = 'IDLE' | 'CONNECTING' | 'CONNECTED' | 'DISCONNECTED';

let state: Connection = 'IDLE';
const watchers = new Set<() => void>();

export function setConnection(next: Connection): void {
  if (next === state) return;
  state = next;
  for (const watcher of watchers) watcher();
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Whether what is on the page is followed live. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => 'IDLE',
  );
}
