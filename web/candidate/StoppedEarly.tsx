'use client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { RetrainDocument, RetrainFormDocument } from '../lib/operations.generated.ts';
import { toast } from '../shell/toasts.ts';
import { type Predicted, predictionSentence } from './prediction.ts';

/** The prediction of a candidate; one that was stopped can be trained to the end, in a search of its own under the same training. */
export function StoppedEarly({
  searchId,
  number,
  prediction,
  canTrain,
}: {
  searchId: string;
  number: number;
  prediction: Predicted;
  canTrain: boolean;
}) {
  return (
    <Group gap="sm" mt="xs" align="flex-start">
      <Text size="sm" flex="1 1 240px">
        {predictionSentence(prediction)}
      </Text>
      {prediction.stops && canTrain && <TrainToTheEnd searchId={searchId} number={number} />}
    </Group>
  );
}

function TrainToTheEnd({ searchId, number }: { searchId: string; number: number }) {
  const router = useRouter();
  const client = useApolloClient();
  const [retrain] = useMutation(RetrainDocument);
  const [busy, setBusy] = useState(false);
  const begin = async () => {
    setBusy(true);
    try {
      const { data: form } = await client.query({ query: RetrainFormDocument, variables: { id: searchId }, fetchPolicy: 'network-only' });
      const training = JSON.parse(JSON.stringify(form!.search!.plan.training, (key, each) => (key === '__typename' ? undefined : each)));
      const input = { searchId, candidates: { numbers: [number] }, training };
      const { search, userErrors } = (await retrain({ variables: { input } })).data!.retrain;
      if (!search) throw new Error(userErrors.map(({ message }) => message).join('; '));
      router.push(`/searches/${search.id}`);
      toast.done(`${search.name} has begun`);
    } catch (error) {
      toast.problem((error as Error).message, 'Not begun');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="default" size="compact-sm" loading={busy} onClick={() => void begin()} style={{ flex: 'none' }}>
      Train it to the end
    </Button>
  );
}
