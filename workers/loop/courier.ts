import { type EndedTrialInput, FinishTrialsDocument } from '../operations.generated.ts';
import { expectNoErrors, type Platform } from '../platform.ts';

interface Waiting {
  input: EndedTrialInput;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** Brings the ends of trials that take moments to the server, several in one request. */
export class Courier {
  private waiting: Waiting[] = [];

  /** @param expected it leaves when so many wait, or when it is told to; from then on at once */
  constructor(
    private readonly platform: Platform,
    private expected: number,
    private readonly signal: AbortSignal,
  ) {}

  /** Resolves when the server has it. @throws Refused, or the signal's reason */
  end(input: EndedTrialInput): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      if (this.waiting.length >= this.expected) this.leave();
    });
  }

  /** Nobody else is expected. */
  leave(): void {
    this.expected = 1;
    const going = this.waiting;
    this.waiting = [];
    if (going.length > 0) void this.bring(going);
  }

  private async bring(going: readonly Waiting[]): Promise<void> {
    try {
      const input = { trials: going.map((each) => each.input) };
      const { finishTrials } = await this.platform.request(FinishTrialsDocument, { input }, { signal: this.signal });
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
}
