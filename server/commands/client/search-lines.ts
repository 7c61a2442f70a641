import { timeRangeText } from '../../../schema/forecast/words.ts';
import type { StandingFragment } from '../operations.generated.ts';
import type { SearchEvent } from './follow-search.ts';

/** Shows a search while it runs: on a terminal one line that changes, elsewhere a line for each candidate. */
export class SearchDisplay {
  private readonly begun = Date.now();
  /** Candidates, and how many of their rungs had ended: each of these is a line. */
  private readonly shown = new Set<string>();
  private standing: StandingFragment | null = null;
  private readonly timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly budget: number,
    private readonly terminal = process.stdout.isTTY === true,
  ) {
    if (terminal) this.timer = setInterval(() => this.draw(), 1_000);
  }

  event({ kind, search, candidate, trial }: SearchEvent): void {
    if (search) this.standing = search;
    const ended = candidate?.rungs.filter(({ endedAt }) => endedAt !== null) ?? [];
    const key = `${candidate?.number} ${ended.length}`;
    if (kind === 'TRIAL_FINISHED' && candidate && !this.shown.has(key)) {
      this.shown.add(key);
      const { number, notation, seconds } = candidate;
      const outcome = outcomeText(candidate, trial);
      this.line(`#${number}  ${outcome}  ${seconds?.toFixed(1) ?? '?'} s  ${notation}${this.terminal ? '' : `  (${this.status()})`}`);
    } else if (kind === 'TRIAL_QUEUED' && candidate) {
      const climbs = candidate.rungs.find(({ endedAt }) => endedAt === null);
      const promoted = climbs && ended.length > 0 && !this.shown.has(`${candidate.number} to ${climbs.epochs}`);
      if (promoted) this.shown.add(`${candidate.number} to ${climbs.epochs}`);
      this.line(`#${candidate.number}  ${promoted ? `promoted, to be trained up to epoch ${climbs.epochs}` : 'goes to another worker'}`);
    } else if (this.terminal) this.draw();
  }

  line(text: string): void {
    if (this.terminal) process.stdout.write('\r\x1b[K');
    console.log(text);
    if (this.terminal) this.draw();
  }

  end(): void {
    clearInterval(this.timer);
    if (this.terminal) process.stdout.write('\r\x1b[K');
  }

  private draw(): void {
    const width = process.stdout.columns || 80;
    process.stdout.write(`\r\x1b[K${this.status().slice(0, width - 1)}`);
  }

  private status(): string {
    const { standing } = this;
    if (!standing) return `waiting for a worker, ${formatSeconds((Date.now() - this.begun) / 1000)}`;
    const { counts, best, timeLeft, status } = standing;
    const done = counts.done + counts.stoppedEarly + counts.failed;
    const minutes = (Date.now() - this.begun) / 60_000;
    const parts = [
      `${done}/${this.budget}${status === 'PAUSED' ? ' paused' : ''}`,
      best && best.reward !== null ? `best ${formatReward(best.reward)} (#${best.number})` : '',
      done > 0 ? `${(done / minutes).toFixed(1)} a minute` : '',
      timeLeft ? `${timeRangeText(timeLeft)} left` : '',
    ];
    return parts.filter(Boolean).join(', ');
  }
}

/** How a candidate ended, in a few words. */
export function outcomeText(
  { reward, status, rungs, prediction }: NonNullable<SearchEvent['candidate']>,
  trial: SearchEvent['trial'],
): string {
  if (reward === null) return `failed: ${trial?.failure?.reason ?? 'no reward'}`;
  const rung = rungs.findLast((each) => each.reward !== null);
  if (status !== 'STOPPED_EARLY' || !prediction)
    return `reward ${formatReward(reward)}${rung ? ` after ${rung.epochs} ${rung.epochs === 1 ? 'epoch' : 'epochs'}` : ''}`;
  const { epoch, epochs, chance, best } = prediction;
  return `stopped after epoch ${epoch} of ${epochs}: ${formatReward(reward)} predicted, chance ${(100 * chance).toFixed(1)}% to beat ${formatReward(best)}`;
}

export const formatReward = (reward: number): string => (reward < 0.1 ? reward.toPrecision(3) : reward.toFixed(4));

export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
