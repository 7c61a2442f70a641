'use client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Loader, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { AcceptInvitationDocument, WelcomeDocument, type WelcomeQuery } from '../lib/operations.generated.ts';
import { signIn, signOut } from '../lib/session.ts';
import { Brand } from '../shell/Brand.tsx';
import { Problem } from '../shell/states.tsx';
import { ROLES, roleName } from './roles.ts';

type Invitation = NonNullable<WelcomeQuery['invitation']>;

/** The end of a one-time link: what it is good for, and how to use it. */
export function Welcome({ secret }: { secret: string }) {
  const { data, error, refetch } = useQuery(WelcomeDocument, { variables: { secret }, fetchPolicy: 'network-only' });
  // What was asked first stays: once used, the invitation is gone, and the way on is another page.
  const [first, setFirst] = useState<WelcomeQuery | null>(null);
  if (data && !first) setFirst(data);
  const shown = first ?? data;
  return (
    <Paper withBorder p="xl" w="100%" maw={400}>
      <Stack gap="sm">
        <Brand />
        {shown ? (
          shown.invitation ? (
            <Invited secret={secret} invitation={shown.invitation} viewer={shown.viewer} />
          ) : (
            <Useless signedIn={shown.viewer !== null} />
          )
        ) : error ? (
          <Problem title="The platform does not answer" error={error} onRetry={() => void refetch().catch(() => null)} />
        ) : (
          <div role="status" aria-label="Looking at the invitation">
            <Loader size="sm" />
          </div>
        )}
      </Stack>
    </Paper>
  );
}

function Useless({ signedIn }: { signedIn: boolean }) {
  return (
    <>
      <Title order={1}>This link cannot be used</Title>
      <Text c="dimmed">
        It was used already, has expired, was withdrawn, or is not complete. Each works once. Ask an admin of the team for another; the very
        first one is printed by the platform when it starts.
      </Text>
      <Button component="a" href={signedIn ? '/searches' : '/sign-in'} variant="default">
        {signedIn ? 'To the searches' : 'Sign in'}
      </Button>
    </>
  );
}

function Invited({ secret, invitation, viewer }: { secret: string; invitation: Invitation; viewer: WelcomeQuery['viewer'] }) {
  const means = ROLES.find(({ value }) => value === invitation.role)?.means;
  return (
    <>
      <Title order={1}>{invitation.firstAccount ? 'Welcome to Handpick' : `Join ${invitation.teamName}`}</Title>
      <Text c="dimmed">
        {invitation.firstAccount
          ? `Make the first account. It belongs to the team ${invitation.teamName}, and as its admin you invite the others.`
          : `You are invited as ${roleName(invitation.role).toLowerCase()}, who ${means}.`}
      </Text>
      {viewer ? <JoinAs secret={secret} name={viewer.name} email={viewer.email} /> : <NewAccount secret={secret} />}
    </>
  );
}

/** For somebody who is signed in. */
function JoinAs({ secret, name, email }: { secret: string; name: string; email: string | null }) {
  const [accept, { loading }] = useMutation(AcceptInvitationDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const join = async () => {
    try {
      const { data } = await accept({ variables: { input: { secret } } });
      const { member, userErrors } = data!.acceptInvitation;
      if (member) location.assign(`/searches?team=${encodeURIComponent(member.team.slug)}`);
      else setProblem(userErrors[0]?.message ?? 'The invitation was refused.');
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const leave = () =>
    signOut().then(
      () => location.reload(),
      (error: Error) => setProblem(error.message),
    );
  return (
    <>
      {problem && <Problem title="Not joined" error={new Error(problem)} />}
      <Button size="sm" onClick={() => void join()} loading={loading}>
        Join as {name}
      </Button>
      <Button variant="subtle" onClick={() => void leave()}>
        {email ? `Not ${email}? Sign out first` : 'Use another account'}
      </Button>
    </>
  );
}

type Field = 'name' | 'email' | 'password';
const FIELDS: readonly Field[] = ['name', 'email', 'password'];

function NewAccount({ secret }: { secret: string }) {
  const [accept] = useMutation(AcceptInvitationDocument);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Partial<Record<Field | 'secret', string>>>({});
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const account = { name: String(form.get('name')), email: String(form.get('email')), password: String(form.get('password')) };
    setBusy(true);
    try {
      const { data } = await accept({ variables: { input: { secret, account } } });
      const { member, userErrors } = data!.acceptInvitation;
      if (member) {
        await signIn(account.email, account.password);
        location.assign('/searches');
        return;
      }
      const found: typeof problems = {};
      for (const { field, message } of userErrors) found[fieldOf(field ?? null)] ??= message;
      setProblems(found);
      const first = FIELDS.find((name) => found[name]);
      if (first) element.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    } catch (error) {
      setProblems({ secret: (error as Error).message });
    }
    setBusy(false);
  };
  return (
    <form method="post" onSubmit={submit}>
      <Stack gap="sm">
        {problems.secret && <Problem title="No account was made" error={new Error(problems.secret)} />}
        <TextInput
          size="sm"
          name="name"
          label="Name"
          description="As others see it."
          autoComplete="name"
          required
          autoFocus
          error={problems.name}
        />
        <TextInput size="sm" name="email" type="email" label="E-mail" autoComplete="username" required error={problems.email} />
        <PasswordInput
          size="sm"
          name="password"
          label="Password"
          description="10 to 128 characters."
          autoComplete="new-password"
          minLength={10}
          required
          error={problems.password}
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
        />
        <Button type="submit" size="sm" loading={busy}>
          Make the account
        </Button>
        <Text size="xs" c="dimmed">
          You have an account already?{' '}
          <a className="hp-link" href="/sign-in">
            Sign in
          </a>
          , then open this link again.
        </Text>
      </Stack>
    </form>
  );
}

/** Whatever is not a field of the account is about the invitation. */
function fieldOf(path: string | null): Field | 'secret' {
  return FIELDS.find((name) => path === `account.${name}`) ?? 'secret';
}
