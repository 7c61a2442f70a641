'use client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, FileInput, Group, Modal, NumberInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { VOCABULARY_SIZE } from '../../schema/datasets/words.ts';
import { ImportDatasetDocument, type ImportLineFragment, type TextUnit } from '../lib/operations.generated.ts';
import { toast } from '../shell/toasts.ts';
import classes from './datasets.module.css';
import { startUpload } from './uploads.ts';
import { importFor, nameOfFile } from './words.ts';

interface Props {
  teamId: string;
  /** One that was dropped. */
  file: File | null;
  imports: readonly ImportLineFragment[];
  onClose: () => void;
  onBegun: () => void;
}

const ACCEPTED = '.zip,.txt,application/zip,text/plain';

/** Asks for a file and what shall become of it, and begins to send it. What the server refuses is said at the field. */
export function AddDataset({ teamId, file: dropped, imports, onClose, onBegun }: Props) {
  const client = useApolloClient();
  const narrow = useMediaQuery('(max-width: 640px)') ?? false;
  const [file, setFile] = useState(dropped);
  const [problem, setProblem] = useState<string | null>(null);
  const [begin, { loading }] = useMutation(ImportDatasetDocument);
  const form = useForm({
    initialValues: {
      name: dropped ? nameOfFile(dropped.name) : '',
      smallestSide: '' as number | '',
      crop: false,
      validationShare: 0.15 as number | '',
      testShare: 0 as number | '',
      skippedShare: 0.01 as number | '',
      seed: 1 as number | '',
      textUnit: 'WORDS' as TextUnit,
      vocabularySize: VOCABULARY_SIZE.usual as number | '',
      source: '',
      licence: '',
    },
  });
  const isText = file !== null && /\.txt$/i.test(file.name);
  const mayBeText = file !== null && /\.(txt|zip)$/i.test(file.name);
  const interrupted = file && importFor(imports, file);
  const choose = (next: File | null) => {
    setFile(next);
    setProblem(null);
    if (next && !form.isTouched('name')) form.setFieldValue('name', nameOfFile(next.name));
  };
  const send = (importId: string, what: File) => {
    startUpload(client, importId, what).catch((error: Error) => toast.problem(error.message, `${what.name} cannot be read`));
    onBegun();
    onClose();
  };
  const submit = form.onSubmit(
    async ({ smallestSide, validationShare, testShare, skippedShare, seed, vocabularySize, source, licence, ...values }) => {
      if (!file) return setProblem('Choose a file');
      if (interrupted) return send(interrupted.id, file);
      setProblem(null);
      const shares = {
        validationShare: number(validationShare),
        testShare: number(testShare),
        skippedShare: number(skippedShare),
        seed: number(seed),
        vocabularySize: number(vocabularySize),
      };
      const input = {
        ...{ teamId, fileName: file.name, size: String(file.size), ...values, ...shares },
        ...{ smallestSide: smallestSide === '' ? null : smallestSide, source: source || null, licence: licence || null },
      };
      try {
        const { data } = await begin({ variables: { input } });
        const { import: entry, userErrors } = data!.importDataset;
        if (entry) return send(entry.id, file);
        const fields = Object.fromEntries(
          userErrors.filter(({ field }) => field && field in form.values).map(({ field, message }) => [field, message]),
        );
        form.setErrors(fields);
        setProblem(userErrors.find(({ field }) => !field || !(field in form.values))?.message ?? null);
        const [first] = Object.keys(fields);
        if (first) form.getInputNode(first)?.focus();
      } catch (error) {
        setProblem((error as Error).message);
      }
    },
  );
  const share = { min: 0, max: 0.5, step: 0.05, decimalScale: 4, clampBehavior: 'none' as const };
  return (
    <Modal opened onClose={onClose} title="Add a dataset" size="lg" fullScreen={narrow} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <FileInput
            label="File"
            description="A zip of pictures (PNG, JPEG) in class folders, or with labels.csv; a zip of texts; a text in UTF-8. At most 4 GiB"
            placeholder="Choose a file"
            accept={ACCEPTED}
            size="xs"
            value={file}
            onChange={choose}
            error={problem}
            data-autofocus={dropped ? undefined : true}
          />
          {interrupted ? (
            <Text>Its upload as {interrupted.name} was interrupted; it goes on from there, as it was begun.</Text>
          ) : (
            <>
              <TextInput
                label="Name"
                description="With the name of a dataset of the team it becomes a new version of it"
                maxLength={80}
                required
                withAsterisk={false}
                data-autofocus={dropped ? true : undefined}
                {...form.getInputProps('name')}
              />
              {!isText && (
                <Group align="end" className={classes.pair}>
                  <NumberInput
                    label="Smallest side"
                    description="Pixels; pictures are scaled to it and keep their shape. Empty: they stay as they are"
                    placeholder="as it is"
                    min={4}
                    max={512}
                    allowDecimal={false}
                    clampBehavior="none"
                    {...form.getInputProps('smallestSide')}
                  />
                  <Switch label="Cut to squares, so that all have one size" {...form.getInputProps('crop', { type: 'checkbox' })} />
                </Group>
              )}
              <div className={classes.fields}>
                <NumberInput label="Share for validation" {...share} {...form.getInputProps('validationShare')} />
                <NumberInput label="Share for testing" {...share} {...form.getInputProps('testShare')} />
                <NumberInput
                  label="Seed of the split"
                  min={0}
                  max={2 ** 31 - 1}
                  allowDecimal={false}
                  clampBehavior="none"
                  {...form.getInputProps('seed')}
                />
                {!isText && <NumberInput label="Share that may be broken" {...share} step={0.01} {...form.getInputProps('skippedShare')} />}
                {mayBeText && (
                  <>
                    <Select
                      label="Tokens of a text"
                      data={[
                        { value: 'WORDS', label: 'Words' },
                        { value: 'CHARACTERS', label: 'Characters' },
                      ]}
                      allowDeselect={false}
                      {...form.getInputProps('textUnit')}
                    />
                    {form.values.textUnit === 'WORDS' && (
                      <NumberInput
                        label="Words of the vocabulary"
                        description="At most; rarer words are unknown"
                        min={VOCABULARY_SIZE.least}
                        max={VOCABULARY_SIZE.most}
                        allowDecimal={false}
                        clampBehavior="none"
                        {...form.getInputProps('vocabularySize')}
                      />
                    )}
                  </>
                )}
              </div>
              <Text size="xs" c="dimmed">
                Shares are taken class by class, at random by the seed; folders named train, validation and test are taken as they are.
              </Text>
              <div className={classes.fields}>
                <TextInput label="Where it is from" maxLength={500} {...form.getInputProps('source')} />
                <TextInput label="Licence" maxLength={200} {...form.getInputProps('licence')} />
              </div>
            </>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={loading}>
              {interrupted ? 'Go on' : 'Add'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** An emptied field is a value that the server refuses at this field. */
const number = (value: number | '' | string): number => (value === '' ? -1 : Number(value));
