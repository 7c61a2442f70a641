import type { CandidateRowFragment, FailureReason } from '../lib/operations.generated.ts';
import { formatValue } from '../plots/format.ts';
import classes from './candidate.module.css';
import { predictionSentence } from './prediction.ts';

export const FAILURE_LABELS: Record<FailureReason, string> = {
  NAN: 'loss not finite',
  OUT_OF_MEMORY: 'out of memory',
  TIMEOUT: 'too slow',
  NOT_BUILDABLE: 'not buildable',
  LOST: 'worker lost',
  ERROR: 'error',
};

/** Picked or rejected, by whom: the word itself, so that nothing hangs on a colour. */
export function VerdictWord({ verdict, count = 1 }: { verdict: 'PICKED' | 'REJECTED'; count?: number }) {
  const picked = verdict === 'PICKED';
  return (
    <span className={`${classes.word} ${picked ? classes.picked : classes.rejected}`}>
      {picked ? '✓ PICKED' : '✕ REJECTED'}
      {count > 1 ? ` ${count}` : ''}
    </span>
  );
}

/** Status in a word; how far a running trial is, why a failed one failed. */
export function StatusWord({ candidate }: { candidate: Pick<CandidateRowFragment, 'status' | 'trial' | 'imported' | 'prediction'> }) {
  const { status, trial, imported, prediction } = candidate;
  if (imported) return <span className={classes.done}>imported</span>;
  if (status === 'RUNNING') return <span className={classes.running}>{progressText(trial?.progress ?? null)}</span>;
  if (status === 'FAILED') {
    const failure = trial?.failure;
    return (
      <span className={classes.failed} title={failure?.message}>
        failed{failure ? `: ${FAILURE_LABELS[failure.reason]}` : ''}
      </span>
    );
  }
  if (status === 'STOPPED_EARLY') {
    return (
      <span className={classes.queued} title={prediction ? predictionSentence(prediction) : undefined}>
        stopped early{prediction ? `: ${prediction.epoch}/${prediction.epochs}` : ''}
      </span>
    );
  }
  return <span className={status === 'QUEUED' ? classes.queued : classes.done}>{status.toLowerCase()}</span>;
}

/** The reward; one that was only predicted is marked as such. */
export function rewardText({ reward, status }: Pick<CandidateRowFragment, 'reward' | 'status'>): string {
  return `${status === 'STOPPED_EARLY' ? '≈ ' : ''}${formatValue(reward)}`;
}

/** `2/5 · 40%`: the epoch under way, and how much of it is done. */
export function progressText(
  progress: { epoch: number; epochs: number; step: number; steps: number; preparing?: string | null } | null,
): string {
  if (!progress) return 'running';
  if (progress.preparing) return 'preparing';
  const share = progress.steps > 0 ? Math.floor((100 * progress.step) / progress.steps) : 0;
  return `epoch ${progress.epoch}/${progress.epochs} · ${share}%`;
}
