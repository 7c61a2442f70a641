import { Text } from '@mantine/core';
import type { WorkerStatus } from '../lib/operations.generated.ts';
import { seedNote } from './seeds.ts';

/** For those who count on a seed; nothing where every worker that is there promises the same numbers again. */
export function SeedNote({
  workers,
}: {
  workers: readonly { name: string; device: string; status: WorkerStatus; reproducible: boolean }[];
}) {
  const note = seedNote(workers);
  return note === null ? null : (
    <Text size="xs" c="dimmed" mt={4}>
      {note}
    </Text>
  );
}
