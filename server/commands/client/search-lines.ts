import { timeRangeText } from '../../../schema/forecast/words.ts';
import type { SearchProgressQuery, StandingFragment } from '../operations.generated.ts';
import type { SearchEvent } from './follow-search.ts';

/** A search that was begun, and what it is called here: empty where it is the only one. */
export interface Begun {
  label: string;
  searchId: string;
  budget: number;
}

type Progress = NonNullable<SearchProgressQuery['search']>;

/** What is said of a search while it runs: a line for each candidate that has ended, and where it stands. */
export class SearchLines {
  private readonly begun = Date.now();
  /** Candidates, and how many of their rungs had ended: each of these is a line. */
  private readonly shown = new Set<string>();
  private standing: StandingFragment | null = null;
  private running: string[] = [];

  constructor(private readonly search: Begun) {}

  /** The line that an event is worth; null for most. */
  line({ kind, search, candidate, trial }: SearchEvent): string | null {
    if (search) this.standing = search;
    if (!candidate) return null;
    const { number, notation, seconds, rungs } = candidate;
    const ended = rungs.filter(({ endedAt }) => endedAt !== null);
    const name = `${this.label}#${number}`;
    if (kind === 'TRIAL_FINISHED' && this.isNew(`${number} ${ended.length}`))
      return `${name}  ${outcomeText(candidate, trial)}  ${seconds?.toFixed(1) ?? '?'} s  ${notation}`;
    if (kind !== 'TRIAL_QUEUED') return null;
    const climbs = rungs.find(({ endedAt }) => endedAt === null);
    return climbs && ended.length > 0 && this.isNew(`${number} to ${climbs.epochs}`)
      ? `${name}  promoted, to be trained up to epoch ${climbs.epochs}`
      : `${name}  goes to another worker`;
  }

  /** What was read of it between two events. */
  read({ candidates, ...standing }: Progress): void {
    this.standing = standing;
    this.running = candidates.edges.map(({ node: { number, trial } }) => {
      const at = trial?.progress;
      return `#${number} ${at ? (at.preparing ?? `epoch ${at.epoch}/${at.epochs}, step ${at.step}/${at.steps}`) : 'starts'}`;
    });
  }

  /** Where it stands; `trials` tells how far those are that run, as they were last read. */
  status(trials: boolean): string {
    const { standing } = this;
    if (!standing) return `${this.label}waiting for a worker, ${formatSeconds((Date.now() - this.begun) / 1000)}`;
    const { counts, best, timeLeft, status } = standing;
    if (status === 'FINISHED') return `${this.label}done`;
    const done = counts.done + counts.stoppedEarly + counts.failed;
    const minutes = (Date.now() - this.begun) / 60_000;
    const parts = [
      `${done}/${this.search.budget}${status === 'PAUSED' ? ' paused' : ''}`,
      best && best.reward !== null ? `best ${formatReward(best.reward)} (#${best.number})` : '',
      done > 0 ? `${(done / minutes).toFixed(1)} a minute` : '',
      ...(trials ? this.running : []),
      timeLeft ? `${timeRangeText(timeLeft)} left` : '',
    ];
    return this.label + parts.filter(Boolean).join(', ');
  }

  private get label(): string {
    return this.search.label && `${this.search.label}  `;
  }

  private isNew(key: string): boolean {
    if (this.shown.has(key)) return false;
    this.shown.add(key);
    return true;
  }
}

/** How a candidate ended, in a few words. */
function outcomeText({ reward, status, rungs, prediction }: NonNullable<SearchEvent['candidate']>, trial: SearchEvent['trial']): string {
  if (reward === null) return `failed: ${trial?.failure?.reason ?? 'no reward'}`;
  const rung = rungs.findLast((each) => each.reward !== null);
  if (status !== 'STOPPED_EARLY' || !prediction)
    return `reward ${formatReward(reward)}${rung ? ` after ${rung.epochs} ${rung.epochs === 1 ? 'epoch' : 'epochs'}` : ''}`;
  const { epoch, epochs, chance, best } = prediction;
  return `stopped after epoch ${epoch} of ${epochs}: ${formatReward(reward)} predicted, chance ${(100 * chance).toFixed(1)}% to beat ${formatReward(best)}`;
}

const formatReward = (reward: number): string => (reward < 0.1 ? reward.toPrecision(3) : reward.toFixed(4));

export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
