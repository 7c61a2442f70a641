import Link from 'next/link';

/** The way back to the search, before a page's heading. */
export function Trail({ searchId, name }: { searchId: string; name: string }) {
  return (
    <nav aria-label="Search">
      <Link href={`/searches/${searchId}`} className="hp-link">
        {name}
      </Link>{' '}
      ›
    </nav>
  );
}
