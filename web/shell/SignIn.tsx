'use client';
import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { explainSignIn, safePath, signIn } from '../lib/session.ts';
import { Brand } from './Brand.tsx';

/** `next`: where the person was going. */
export function SignIn({ next }: { next: string | null }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      await signIn(String(form.get('email')), String(form.get('password')));
      // A full load, so that nothing of whoever was here before stays in memory.
      location.assign(safePath(next));
    } catch (error) {
      setProblem(explainSignIn(error));
      setBusy(false);
      password.current?.focus();
    }
  };
  return (
    <Paper component="form" method="post" onSubmit={submit} withBorder p="xl" w="100%" maw={360}>
      <Stack gap="sm">
        <Brand />
        <Title order={1}>Sign in to Handpick</Title>
        <TextInput name="email" type="email" label="E-mail" autoComplete="username" required autoFocus size="sm" />
        <PasswordInput
          ref={password}
          name="password"
          label="Password"
          autoComplete="current-password"
          required
          size="sm"
          error={problem}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
        />
        <Button type="submit" size="sm" loading={busy}>
          Sign in
        </Button>
        <Text size="xs" c="dimmed">
          New here? Accounts come with an invitation: open the link that an admin of your team, or the platform at its first start, gave
          you.
        </Text>
      </Stack>
    </Paper>
  );
}
