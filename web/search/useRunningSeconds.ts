'use client';
import { useEffect, useState } from 'react';

/** Seconds of running that go on between two answers of the server: `seconds` as it was last told, plus what has passed since. */
export function useRunningSeconds(seconds: number, running: boolean): number {
  const [passed, setPassed] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new answer counts from its own moment
  useEffect(() => {
    setPassed(0);
    if (!running) return;
    const told = performance.now();
    const timer = setInterval(() => setPassed((performance.now() - told) / 1000), 1000);
    return () => clearInterval(timer);
  }, [seconds, running]);
  return seconds + passed;
}
