import { memberOf, teamsOf } from '../access/actor.ts';
import { type Context, requireRole } from '../access/context.ts';
import { connection, keyset, pageWindow } from '../connections.ts';
import { Member, Team } from '../database/entities.ts';
import { queries, transaction } from '../database/transaction.ts';
import { badInput, checkText, Refused, refusals, refuse } from '../errors.ts';
import { globalId, parseId } from '../ids.ts';
import type { Resolvers, UserError } from '../resolvers.generated.ts';
import { acceptInvitation } from './accounts.ts';
import { createTeam } from './create-team.ts';
import { invite, openInvitations, preview, revokeInvitation } from './invitations.ts';
import { addMember, changeRole, removeMember } from './members.ts';
import { createToken, revokeToken, visibleTokens } from './tokens.ts';

export const teamResolvers: Resolvers = {
  Query: {
    viewer: (_, __, { actor }) => (actor.kind === 'ANONYMOUS' ? null : actor),
    team: async (_, { id, slug }, context) => {
      if ((id == null) === (slug == null)) throw badInput('team: give either id or slug');
      if (id != null) return context.loaders.byId(Team, parseId('Team', id)!);
      const [team] = await queries(context.database).entities(Team, 'SELECT * FROM team WHERE slug = $1 AND id = ANY ($2)', [
        slug,
        teamsOf(context.actor),
      ]);
      return team ?? null;
    },
    invitation: (_, { secret }, { database }) => preview(database, secret),
  },
  Viewer: {
    email: (actor) => (actor.kind === 'WORKER' ? null : actor.email),
    teams: async (actor, _, { loaders }) => Promise.all(teamsOf(actor).map((id) => loaders.need(Team, id))),
  },
  Team: {
    id: (team) => globalId('Team', team.id),
    members: async (team, args, { database }) =>
      connection({
        window: pageWindow('members', args),
        key: (member) => [member.id],
        read: (window, limit) => {
          const parameters: unknown[] = [team.id];
          // ids of version 7 sort by age
          const { where, order } = keyset(window, [{ sql: 'id', type: 'uuid' }], parameters);
          return queries(database).entities(
            Member,
            `SELECT * FROM member WHERE team_id = $1 AND removed_at IS NULL AND ${where} ORDER BY ${order} LIMIT ${limit}`,
            parameters,
          );
        },
        count: () => countMembers(database, team.id),
      }),
    invitations: (team, _, { database }) => openInvitations(database, team.id),
    apiTokens: (team, _, context) => visibleTokens(context.database, team.id, requireRole(context, team.id, 'VIEWER')),
    viewerMember: (team, _, { actor, loaders }) => {
      const membership = memberOf(actor, team.id);
      return membership && loaders.byId(Member, membership.id);
    },
  },
  Member: {
    id: (member) => globalId('Member', member.id),
    email: async (member, _, context) => (member.userId ? ((await emails(context).load(member.userId)) ?? '') : ''),
    team: (member, _, { loaders }) => loaders.need(Team, member.teamId),
  },
  Invitation: { id: (invitation) => globalId('Invitation', invitation.id) },
  ApiToken: {
    id: (token) => globalId('ApiToken', token.id),
    createdBy: (token, _, { loaders }) => loaders.byId(Member, token.memberId),
  },
  Mutation: {
    createTeam: (_, { input: { name } }, { actor, database }) =>
      refusals(async () => {
        demand(checkText('name', name, 1, 80));
        if (actor.kind !== 'ACCOUNT') throw new Refused(refuse(null, 'a token belongs to one team: sign in to make another', 'FORBIDDEN'));
        const team = await transaction(database, async (tx) => {
          const made = await createTeam(tx, name.trim());
          await addMember(tx, made.id, { id: actor.userId, name: actor.name }, 'ADMIN');
          return made;
        });
        // so that the payload's fields know the new admin
        actor.memberships = [...actor.memberships, await ownPlace(database, team.id, actor.userId)];
        return { team, userErrors: [] };
      }),
    inviteMember: (_, { input }, context) =>
      refusals(async () => {
        demand(input.note == null ? null : checkText('note', input.note, 0, 200));
        const teamId = parseId('Team', input.teamId)!;
        const created = await invite(queries(context.database), {
          teamId,
          role: input.role,
          note: input.note ?? null,
          createdBy: memberOf(context.actor, teamId)?.id ?? null,
        });
        return { ...created, userErrors: [] };
      }),
    revokeInvitation: (_, { input: { invitationId } }, { database }) =>
      refusals(async () => {
        await revokeInvitation(database, parseId('Invitation', invitationId)!);
        return { invitationId, userErrors: [] };
      }),
    acceptInvitation: (_, { input }, { actor, database, hashPassword }) =>
      refusals(async () => ({ member: await acceptInvitation(database, hashPassword, actor, input), userErrors: [] })),
    changeMemberRole: (_, { input: { memberId, role } }, { actor, database }) =>
      refusals(async () => ({ member: await changeRole(database, actor, parseId('Member', memberId)!, role), userErrors: [] })),
    removeMember: (_, { input: { memberId } }, { actor, database }) =>
      refusals(async () => {
        await removeMember(database, actor, parseId('Member', memberId)!);
        return { memberId, userErrors: [] };
      }),
    createApiToken: (_, { input }, context) =>
      refusals(async () => {
        demand(checkText('name', input.name, 1, 80));
        const teamId = parseId('Team', input.teamId)!;
        const member = requireRole(context, teamId, 'VIEWER');
        if (input.kind === 'WORKER' && member.role !== 'ADMIN')
          throw new Refused(refuse('kind', 'WORKER tokens are for admins', 'FORBIDDEN'));
        const created = await createToken(queries(context.database), {
          teamId,
          kind: input.kind,
          name: input.name.trim(),
          memberId: member.id,
        });
        return { ...created, userErrors: [] };
      }),
    revokeApiToken: (_, { input: { apiTokenId } }, { actor, database }) =>
      refusals(async () => {
        await revokeToken(database, parseId('ApiToken', apiTokenId)!, (teamId) => memberOf(actor, teamId));
        return { apiTokenId, userErrors: [] };
      }),
  },
};

/** @throws Refused when there is a problem */
function demand(problem: UserError | null): void {
  if (problem) throw new Refused(problem);
}

async function countMembers(database: Context['database'], teamId: string): Promise<number> {
  const [row] = await queries(database).query<{ count: number }>(
    'SELECT count(*)::int AS count FROM member WHERE team_id = $1 AND removed_at IS NULL',
    [teamId],
  );
  return row!.count;
}

async function ownPlace(database: Context['database'], teamId: string, userId: string) {
  const [place] = await queries(database).query<{ id: string; teamId: string; role: 'ADMIN' }>(
    'SELECT id, team_id AS "teamId", role FROM member WHERE team_id = $1 AND user_id = $2',
    [teamId, userId],
  );
  return place!;
}

function emails(context: Context) {
  return context.loaders.get<string, string | null>('email', async (ids) => {
    const rows = await queries(context.database).query<{ id: string; email: string }>(
      'SELECT id, email FROM account_user WHERE id = ANY ($1)',
      [ids],
    );
    const found = new Map(rows.map((row) => [row.id, row.email]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
