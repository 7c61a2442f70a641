'use client';
import { useEffect, useRef, useState } from 'react';
import type { Architecture } from '../../schema/networks/architecture.ts';
import type { DataShape, SpaceLimits } from '../../schema/spaces/limits.ts';
import type { MeasureAnswer, Size } from './measure.ts';

export interface Measured {
  /** Of what is shown; differs from what is asked while that is worked out. */
  key: string;
  count: string;
  example: Architecture;
  smallest: Size | null;
  largest: Size | null;
}

/**
 * Measures a space in a thread of its own. `limits` null: they are wrong, nothing is measured, and what was shown stays. A changed space ends
 * the work on the one before.
 */
export function useMeasure(limits: SpaceLimits | null, data: DataShape | null, seed: number): { measured: Measured | null; busy: boolean } {
  const [measured, setMeasured] = useState<Measured | null>(null);
  const key = limits && data ? JSON.stringify([limits, data, seed]) : null;
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (key === null) return;
    const [wanted, shape, drawn] = JSON.parse(key) as [SpaceLimits, DataShape, number];
    let worker: Worker | null = null;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data: answer }: MessageEvent<MeasureAnswer>) => {
        if (answer.type === 'COUNTED') setMeasured({ key, count: answer.count, example: answer.example, smallest: null, largest: null });
        else {
          done.current = key;
          setMeasured((before) => before && { ...before, smallest: answer.smallest, largest: answer.largest });
        }
      };
      worker.postMessage({ key, limits: wanted, data: shape, seed: drawn });
    }, 150);
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [key]);
  return { measured, busy: key !== null && done.current !== key };
}
