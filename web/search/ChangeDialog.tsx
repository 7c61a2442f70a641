'use client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Changeable } from '../../schema/plans/change.ts';
import { docsOf } from '../launch/docs.ts';
import { FIELD_ORDER } from '../launch/fields.tsx';
import { inWords } from '../lib/code-names.ts';
import { ChangeFormDocument, type ChangeFormQuery, ChangeSearchDocument, LaunchDescriptionsDocument } from '../lib/operations.generated.ts';
import { toast } from '../shell/toasts.ts';
import { CHANGE_LABELS, type ChangeProblems, type ChangeValues, changeFields, changeValues, readChange } from './changes.ts';
import { EarlyStopFields } from './EarlyStopFields.tsx';

interface Props {
  searchId: string;
  /** The field to begin with; null: closed. */
  focus: Changeable | null;
  onClose: () => void;
}

/** What can be changed of a search that has begun. */
export function ChangeDialog(props: Props) {
  return (
    <Modal
      opened={props.focus !== null}
      onClose={props.onClose}
      title="Change this search"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {props.focus && <ChangeForm {...props} focus={props.focus} />}
    </Modal>
  );
}

function ChangeForm(props: Props & { focus: Changeable }) {
  const { data, error } = useQuery(ChangeFormDocument, { variables: { id: props.searchId }, fetchPolicy: 'network-only' });
  const described = useQuery(LaunchDescriptionsDocument, { fetchPolicy: 'cache-first' });
  if (error) return <Alert color="red">{error.message}</Alert>;
  if (!data?.search || described.loading) return <Text role="status">Reading the plan …</Text>;
  const types = { ...(described.data ?? ({} as never)), change: data.change };
  return <Form {...props} search={data.search} docs={docsOf(types)} />;
}

function Form({
  search,
  docs,
  focus,
  onClose,
}: Props & { search: NonNullable<ChangeFormQuery['search']>; docs: ReturnType<typeof docsOf>; focus: Changeable }) {
  // as the plan was when the form was opened: what others change meanwhile is not taken back
  const [before] = useState(() => changeValues(search.plan));
  const [values, setValues] = useState(before);
  const form = useRef<HTMLFormElement>(null);
  // the dialog was there before its fields
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>('[data-autofocus]');
    first?.focus();
    first?.select();
  }, []);
  const [refused, setRefused] = useState<{ field?: string | null; message: string }[]>([]);
  const { change, problems } = useMemo(() => readChange(before, values), [before, values]);
  const fields = changeFields(search.plan.controller.kind);
  const changed = Object.keys(change);
  const [send, { loading }] = useMutation(ChangeSearchDocument, {
    onError: ({ message }) => setRefused([{ message }]),
    onCompleted: ({ changeSearch: { search: now, userErrors } }) => {
      setRefused(userErrors.map(({ field, message }) => ({ field, message: inWords(message) })));
      if (!now || userErrors.length > 0) return;
      onClose();
      toast.done('Holds from the next candidate on', 'Changed');
    },
  });
  // a schedule is one field, an early stop has several
  const isAt = (path: string) => (each: { field?: string | null }) =>
    each.field === path || (path !== 'prediction' && each.field?.startsWith(`${path}.`));
  const problemAt = (path: string) => problems[path as keyof ChangeProblems] ?? refused.find(isAt(path))?.message;
  const others = refused.filter(({ field: at }) => !fields.some(({ field }) => at === field || at?.startsWith(`${field}.`)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (loading || changed.length === 0 || Object.keys(problems).length > 0) return;
    void send({ variables: { input: { searchId: search.id, ...change } } });
  };
  const put = <K extends Changeable>(field: K, value: ChangeValues[K]) => {
    setValues((was) => ({ ...was, [field]: value }));
    setRefused((was) => was.filter((each) => each.field !== field && !each.field?.startsWith(`${field}.`)));
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {search.status === 'FINISHED'
            ? 'It has finished: with a larger number of networks it goes on.'
            : 'Holds for what is proposed and learned from the next candidate on; what is being trained goes on.'}
        </Text>
        {fields.map(({ field, doc }) => {
          if (field === 'prediction')
            return (
              <EarlyStopFields
                key={field}
                values={values.prediction!}
                docs={docs}
                first={field === focus}
                problemAt={problemAt}
                onChange={(next) => put(field, next)}
              />
            );
          const shared = {
            label: CHANGE_LABELS[field],
            description: docs.get(doc),
            inputWrapperOrder: FIELD_ORDER,
            error: problemAt(field),
            'data-autofocus': field === focus || undefined,
          };
          const decimal = field === 'learningRate' || field === 'entropyWeight';
          return field === 'epsilon' ? (
            <TextInput
              key={field}
              {...shared}
              description={`${docs.get(doc) ?? ''} As epsilon:candidates.`}
              classNames={{ input: 'hp-mono' }}
              spellCheck={false}
              autoComplete="off"
              value={String(values.epsilon)}
              onChange={(event) => put(field, event.currentTarget.value)}
            />
          ) : (
            <NumberInput
              key={field}
              {...shared}
              allowDecimal={decimal}
              hideControls
              clampBehavior="none"
              thousandSeparator={decimal ? undefined : ','}
              inputMode={decimal ? 'decimal' : 'numeric'}
              placeholder={field === 'patience' ? 'never ends early' : undefined}
              value={values[field]}
              onChange={(value) => put(field, value)}
            />
          );
        })}
        {others.map(({ field, message }) => (
          <Alert key={`${field} ${message}`} color="red">
            {message}
          </Alert>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={loading} disabled={changed.length === 0 || Object.keys(problems).length > 0}>
            {loading ? 'Changing …' : 'Change'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
