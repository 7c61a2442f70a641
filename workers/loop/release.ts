import { ReleaseLeaseDocument } from '../operations.generated.ts';
import { expectNoErrors, type Platform, Refused, type RequestOptions } from '../platform.ts';

/** Gives work back, so that it is queued again at once; that somebody else has it already is as good. */
export async function releaseLease(
  platform: Platform,
  lease: { id: string; fence: number },
  reason: string | null,
  options: RequestOptions = {},
): Promise<void> {
  try {
    const input = { leaseId: lease.id, fence: lease.fence, reason };
    expectNoErrors((await platform.request(ReleaseLeaseDocument, { input }, options)).releaseLease);
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'LEASE_LOST')) throw error;
  }
}
