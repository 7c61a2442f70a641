'use client';
import type { ApolloClient } from '@apollo/client';
import { useSyncExternalStore } from 'react';
import { pause, sendFile } from '../../schema/datasets/upload.ts';
import { UploadStandingDocument } from '../lib/operations.generated.ts';

/** A file on its way from this page; it goes on while other pages are looked at. */
export interface Upload {
  importId: string;
  file: File;
  /** Bytes that the server has. */
  received: number;
  /** WAITING: the server cannot be reached; it is tried again. */
  state: 'SENDING' | 'WAITING';
}

let uploads: ReadonlyMap<string, Upload> = new Map();
const aborts = new Map<string, AbortController>();
const watchers = new Set<() => void>();
const NONE: ReadonlyMap<string, Upload> = new Map();

function set(importId: string, upload: Upload | null): void {
  const next = new Map(uploads);
  if (upload) next.set(importId, upload);
  else next.delete(importId);
  uploads = next;
  for (const watcher of watchers) watcher();
}

/** What is being sent from this page, by id of the import. */
export function useUploads(): ReadonlyMap<string, Upload> {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => uploads,
    () => NONE,
  );
}

/** A piece that takes longer is given up and sent again, ms. */
const PATIENCE = 60_000;

/** Sends the file, from where the server stands; of two calls for one import the second does nothing. @throws where the file cannot be read */
export async function startUpload(client: ApolloClient, importId: string, file: File): Promise<void> {
  if (aborts.has(importId)) return;
  const control = new AbortController();
  aborts.set(importId, control);
  set(importId, { importId, file, received: 0, state: 'WAITING' });
  try {
    await sendFile(file.size, {
      send: async (url, offset, length) => {
        // throws where the file was changed or taken away meanwhile: that no waiting mends
        const piece = await file.slice(offset, offset + length).arrayBuffer();
        return sendPiece(url, offset, piece, control.signal);
      },
      look: () => look(client, importId),
      wait: (attempt) => waitOnline(pause(attempt), control.signal),
      progress: (received, waiting) => set(importId, { importId, file, received, state: waiting ? 'WAITING' : 'SENDING' }),
      now: () => performance.now() / 1000,
      aborted: () => control.signal.aborted,
    });
  } finally {
    aborts.delete(importId);
    set(importId, null);
  }
}

export function stopUpload(importId: string): void {
  aborts.get(importId)?.abort();
}

async function sendPiece(url: string, offset: number, body: ArrayBuffer, signal: AbortSignal) {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
    const response = await fetch(url, { method: 'PATCH', body, headers: { 'Upload-Offset': String(offset) }, signal: within });
    const now = response.headers.get('Upload-Offset');
    return { status: response.status, offset: now === null ? null : Number(now) };
  } catch {
    // no connection: the next look tells how things stand
    return null;
  }
}

async function look(client: ApolloClient, importId: string) {
  try {
    const { data } = await client.query({ query: UploadStandingDocument, variables: { id: importId }, fetchPolicy: 'network-only' });
    const entry = data?.node && 'received' in data.node ? data.node : null;
    return entry ? { received: Number(entry.received), url: entry.uploadUrl ?? null } : { received: 0, url: null };
  } catch {
    // no connection: looked at again after a while
    return null;
  }
}

/** Shorter when the browser says that it is online again. */
function waitOnline(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
