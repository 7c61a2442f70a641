'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CandidateRowFragment, SearchPointsDocument, type SearchPointsQuery } from '../lib/operations.generated.ts';

export type Point = NonNullable<SearchPointsQuery['search']>['points'][number];

/**
 * One point a candidate, in order of numbers: read once, then kept by what events carry. Changes are drawn once a frame, however many
 * come; an event that overtakes the first answer is kept and wins over it.
 */
export function usePoints(searchId: string): {
  points: readonly Point[];
  error: Error | null;
  put: (candidate: CandidateRowFragment) => void;
  reload: () => void;
} {
  const client = useApolloClient();
  const known = useRef<(Point | undefined)[]>([]);
  const early = useRef(new Set<number>());
  const frame = useRef(0);
  const [points, setPoints] = useState<readonly Point[]>([]);
  const [error, setError] = useState<Error | null>(null);
  const [round, setRound] = useState(0);

  const draw = useCallback(() => {
    frame.current ||= requestAnimationFrame(() => {
      frame.current = 0;
      setPoints(known.current.filter((point) => point !== undefined));
    });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again
  useEffect(() => {
    let current = true;
    early.current.clear();
    client
      .query({ query: SearchPointsDocument, variables: { id: searchId, after: 0 }, fetchPolicy: 'no-cache' })
      .then(({ data }) => {
        if (!current) return;
        for (const point of data?.search?.points ?? []) if (!early.current.has(point.number)) known.current[point.number] = point;
        setError(null);
        draw();
      })
      .catch((problem: Error) => current && setError(problem));
    return () => {
      current = false;
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [client, searchId, draw, round]);

  const put = useCallback(
    ({ id, number, status, reward, epsilon, entropy, uniformEntropy, distinct, picks, rejections }: CandidateRowFragment) => {
      const entropyShare = entropy === null || !uniformEntropy ? null : entropy / uniformEntropy;
      known.current[number] = { id, number, status, reward, epsilon, entropyShare, distinct, picked: picks > 0, rejected: rejections > 0 };
      early.current.add(number);
      draw();
    },
    [draw],
  );
  const reload = useCallback(() => setRound((n) => n + 1), []);
  return { points, error, put, reload };
}
