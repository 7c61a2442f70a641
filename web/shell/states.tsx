'use client';
import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import classes from './states.module.css';

type Action = { label: string } & ({ href: string } | { onClick: () => void });

/** Says what would be here, and offers the one thing to do about it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: Action }) {
  return (
    <Stack className={classes.empty} align="center" gap={6}>
      <Title order={2} size="h3">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" maw={480} ta="center">
          {children}
        </Text>
      )}
      {action &&
        ('href' in action ? (
          <Button mt={6} component={Link} href={action.href}>
            {action.label}
          </Button>
        ) : (
          <Button mt={6} onClick={action.onClick}>
            {action.label}
          </Button>
        ))}
    </Stack>
  );
}

/** Holds the place of rows of 32 px until they are there. */
export function LoadingRows({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div role="status" aria-label={label} aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={row} className={classes.row}>
          <Skeleton height={12} width={`${88 - ((row * 17) % 40)}%`} />
        </div>
      ))}
    </div>
  );
}

/** Above data that is still shown, or instead of data that never came: why, and Retry. */
export function Problem({ error, onRetry, title = 'This could not be read' }: { error: Error; onRetry?: () => void; title?: string }) {
  return (
    <Alert color="red" title={title} role="alert" className={classes.problem}>
      <Group justify="space-between" align="center">
        <Text size="sm">{error.message}</Text>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            Retry
          </Button>
        )}
      </Group>
    </Alert>
  );
}
