import { Worker } from 'node:worker_threads';
import type { SearchStatus, TrialProgressInput } from '../operations.generated.ts';
import type { FromRenewal, RenewalSetup, ToRenewal } from './renewal-messages.ts';

const EVERY_SECONDS = 10;
const GIVE_UP_SECONDS = 300;

/** What becomes of a held lease. */
export interface HoldEvents {
  unwanted(status: SearchStatus | undefined): void;
  lost(message: string): void;
}

/** The main thread's side of the thread that keeps leases alive. It holds one lease at a time. */
export class Renewal {
  private readonly thread: Worker;
  private readonly pulse: NodeJS.Timeout;
  private held: { leaseId: string; events: HoldEvents } | null = null;

  constructor(server: URL, token: string, log: (line: string) => void) {
    const lastTurn = new Int32Array(new SharedArrayBuffer(4));
    const beat = () => Atomics.store(lastTurn, 0, Math.floor(Date.now() / 1000));
    beat();
    this.pulse = setInterval(beat, 1_000).unref();
    const setup: RenewalSetup & { module: string } = {
      module: new URL('./renewal-thread.ts', import.meta.url).href,
      server: server.href,
      token,
      pulse: lastTurn.buffer,
      everySeconds: EVERY_SECONDS,
      giveUpSeconds: GIVE_UP_SECONDS,
    };
    this.thread = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: setup });
    this.thread.unref();
    this.thread.on('message', (message: FromRenewal) => {
      if (message.type === 'log') return log(message.line);
      if (message.leaseId !== this.held?.leaseId) return;
      if (message.type === 'lost') this.held.events.lost(message.message);
      else this.held.events.unwanted(message.status);
    });
    this.thread.on('error', (error) => {
      // Without renewal every lease would be lost: better to end and be started again.
      queueMicrotask(() => {
        throw error;
      });
    });
  }

  hold(lease: { id: string; fence: number }, events: HoldEvents): void {
    this.held = { leaseId: lease.id, events };
    this.tell({ type: 'hold', leaseId: lease.id, fence: lease.fence });
  }

  progress(progress: TrialProgressInput): void {
    this.tell({ type: 'progress', progress });
  }

  /** Renews no longer; where a lease is named and another is held, nothing changes. */
  drop(leaseId?: string): void {
    if (leaseId !== undefined && this.held?.leaseId !== leaseId) return;
    this.held = null;
    this.tell({ type: 'drop' });
  }

  async close(): Promise<void> {
    clearInterval(this.pulse);
    await this.thread.terminate();
  }

  private tell(message: ToRenewal): void {
    this.thread.postMessage(message);
  }
}
