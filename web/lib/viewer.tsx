'use client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { usePathname, useRouter } from 'next/navigation';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { SIGNED_OUT } from './client.ts';
import { type Role, ViewerDocument, type ViewerQuery } from './operations.generated.ts';
import { signOut as endSession, safePath } from './session.ts';

type Account = NonNullable<ViewerQuery['viewer']>;
export type ViewerTeam = Account['teams'][number];

export interface Viewer {
  name: string;
  email: string | null;
  teams: ViewerTeam[];
  /** The one that the page shows; null for an account without a team. */
  team: ViewerTeam | null;
  /** In that team. */
  role: Role | null;
  /** Whether the role in that team is enough. */
  can: (role: Role) => boolean;
  switchTeam: (slug: string) => void;
  signOut: () => Promise<void>;
}

const ViewerContext = createContext<Viewer | null>(null);
const RANK: Record<Role, number> = { VIEWER: 0, MEMBER: 1, ADMIN: 2 };
const STORED = 'handpick:team';

/** Who looks; only within pages that need someone to be signed in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is for pages of people who are signed in');
  return viewer;
}

/** The team that is shown. @throws for an account without one; the shell shows its own page then. */
export function useTeam(): ViewerTeam {
  const { team } = useViewer();
  if (!team) throw new Error('this account belongs to no team');
  return team;
}

/** Asks who is signed in, and sends those who are not to /sign-in, from where they come back to this page. */
export function ViewerProvider({
  children,
  loading,
  failed,
}: {
  children: ReactNode;
  loading: ReactNode;
  failed: (error: Error, retry: () => void) => ReactNode;
}) {
  const client = useApolloClient();
  const router = useRouter();
  const path = usePathname();
  const { data, error, refetch } = useQuery(ViewerDocument);
  const [slug, setSlug] = useState<string | null>(null);
  const absent = data !== undefined && data.viewer === null;

  useEffect(() => {
    // `?team=` in a link shows that team, whatever was shown last.
    setSlug(new URLSearchParams(location.search).get('team') ?? localStorage.getItem(STORED));
  }, []);
  const leave = useCallback(() => {
    const here = safePath(location.pathname + location.search);
    router.replace(here === '/searches' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`);
  }, [router]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: also after a change of page
  useEffect(() => {
    if (absent) leave();
  }, [absent, leave, path]);
  useEffect(() => {
    addEventListener(SIGNED_OUT, leave);
    return () => removeEventListener(SIGNED_OUT, leave);
  }, [leave]);

  const account = data?.viewer;
  const viewer = useMemo<Viewer | null>(() => {
    if (!account) return null;
    const team = account.teams.find((each) => each.slug === slug) ?? account.teams[0] ?? null;
    const role = team?.viewerMember?.role ?? null;
    return {
      name: account.name,
      email: account.email ?? null,
      teams: account.teams,
      team,
      role,
      can: (needed) => role !== null && RANK[role] >= RANK[needed],
      switchTeam(next) {
        localStorage.setItem(STORED, next);
        setSlug(next);
        router.push('/searches');
      },
      async signOut() {
        await endSession();
        await client.clearStore();
        // A full load: nothing of the account stays in memory, and the websocket that it opened is closed.
        location.assign('/sign-in');
      },
    };
  }, [account, slug, client, router]);

  if (viewer) return <ViewerContext value={viewer}>{children}</ViewerContext>;
  return error && !data ? failed(error, () => void refetch().catch(() => null)) : loading;
}
