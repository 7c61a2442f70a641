'use client';
import { Button, Skeleton, Text, Title } from '@mantine/core';
import Link from 'next/link';
import classes from './search.module.css';

/** Before the first answer: about the shape of the page. */
export function Loading({ label }: { label: string }) {
  return (
    <div className={classes.page} role="status" aria-label={label}>
      <Skeleton height={28} width="40%" />
      <Skeleton height={240} />
      <Skeleton height={320} />
    </div>
  );
}

/** When there is nothing to show: why, and the one thing to do. */
export function Missing({ title, error, onRetry }: { title: string; error?: Error; onRetry?: () => void }) {
  return (
    <div className={classes.page} role="alert">
      <Title order={1} size="h3">
        {title}
      </Title>
      <Text size="sm">{error ? error.message : 'It does not exist, or you may not see it.'}</Text>
      <div>
        {error && onRetry ? (
          <Button onClick={onRetry}>Retry</Button>
        ) : (
          <Button component={Link} href="/searches">
            All searches
          </Button>
        )}
      </div>
    </div>
  );
}
