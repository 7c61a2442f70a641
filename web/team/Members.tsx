'use client';
import { useMutation } from '@apollo/client/react';
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { ChangeMemberRoleDocument, RemoveMemberDocument, type Role, type TeamMembersQuery } from '../lib/operations.generated.ts';
import { useViewer } from '../lib/viewer.tsx';
import { Confirm } from '../shell/Confirm.tsx';
import { formatMoment } from '../shell/moments.ts';
import { toast } from '../shell/toasts.ts';
import { ROLES, roleName } from './roles.ts';
import classes from './team.module.css';

type Member = NonNullable<TeamMembersQuery['team']>['members']['edges'][number]['node'];

export function Members({ members, ownId, onChange }: { members: Member[]; ownId: string | null; onChange: () => void }) {
  const { can } = useViewer();
  const [changeRole] = useMutation(ChangeMemberRoleDocument);
  const [remove] = useMutation(RemoveMemberDocument);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const setRole = async (member: Member, role: Role) => {
    try {
      const { data } = await changeRole({ variables: { input: { memberId: member.id, role } } });
      const problem = data?.changeMemberRole.userErrors[0];
      if (problem) toast.problem(problem.message, `${member.name} keeps the role`);
    } catch (error) {
      toast.problem((error as Error).message);
    }
  };
  const takeOut = async (member: Member) => {
    setLeaving(null);
    try {
      const { data } = await remove({ variables: { input: { memberId: member.id } } });
      const problem = data?.removeMember.userErrors[0];
      if (problem) toast.problem(problem.message, `${member.name} stays`);
      else if (member.id === ownId) location.assign('/searches');
      else onChange();
    } catch (error) {
      toast.problem((error as Error).message);
    }
  };
  return (
    <section className={classes.section} aria-labelledby="team-members">
      <div className={classes.head}>
        <h2 id="team-members">Members</h2>
      </div>
      <div className={classes.scroll}>
        <table className="hp-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" className="hp-wide">
                E-mail
              </th>
              <th scope="col">Role</th>
              <th scope="col" className="hp-wide">
                Since
              </th>
              <th scope="col">
                <span className="hp-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <td>
                  {member.name}
                  {member.id === ownId && ' (you)'}
                </td>
                <td className="hp-wide">{member.email}</td>
                <td>
                  {can('ADMIN') ? (
                    <Select
                      aria-label={`Role of ${member.name}`}
                      data={ROLES}
                      value={member.role}
                      allowDeselect={false}
                      w={110}
                      size="xs"
                      onChange={(role) => role && role !== member.role && void setRole(member, role as Role)}
                    />
                  ) : (
                    roleName(member.role)
                  )}
                </td>
                <td className="hp-wide">{formatMoment(member.joinedAt)}</td>
                <td className="hp-number">
                  {(can('ADMIN') || member.id === ownId) && (
                    <Button variant="default" size="compact-xs" onClick={() => setLeaving(member)}>
                      {member.id === ownId ? 'Leave' : 'Remove'}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Confirm
        opened={leaving !== null}
        title={leaving?.id === ownId ? 'Leave this team?' : `Remove ${leaving?.name}?`}
        act={leaving?.id === ownId ? 'Leave' : 'Remove'}
        onAct={() => leaving && void takeOut(leaving)}
        onClose={() => setLeaving(null)}
      >
        Searches, picks and notes stay. To come back takes another invitation.
      </Confirm>
    </section>
  );
}
