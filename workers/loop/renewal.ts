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
  /** A hold that the thread is told of in the next turn of the event loop, if it is still held then. */
  private coming: { tell: () => void; turn: NodeJS.Immediate } | null = null;
  /** Whether the thread holds a lease. */
  private told = false;

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

  /** @param soon work that may be over within this turn of the event loop: then nobody needs to hear of it */
  hold(lease: { id: string; fence: number }, events: HoldEvents, soon = false): void {
    this.forgetComing();
    this.held = { leaseId: lease.id, events };
    const tell = () => {
      this.forgetComing();
      this.told = true;
      this.tell({ type: 'hold', leaseId: lease.id, fence: lease.fence });
    };
    if (soon) this.coming = { tell, turn: setImmediate(tell) };
    else tell();
  }

  progress(progress: TrialProgressInput): void {
    this.coming?.tell();
    this.tell({ type: 'progress', progress });
  }

  /** Renews no longer; where a lease is named and another is held, nothing changes. */
  drop(leaseId?: string): void {
    if (leaseId !== undefined && this.held?.leaseId !== leaseId) return;
    this.held = null;
    this.forgetComing();
    if (this.told) this.tell({ type: 'drop' });
    this.told = false;
  }

  async close(): Promise<void> {
    clearInterval(this.pulse);
    await this.thread.terminate();
  }

  private forgetComing(): void {
    clearImmediate(this.coming?.turn);
    this.coming = null;
  }

  private tell(message: ToRenewal): void {
    this.thread.postMessage(message);
  }
}
