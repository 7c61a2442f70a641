import type { ApiTokenKind, Role } from '../lib/operations.generated.ts';

/** From the least to the most. */
export const ROLES: { value: Role; label: string; means: string }[] = [
  { value: 'VIEWER', label: 'Viewer', means: 'looks at everything of the team' },
  { value: 'MEMBER', label: 'Member', means: 'also launches and steers searches, picks and annotates' },
  { value: 'ADMIN', label: 'Admin', means: 'also manages members, tokens and workers' },
];

export const TOKEN_KINDS: { value: ApiTokenKind; label: string; means: string }[] = [
  { value: 'PERSONAL', label: 'Personal', means: 'for scripts: does all that you may do in this team' },
  { value: 'WORKER', label: 'Worker', means: 'for a machine that trains: leases and reports work, nothing else' },
];

export function roleName(role: Role): string {
  return ROLES.find(({ value }) => value === role)?.label ?? role;
}

/** How a machine becomes a worker of the team, once the project is on it. */
export function workerCommand(server: string, secret: string): string {
  return `HANDPICK_TOKEN=${secret} node --import tsx workers/main.ts --server ${server}`;
}
