import Link from 'next/link';
import { formatValue } from '../plots/format.ts';
import classes from './candidate.module.css';

/** One network in another search. */
interface Twin {
  id: string;
  number: number;
  reward: number | null;
  status: string;
  search: { id: string; name: string };
}

/** The same network elsewhere: where it was searched, and where it was trained again. */
export function Retrained({ original, retrained }: { original: Twin | null; retrained: readonly Twin[] }) {
  const rows = [...(original ? [['searched as', original] as const] : []), ...retrained.map((twin) => ['trained again as', twin] as const)];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="candidate-retrained">
      <h2 id="candidate-retrained" className={classes.heading}>
        The same network
      </h2>
      <ul className={classes.twins}>
        {rows.map(([word, { id, number, reward, status, search }]) => (
          <li key={id}>
            {word}{' '}
            <Link href={`/searches/${search.id}/candidates/${number}`} className="hp-link">
              #{number} of {search.name}
            </Link>
            , {status === 'DONE' || reward !== null ? `reward ${formatValue(reward)}` : status.toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  );
}
