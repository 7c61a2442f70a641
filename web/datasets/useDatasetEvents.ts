'use client';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { createElement } from 'react';
import { useLive } from '../lib/live.ts';
import { DatasetEventsDocument, type DatasetEventsSubscription, type EventKind } from '../lib/operations.generated.ts';
import { useTeam } from '../lib/viewer.tsx';
import { useThrottle } from '../search/useThrottle.ts';
import { skippedWords } from './words.ts';

const KINDS: EventKind[] = ['DATASET_ADDED', 'DATASET_IMPORT_CHANGED', 'SEARCH_CREATED'];

/** Reads again when datasets, imports or their use change; says so when a dataset is ready. `after` null: not yet. */
export function useDatasetEvents(after: string | null, reload: () => void): void {
  const { id: teamId } = useTeam();
  const calm = useThrottle(reload, 300);
  useLive(DatasetEventsDocument, after === null ? null : { teamId, after, kinds: KINDS }, ({ events }: DatasetEventsSubscription) => {
    calm();
    if (events.kind === 'DATASET_ADDED' && events.dataset) tell(events.dataset);
  });
}

/** Takes the message back. */
export const hideReady = (id: string): void => void notifications.hide(`dataset ${id}`);

function tell({ id, name, skipped }: NonNullable<DatasetEventsSubscription['events']['dataset']>): void {
  notifications.show({
    id: `dataset ${id}`,
    title: `${name} is ready`,
    message: createElement(
      Link,
      { href: `/datasets/${id}`, className: 'hp-link' },
      skipped.length > 0 ? `Look at it; ${skippedWords(skipped.length)}` : 'Look at it',
    ),
    color: 'teal',
    autoClose: 8000,
  });
}
