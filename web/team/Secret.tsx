'use client';
import { Alert, Button, CopyButton, Group, Text } from '@mantine/core';
import classes from './team.module.css';

/** Shown once, right after it was made; there is no way to see it again. */
export function Secret({ title, text, note, onDone }: { title: string; text: string; note: string; onDone: () => void }) {
  return (
    <Alert color="teal" title={title} role="status">
      <Text size="sm">{note}</Text>
      <code className={classes.secret}>{text}</code>
      <Group gap="xs" mt="xs">
        <CopyButton value={text}>{({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}</CopyButton>
        <Button variant="default" onClick={onDone}>
          Done
        </Button>
      </Group>
    </Alert>
  );
}
