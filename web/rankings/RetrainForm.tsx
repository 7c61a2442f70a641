'use client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Group, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { rewardsFor } from '../../schema/plans/rewards.ts';
import { fullTraining } from '../../schema/rankings/retrain.ts';
import { RetrainDocument, RetrainFormDocument, type RetrainFormQuery, type RewardKind } from '../lib/operations.generated.ts';
import { REWARD_LABELS } from '../search/filters.ts';
import { toast } from '../shell/toasts.ts';

interface Props {
  searchId: string;
  picked: boolean;
  onClose: () => void;
}

/** Which networks, and how long: the rest is as in the search, but all of each network is trained. */
export function RetrainForm(props: Props) {
  const { data, error } = useQuery(RetrainFormDocument, { variables: { id: props.searchId }, fetchPolicy: 'network-only' });
  if (error) return <Alert color="red">{error.message}</Alert>;
  return data?.search ? <Form {...props} search={data.search} /> : <Text role="status">Reading the plan …</Text>;
}

type Search = NonNullable<RetrainFormQuery['search']>;

function Form({ search, picked, onClose }: Props & { search: Search }) {
  const router = useRouter();
  const { plan, counts, dataset } = search;
  const usual = fullTraining(withoutNames(plan.training));
  const [which, setWhich] = useState(picked ? 'picked' : 'top');
  const [count, setCount] = useState<number | string>(Math.min(10, Math.max(1, counts.done)));
  const [reward, setReward] = useState<RewardKind>(plan.reward);
  const [epochs, setEpochs] = useState<number | string>(usual.epochs);
  const [images, setImages] = useState<number | string>('');
  const [seed, setSeed] = useState<number | string>(plan.seed);
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<{ field?: string | null; message: string }[]>([]);
  const [retrain, { loading }] = useMutation(RetrainDocument, {
    onError: ({ message }) => setProblems([{ message }]),
    onCompleted: ({ retrain: { search: begun, userErrors } }) => {
      setProblems(userErrors);
      if (!begun) return;
      onClose();
      router.push(`/searches/${begun.id}`);
      toast.done(`${begun.name} has begun`);
    },
  });
  const at = (field: string) => problems.find((problem) => problem.field?.startsWith(field))?.message;
  const known = ['name', 'candidates', 'training.epochs', 'training.trainImages', 'seed'];
  const others = problems.filter(({ field }) => !known.some((each) => field?.startsWith(each)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void retrain({
      variables: {
        input: {
          searchId: search.id,
          name: name.trim() || null,
          seed: Number(seed),
          candidates: which === 'picked' ? { picked: true } : { top: { count: Number(count), by: { reward } } },
          training: { ...usual, epochs: Number(epochs), trainImages: images === '' ? null : Number(images) },
        },
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label="Which networks"
          data={[
            { value: 'top', label: 'The best' },
            { value: 'picked', label: `Picked (${counts.picked})`, disabled: counts.picked === 0 },
          ]}
          value={which}
          onChange={setWhich}
        />
        {which === 'top' && (
          <Group grow align="flex-start">
            <NumberInput
              label="How many"
              min={1}
              max={1000}
              allowDecimal={false}
              value={count}
              onChange={setCount}
              error={at('candidates')}
            />
            <Select
              label="By"
              data={rewardsFor(plan.training.task).map((kind) => ({ value: kind, label: REWARD_LABELS[kind] }))}
              value={reward}
              allowDeselect={false}
              onChange={(kind) => kind && setReward(kind as RewardKind)}
            />
          </Group>
        )}
        {which === 'picked' && at('candidates') && <Alert color="red">{at('candidates')}</Alert>}
        <Group grow align="flex-start">
          <NumberInput
            label="Epochs"
            description={`the search: ${plan.training.epochs}`}
            min={1}
            max={1000}
            allowDecimal={false}
            value={epochs}
            onChange={setEpochs}
            error={at('training.epochs')}
          />
          <NumberInput
            label="Images"
            description={`the search: ${(plan.training.trainImages ?? dataset.trainCount).toLocaleString('en')}`}
            placeholder={`all ${dataset.trainCount.toLocaleString('en')}`}
            min={1}
            allowDecimal={false}
            value={images}
            onChange={setImages}
            error={at('training.trainImages')}
          />
          <NumberInput
            label="Seed"
            description={`the search: ${plan.seed}`}
            allowDecimal={false}
            value={seed}
            onChange={setSeed}
            error={at('seed')}
          />
        </Group>
        <TextInput
          label="Name"
          placeholder="What is retrained of which search"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={at('name')}
        />
        <Text size="sm" c="dimmed">
          A search of its own, of these networks alone: each is trained end to end, once, to the last epoch. Then both rankings can be
          compared.
        </Text>
        {others.map(({ field, message }) => (
          <Alert key={`${field} ${message}`} color="red">
            {field ? `${field}: ${message}` : message}
          </Alert>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={loading}>
            Begin
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The cache's __typename is no part of an input. */
function withoutNames<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, each) => (key === '__typename' ? undefined : each)));
}
