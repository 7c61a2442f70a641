'use client';
import { useSyncExternalStore } from 'react';

/** The two layers over every page; at most one is open. */
export type Layer = 'PALETTE' | 'KEYS' | null;

let open: Layer = null;
const watchers = new Set<() => void>();

function set(next: Layer): void {
  open = next;
  for (const watcher of watchers) watcher();
}

export const openPalette = () => set('PALETTE');
export const openKeys = () => set('KEYS');
export const closeLayer = () => set(null);

export function useLayer(): Layer {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => open,
    () => null,
  );
}
