'use client';
import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { InviteMemberDocument, RevokeInvitationDocument, type Role, TeamInvitationsDocument } from '../lib/operations.generated.ts';
import { formatMoment } from '../shell/moments.ts';
import { Problem } from '../shell/states.tsx';
import { toast } from '../shell/toasts.ts';
import { ROLES, roleName } from './roles.ts';
import { Secret } from './Secret.tsx';
import classes from './team.module.css';

/** For admins: one-time links. */
export function Invitations({ teamId }: { teamId: string }) {
  const { data, error, refetch } = useQuery(TeamInvitationsDocument, { variables: { id: teamId } });
  const reload = () => void refetch().catch(() => null);
  const [invite, { loading }] = useMutation(InviteMemberDocument);
  const [revoke] = useMutation(RevokeInvitationDocument);
  const [role, setRole] = useState<Role>('MEMBER');
  const [note, setNote] = useState('');
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    try {
      const { data: answer } = await invite({ variables: { input: { teamId, role, note: note.trim() || null } } });
      const { secret, userErrors } = answer!.inviteMember;
      if (!secret) return setProblem(userErrors[0]?.message ?? 'It was refused.');
      setLink(`${location.origin}/welcome/${secret}`);
      setNote('');
      reload();
    } catch (fault) {
      setProblem((fault as Error).message);
    }
  };
  const takeBack = async (invitationId: string) => {
    try {
      const { data: answer } = await revoke({ variables: { input: { invitationId } } });
      const refused = answer?.revokeInvitation.userErrors[0];
      if (refused) toast.problem(refused.message);
      reload();
    } catch (fault) {
      toast.problem((fault as Error).message);
    }
  };
  const open = data?.team?.invitations ?? [];
  return (
    <section className={classes.section} aria-labelledby="team-invitations">
      <div className={classes.head}>
        <h2 id="team-invitations">Invite</h2>
      </div>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label="For whom"
          description="A reminder for yourself."
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={problem}
        />
        <Select
          label="Role"
          description={ROLES.find(({ value }) => value === role)?.means}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          data={ROLES}
          value={role}
          allowDeselect={false}
          onChange={(value) => value && setRole(value as Role)}
        />
        <Button type="submit" loading={loading}>
          Make a link
        </Button>
      </form>
      {link && (
        <Secret
          title="A link for one person"
          text={link}
          note="It is shown only now and works once. Whoever has it joins the team."
          onDone={() => setLink(null)}
        />
      )}
      {error && <Problem error={error} onRetry={reload} />}
      {open.length > 0 && (
        <div className={classes.scroll}>
          <table className="hp-table">
            <thead>
              <tr>
                <th scope="col">Open invitations</th>
                <th scope="col">Role</th>
                <th scope="col">Until</th>
                <th scope="col">
                  <span className="hp-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {open.map((invitation) => (
                <tr key={invitation.id}>
                  <td>{invitation.note || 'no note'}</td>
                  <td>{roleName(invitation.role)}</td>
                  <td>{formatMoment(invitation.expiresAt)}</td>
                  <td className="hp-number">
                    <Button variant="default" size="compact-xs" onClick={() => void takeBack(invitation.id)}>
                      Withdraw
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
