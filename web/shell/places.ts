/** Where one can go from anywhere, in the order of the navigation. */
export const PLACES = [
  { href: '/searches', label: 'Searches', keys: 'g s' },
  { href: '/launch', label: 'Launch', keys: 'g l' },
  { href: '/datasets', label: 'Datasets', keys: 'g d' },
  { href: '/fleet', label: 'Fleet', keys: 'g f' },
  { href: '/team', label: 'Team', keys: 'g t' },
] as const;

/** Pages for people who may not be signed in: no header, no navigation. */
export function isOutside(path: string): boolean {
  return path === '/sign-in' || path.startsWith('/welcome/');
}

/** Whether a page belongs under a place: /searches/x under /searches. */
export function isUnder(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** The page that a page belongs to; null at the top: a candidate and a gallery belong to their search. */
export function above(path: string): string | null {
  const [, place, id, part] = path.split('/');
  if (place === undefined || id === undefined) return null;
  return part === undefined ? `/${place}` : `/${place}/${id}`;
}
