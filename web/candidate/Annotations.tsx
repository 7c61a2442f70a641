'use client';
import { Text } from '@mantine/core';
import type { AnnotationPartsFragment } from '../lib/operations.generated.ts';
import classes from './candidate.module.css';
import { VerdictWord } from './words.tsx';

/** What everyone said of a candidate, the newest first. Annotations that say nothing (any more) are left out. */
export function Annotations({ annotations, viewerId }: { annotations: readonly AnnotationPartsFragment[]; viewerId: string | null }) {
  const spoken = annotations
    .filter(({ verdict, rating, tags, note }) => verdict || rating || tags.length > 0 || note)
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  if (spoken.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nobody has said anything yet.
      </Text>
    );
  }
  return (
    <ul className={classes.people}>
      {spoken.map(({ id, member, verdict, rating, tags, note }) => (
        <li key={id}>
          <strong>{member.id === viewerId ? 'You' : member.name}</strong> {verdict && <VerdictWord verdict={verdict} />}{' '}
          {rating && <span title={`${rating} of 5`}>rated {rating}/5</span>} {tags.map((tag) => `#${tag}`).join(' ')}
          {note && <div className={classes.note}>{note}</div>}
        </li>
      ))}
    </ul>
  );
}
