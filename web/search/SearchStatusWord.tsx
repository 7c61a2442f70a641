import words from '../candidate/candidate.module.css';
import type { SearchStatus } from '../lib/operations.generated.ts';

const TONES: Record<SearchStatus, string | undefined> = {
  QUEUED: words.queued,
  RUNNING: words.running,
  PAUSED: words.queued,
  FINISHED: words.picked,
  STOPPED: words.queued,
  FAILED: words.failed,
};

export function SearchStatusWord({ status }: { status: SearchStatus }) {
  return <span className={`${words.word} ${TONES[status]}`}>{status}</span>;
}
