'use client';
import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  opened: boolean;
  title: string;
  /** What the button says: the act itself. */
  act: string;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Only for what cannot be undone; says what it does. */
export function Confirm({ opened, title, act, onAct, onClose, children }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': 'Close' }}>
      <Text size="sm">{children}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep
        </Button>
        <Button color="red.9" onClick={onAct}>
          {act}
        </Button>
      </Group>
    </Modal>
  );
}
