'use client';
import { useCallback, useEffect, useRef } from 'react';

/** Runs `act` at once, then at most once in `ms` however often it is asked for; what was asked for meanwhile is done at the end. */
export function useThrottle(act: () => void, ms: number): () => void {
  const latest = useRef(act);
  latest.current = act;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const again = useRef(false);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return useCallback(() => {
    if (timer.current) {
      again.current = true;
      return;
    }
    const run = () => {
      again.current = false;
      latest.current();
      timer.current = setTimeout(() => {
        timer.current = null;
        if (again.current) run();
      }, ms);
    };
    run();
  }, [ms]);
}
