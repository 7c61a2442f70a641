'use client';
import { useQuery } from '@apollo/client/react';
import { useCallback } from 'react';
import { useLive } from '../lib/live.ts';
import { type EventKind, TeamEventsDocument, TeamMembersDocument } from '../lib/operations.generated.ts';
import { useTeam, useViewer } from '../lib/viewer.tsx';
import { useThrottle } from '../search/useThrottle.ts';
import { Page } from '../shell/Page.tsx';
import { LoadingRows, Problem } from '../shell/states.tsx';
import { Invitations } from './Invitations.tsx';
import { Members } from './Members.tsx';
import { Tokens } from './Tokens.tsx';

const KINDS: EventKind[] = ['MEMBER_CHANGED'];

/** Who belongs to the team, and what acts in its name. */
export function TeamView() {
  const { id, name, viewerMember } = useTeam();
  const { can } = useViewer();
  const { data, error, refetch } = useQuery(TeamMembersDocument, { variables: { id } });
  const reload = useCallback(() => void refetch().catch(() => null), [refetch]);
  const calm = useThrottle(reload, 500);
  useLive(TeamEventsDocument, data?.team ? { teamId: id, after: data.team.latestCursor, kinds: KINDS } : null, calm);
  return (
    <Page title={name} width={1100}>
      {error && <Problem error={error} onRetry={reload} />}
      {data?.team ? (
        <>
          <Members members={data.team.members.edges.map(({ node }) => node)} ownId={viewerMember?.id ?? null} onChange={reload} />
          {can('ADMIN') && <Invitations teamId={id} />}
          <Tokens teamId={id} tokens={data.team.apiTokens} onChange={reload} />
        </>
      ) : (
        !error && <LoadingRows label="Loading the team" />
      )}
    </Page>
  );
}
