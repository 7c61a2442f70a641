'use client';
import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { PerturbDatasetDocument } from '../lib/operations.generated.ts';
import { useTeam } from '../lib/viewer.tsx';
import classes from './datasets.module.css';

/** Asks for the noise of a derived dataset, and begins to make it. */
export function PerturbForm({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { id: teamId } = useTeam();
  const router = useRouter();
  const [begin, { loading }] = useMutation(PerturbDatasetDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: { deviation: 0.02 as number | '', saltAndPepper: 0 as number | '', seed: 1 as number | '', name: '' },
  });
  const submit = form.onSubmit(async (values) => {
    setProblem(null);
    const [deviation, saltAndPepper, seed] = [values.deviation, values.saltAndPepper, values.seed].map((value) =>
      value === '' ? -1 : Number(value),
    );
    const input = { teamId, datasetId: id, name: values.name.trim() || null, deviation, saltAndPepper, seed };
    try {
      const { data } = await begin({ variables: { input } });
      const { import: entry, userErrors } = data!.perturbDataset;
      if (entry) {
        onClose();
        return router.push('/datasets');
      }
      const fields = Object.fromEntries(
        userErrors.filter(({ field }) => field && field in values).map(({ field, message }) => [field, message]),
      );
      form.setErrors(fields);
      setProblem(userErrors.find(({ field }) => !field || !(field in values))?.message ?? null);
    } catch (error) {
      setProblem((error as Error).message);
    }
  });
  return (
    <Modal opened onClose={onClose} title={`${name} with noise`} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text>
            A dataset of its own with the same pictures, labels and splits, and a little noise: do the models that are picked on it have the
            latent sizes of those picked on {name}? The same noise and seed give the same bytes.
          </Text>
          <div className={classes.fields}>
            <NumberInput
              label="Gaussian noise"
              description="Standard deviation; white is 1"
              min={0}
              max={1}
              step={0.01}
              clampBehavior="none"
              data-autofocus
              {...form.getInputProps('deviation')}
            />
            <NumberInput
              label="Salt and pepper"
              description="Share of the pixels"
              min={0}
              max={1}
              step={0.01}
              clampBehavior="none"
              {...form.getInputProps('saltAndPepper')}
            />
            <NumberInput
              label="Seed"
              description="Of the noise"
              min={0}
              max={2 ** 31 - 1}
              allowDecimal={false}
              clampBehavior="none"
              {...form.getInputProps('seed')}
            />
          </div>
          <TextInput label="Name" placeholder={`${name} with noise …`} maxLength={80} {...form.getInputProps('name')} />
          {problem && (
            <Text c="var(--mantine-color-error)" role="alert">
              {problem}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={loading}>
              Make it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
