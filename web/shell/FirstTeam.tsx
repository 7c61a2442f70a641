'use client';
import { useMutation } from '@apollo/client/react';
import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { CreateTeamDocument, ViewerDocument } from '../lib/operations.generated.ts';

/** For an account that belongs to no team: make one, or wait for an invitation. */
export function FirstTeam() {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [create, { loading }] = useMutation(CreateTeamDocument, { refetchQueries: [ViewerDocument], awaitRefetchQueries: true });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { data } = await create({ variables: { input: { name } } });
      setProblem(data?.createTeam.userErrors[0]?.message ?? null);
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <form onSubmit={submit}>
      <Stack maw={420} mx="auto" mt={48} gap="sm">
        <Title order={1}>You belong to no team yet</Title>
        <Text c="dimmed">A team shares searches, workers and picks. Make one, or ask for an invitation to another.</Text>
        <TextInput
          label="Name of the team"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem}
          required
        />
        <Button type="submit" loading={loading}>
          Create the team
        </Button>
      </Stack>
    </form>
  );
}
