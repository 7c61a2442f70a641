'use client';
import { useMutation } from '@apollo/client/react';
import { Button, Select, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type ApiTokenKind, CreateApiTokenDocument, RevokeApiTokenDocument, type TeamMembersQuery } from '../lib/operations.generated.ts';
import { useViewer } from '../lib/viewer.tsx';
import { Confirm } from '../shell/Confirm.tsx';
import { formatMoment } from '../shell/moments.ts';
import { toast } from '../shell/toasts.ts';
import { TOKEN_KINDS, workerCommand } from './roles.ts';
import { Secret } from './Secret.tsx';
import classes from './team.module.css';

type Token = NonNullable<TeamMembersQuery['team']>['apiTokens'][number];

/** Secrets with which scripts and workers call the API: one's own, and for admins all of the team's. */
export function Tokens({ teamId, tokens, onChange }: { teamId: string; tokens: Token[]; onChange: () => void }) {
  const { can } = useViewer();
  const [create, { loading }] = useMutation(CreateApiTokenDocument);
  const [revoke] = useMutation(RevokeApiTokenDocument);
  const kinds = TOKEN_KINDS.filter(({ value }) => value === 'PERSONAL' || can('ADMIN'));
  const [kind, setKind] = useState<ApiTokenKind>('PERSONAL');
  const [name, setName] = useState('');
  const [made, setMade] = useState<{ kind: ApiTokenKind; secret: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [ending, setEnding] = useState<Token | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    try {
      const { data } = await create({ variables: { input: { teamId, kind, name: name.trim() } } });
      const { secret, userErrors } = data!.createApiToken;
      if (!secret) return setProblem(userErrors[0]?.message ?? 'It was refused.');
      setMade({ kind, secret });
      setName('');
      onChange();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const end = async (token: Token) => {
    setEnding(null);
    try {
      const { data } = await revoke({ variables: { input: { apiTokenId: token.id } } });
      const refused = data?.revokeApiToken.userErrors[0];
      if (refused) toast.problem(refused.message);
      onChange();
    } catch (error) {
      toast.problem((error as Error).message);
    }
  };
  return (
    <section className={classes.section} aria-labelledby="team-tokens">
      <div className={classes.head}>
        <h2 id="team-tokens">API tokens</h2>
      </div>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label="What it is for"
          maxLength={80}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem}
        />
        <Select
          label="Kind"
          description={TOKEN_KINDS.find(({ value }) => value === kind)?.means}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          data={kinds}
          value={kind}
          allowDeselect={false}
          onChange={(value) => value && setKind(value as ApiTokenKind)}
        />
        <Button type="submit" loading={loading}>
          Make a token
        </Button>
      </form>
      {made && (
        <Secret
          title="A new token"
          text={made.kind === 'WORKER' ? workerCommand(location.origin, made.secret) : made.secret}
          note={
            made.kind === 'WORKER'
              ? 'It is shown only now. Run this on the machine that shall train, in a copy of the project:'
              : 'It is shown only now. Send it as “Authorization: Bearer …”, or put it into HANDPICK_TOKEN for the command line.'
          }
          onDone={() => setMade(null)}
        />
      )}
      {tokens.length === 0 ? (
        <Text c="dimmed">No tokens yet. Scripts, the command line and workers on other machines need one.</Text>
      ) : (
        <div className={classes.scroll}>
          <table className="hp-table">
            <thead>
              <tr>
                <th scope="col">Token</th>
                <th scope="col">Kind</th>
                <th scope="col" className="hp-wide">
                  Begins with
                </th>
                <th scope="col" className="hp-wide">
                  Made by
                </th>
                <th scope="col">Last used</th>
                <th scope="col">
                  <span className="hp-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <tr key={token.id}>
                  <td>{token.name}</td>
                  <td>{token.kind === 'WORKER' ? 'Worker' : 'Personal'}</td>
                  <td className="hp-wide hp-mono">{token.prefix}…</td>
                  <td className="hp-wide">
                    {token.createdBy?.name ?? 'the platform'}, {formatMoment(token.createdAt)}
                  </td>
                  <td>{token.lastUsedAt ? formatMoment(token.lastUsedAt) : 'never'}</td>
                  <td className="hp-number">
                    <Button variant="default" size="compact-xs" onClick={() => setEnding(token)}>
                      Revoke
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Confirm
        opened={ending !== null}
        title={`Revoke “${ending?.name}”?`}
        act="Revoke"
        onAct={() => ending && void end(ending)}
        onClose={() => setEnding(null)}
      >
        Whatever uses it is shut out at once. A worker&apos;s training goes back into the queue.
      </Confirm>
    </section>
  );
}
