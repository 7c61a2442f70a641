import {
  type EndedTrialInput,
  FinishTrialsAndLeaseDocument,
  FinishTrialsDocument,
  type FinishTrialsMutation,
  type LeaseWorkInput,
} from '../operations.generated.ts';
import { expectNoErrors, type Platform } from '../platform.ts';
import { type Leased, leased } from './leased.ts';

interface Waiting {
  input: EndedTrialInput;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** Brings the ends of trials that take moments to the server, several in one request. */
export class Courier {
  /** What the server gave to do next, once all that were expected have been brought together; undefined when it was not asked. */
  next: Leased[] | undefined;
  private waiting: Waiting[] = [];

  /**
   * @param expected it leaves when so many wait, or when it is told to; from then on at once
   * @param ask what to lease in the same request as the ends of all; null for nothing
   */
  constructor(
    private readonly platform: Platform,
    private expected: number,
    private readonly signal: AbortSignal,
    private readonly ask: () => LeaseWorkInput | null = () => null,
  ) {}

  /** Resolves when the server has it. @throws Refused, or the signal's reason */
  end(input: EndedTrialInput): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      if (this.waiting.length < this.expected) return;
      const next = this.expected > 1 ? this.ask() : null;
      this.leave(next);
    });
  }

  /** Nobody else is expected. */
  leave(next: LeaseWorkInput | null = null): void {
    this.expected = 1;
    const going = this.waiting;
    this.waiting = [];
    if (going.length > 0) void this.bring(going, next);
  }

  private async bring(going: readonly Waiting[], next: LeaseWorkInput | null): Promise<void> {
    try {
      const finishTrials = await this.send({ trials: going.map((each) => each.input) }, next);
      expectNoErrors(finishTrials);
      const refused = new Map(finishTrials.refused!.map(({ leaseId, userErrors }) => [leaseId, userErrors]));
      for (const { input, resolve, reject } of going) {
        try {
          expectNoErrors({ userErrors: refused.get(input.leaseId) ?? [] });
          resolve();
        } catch (error) {
          reject(error as Error);
        }
      }
    } catch (error) {
      for (const { reject } of going) reject(error as Error);
    }
  }

  private async send(input: { trials: EndedTrialInput[] }, next: LeaseWorkInput | null): Promise<FinishTrialsMutation['finishTrials']> {
    const { signal } = this;
    if (!next) return (await this.platform.request(FinishTrialsDocument, { input }, { signal })).finishTrials;
    const { finishTrials, leaseWork } = await this.platform.request(FinishTrialsAndLeaseDocument, { input, next }, { signal });
    this.next = leased(leaseWork);
    return finishTrials;
  }
}
