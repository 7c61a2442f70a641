'use client';
import { Problem } from '../shell/states.tsx';

/** A fault of the page itself; the shell around it stays. */
export default function ErrorPage({ error, reset }: { error: Error; reset: () => void }) {
  return <Problem title="The page has a fault" error={error} onRetry={reset} />;
}
