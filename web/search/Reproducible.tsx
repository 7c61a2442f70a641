'use client';
import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { SearchDevicesDocument, type SearchPageQuery } from '../lib/operations.generated.ts';
import { reproducibleText } from './reproducible.ts';

/** One line for those who count on the seed; nothing before the first training. Asked again when trainings have begun, and when the search ends. */
export function Reproducible({ search }: { search: NonNullable<SearchPageQuery['search']> }) {
  const { id, status, plan, changes, counts } = search;
  const { data, refetch } = useQuery(SearchDevicesDocument, { variables: { id } });
  const begun = counts.running + counts.done + counts.failed > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say when the answer may have changed
  useEffect(() => {
    if (begun) void refetch().catch(() => null);
  }, [begun, status, refetch]);
  const text = reproducibleText(data?.search?.devices ?? [], { timed: plan.budget.seconds !== null, changed: changes.length > 0 });
  return (
    text && (
      <Text size="xs" c="dimmed">
        Seed {plan.seed}. {text}
      </Text>
    )
  );
}
