import { parentPort, workerData } from 'node:worker_threads';
import { RenewLeaseDocument, type TrialProgressInput } from '../operations.generated.ts';
import { Away, expectNoErrors, Platform, Refused } from '../platform.ts';
import type { FromRenewal, RenewalSetup, ToRenewal } from './renewal-messages.ts';

/**
 * Renews the lease that the main thread holds, from a thread of its own: a main thread that computes for a minute is alive, and
 * its lease stays. One that has not had a turn for `giveUpSeconds` hangs: the process ends, and the work goes to another.
 */
const { server, token, pulse, everySeconds, giveUpSeconds } = workerData as RenewalSetup;
const lastTurn = new Int32Array(pulse);
const tell = (message: FromRenewal) => parentPort!.postMessage(message);
const platform = new Platform(new URL(server), token, (line) => tell({ type: 'log', line }));

let held: { leaseId: string; fence: number } | null = null;
let progress: TrialProgressInput | null = null;
let timer: NodeJS.Timeout | undefined;
/** Progress is shown to people who watch: it goes out sooner than the lease needs. */
const PROGRESS_MS = 2_000;
let renewed = 0;

parentPort!.on('message', (message: ToRenewal) => {
  switch (message.type) {
    case 'hold':
      held = { leaseId: message.leaseId, fence: message.fence };
      progress = null;
      renewed = Date.now();
      clearTimeout(timer);
      timer = setTimeout(tick, PROGRESS_MS);
      break;
    case 'progress':
      progress = message.progress;
      break;
    case 'drop':
      held = null;
      clearTimeout(timer);
      break;
  }
});

async function tick(): Promise<void> {
  const lease = held;
  if (!lease) return;
  const silent = Math.floor(Date.now() / 1000) - Atomics.load(lastTurn, 0);
  if (silent > giveUpSeconds) {
    process.stderr.write(`the main thread has hung for ${silent} s: ending this worker\n`);
    process.kill(process.pid, 'SIGKILL');
  }
  if (progress || Date.now() - renewed >= 1000 * everySeconds) await renew(lease);
  if (held === lease) timer = setTimeout(tick, PROGRESS_MS);
}

async function renew(lease: { leaseId: string; fence: number }): Promise<void> {
  const sent = progress;
  progress = null;
  try {
    // One attempt: the next tick is the next one, with newer progress.
    const input = { ...lease, progress: sent };
    const { renewLease } = await platform.request(RenewLeaseDocument, { input }, { attempts: 1, timeoutSeconds: 8 });
    expectNoErrors(renewLease);
    renewed = Date.now();
    const work = renewLease.lease?.work;
    if (!renewLease.wanted)
      tell({ type: 'unwanted', leaseId: lease.leaseId, status: work?.__typename === 'TrialWork' ? work.search.status : undefined });
  } catch (error) {
    if (error instanceof Away) return;
    if (held === lease) held = null;
    tell({ type: 'lost', leaseId: lease.leaseId, message: error instanceof Refused ? `${error.code}: ${error.message}` : String(error) });
  }
}
