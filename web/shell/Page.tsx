'use client';
import { Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A page's heading, what can be done on it, and its content. */
export function Page({ title, actions, children, width }: { title: ReactNode; actions?: ReactNode; children: ReactNode; width?: number }) {
  return (
    <Stack gap="sm" maw={width}>
      <Group justify="space-between" mih={32} gap="xs">
        <Title order={1}>{title}</Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
