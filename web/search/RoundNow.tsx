'use client';
import { useQuery } from '@apollo/client/react';
import { Progress, Text } from '@mantine/core';
import { RoundNowDocument } from '../lib/operations.generated.ts';
import { roundNowText } from './rounds.ts';
import search from './search.module.css';

/** As often as a worker tells. */
const EVERY_MS = 2_000;

/** What the round of ENAS under way is doing. Nothing while none is. */
export function RoundNow({ searchId }: { searchId: string }) {
  const { data } = useQuery(RoundNowDocument, { variables: { id: searchId }, pollInterval: EVERY_MS, fetchPolicy: 'network-only' });
  const now = data?.search?.roundProgress;
  if (!now) return null;
  return (
    <section className={search.round}>
      <Text size="sm">{roundNowText(now)}</Text>
      <Progress value={(100 * now.step) / Math.max(1, now.steps)} size={3} mt={3} aria-label="Done of this part of the round" />
    </section>
  );
}
