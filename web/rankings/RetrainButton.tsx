'use client';
import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { RetrainForm } from './RetrainForm.tsx';

/** Opens the form for a retraining of this search's candidates. `picked`: it begins with those that were picked. */
export function RetrainButton({ searchId, picked = false, disabled = false }: { searchId: string; picked?: boolean; disabled?: boolean }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open} disabled={disabled}>
        {picked ? 'Retrain picked' : 'Retrain'}
      </Button>
      <Modal opened={opened} onClose={close} title="Train networks again, in full" centered closeButtonProps={{ 'aria-label': 'Close' }}>
        <RetrainForm searchId={searchId} picked={picked} onClose={close} />
      </Modal>
    </>
  );
}
