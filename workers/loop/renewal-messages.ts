import type { SearchStatus, TrialProgressInput } from '../operations.generated.ts';

/** Between the main thread and the thread that renews (`renewal-thread.ts`). */

export interface RenewalSetup {
  server: string;
  token: string;
  /** Int32, shared: second (Unix time) in which the main thread last had a turn. */
  pulse: SharedArrayBuffer;
  everySeconds: number;
  /** The process is ended when the main thread has had no turn for this long. */
  giveUpSeconds: number;
}

export type ToRenewal =
  | { type: 'hold'; leaseId: string; fence: number }
  | { type: 'progress'; progress: TrialProgressInput }
  | { type: 'drop' };

export type FromRenewal =
  /** Paused or stopped: give the work back. */
  | { type: 'unwanted'; leaseId: string; status: SearchStatus | undefined }
  /** Someone else has, or may get, this work. */
  | { type: 'lost'; leaseId: string; message: string }
  | { type: 'log'; line: string };
