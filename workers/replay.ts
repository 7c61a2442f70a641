import { Outbox } from './outbox.ts';
import { type Platform, Refused } from './platform.ts';
import { releaseLease } from './release.ts';
import { Spool } from './spool.ts';

/**
 * Sends what workers on this machine had not sent when they died, then gives their work back: it is queued again at once, with
 * everything they had done, instead of after the lease has run out. What the server does not want any more is thrown away.
 */
export async function replayAbandoned(platform: Platform, root: string, signal: AbortSignal, log: (line: string) => void): Promise<void> {
  for (const spool of Spool.abandoned(root, platform.server.href)) {
    const { leaseId, fence, pid } = spool.sender;
    const count = spool.unsent().length;
    let refusal: Error | undefined;
    const failed = (error: Error) => {
      refusal = error;
    };
    const outbox = new Outbox(platform, spool, { unwanted: () => {}, failed }, signal, log);
    await outbox.drained();
    signal.throwIfAborted();
    if (!refusal) {
      await releaseLease(platform, { id: leaseId, fence }, `process ${pid} died`, { signal }).catch((error: Error) => {
        if (!(error instanceof Refused)) throw error;
        refusal = error;
      });
    }
    log(`process ${pid} died with ${count} messages unsent: ${refusal ? `too late (${refusal.message})` : 'sent now'}`);
    spool.remove();
  }
}
