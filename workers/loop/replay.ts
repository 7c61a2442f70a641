import { type Platform, Refused } from '../platform.ts';
import { Outbox } from './outbox.ts';
import { releaseLease } from './release.ts';
import { Spool } from './spool.ts';

/**
 * Sends what workers on this machine had not sent when they ended; what the server does not want any more is thrown away. Work of a
 * worker that was told to end is given back. That of one that died is left to run out, which counts as an attempt: a network that
 * kills its workers must not do so for ever.
 */
export async function replayAbandoned(platform: Platform, root: string, signal: AbortSignal, log: (line: string) => void): Promise<void> {
  for (const spool of Spool.abandoned(root, platform.server.href)) {
    const { leaseId, fence, pid, willing } = spool.sender;
    const count = spool.unsent().length;
    let refusal: Error | undefined;
    const failed = (error: Error) => {
      refusal = error;
    };
    const outbox = new Outbox(platform, spool, { unwanted: () => {}, failed }, signal, log);
    await outbox.drained();
    signal.throwIfAborted();
    if (willing && !refusal) {
      await releaseLease(platform, { id: leaseId, fence }, 'its worker had ended', { signal }).catch((error: Error) => {
        if (!(error instanceof Refused)) throw error;
        refusal = error;
      });
    }
    log(
      `process ${pid} ${willing ? 'ended' : 'died'} with ${count} messages unsent: ${refusal ? `too late (${refusal.message})` : 'sent now'}`,
    );
    spool.remove();
  }
}
