import type { SearchPageQuery } from '../lib/operations.generated.ts';
import { formatMoment } from '../shell/moments.ts';
import classes from './changes.module.css';
import { changeLabel, changeValue } from './changes.ts';
import search from './search.module.css';

type Change = NonNullable<SearchPageQuery['search']>['changes'][number];

/** What was changed of the search since it began, newest first. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className={search.heading}>
        Changes
      </h2>
      <ul className={classes.list}>
        {changes.toReversed().map(({ at, by, field, before, after, fromNumber }) => (
          <li key={`${at} ${field}`}>
            <time dateTime={at}>{formatMoment(at)}</time> · {by?.name ?? 'somebody who has left'} ·{' '}
            <strong>
              {changeLabel(field)} <span className={classes.value}>{changeValue(before)}</span> →{' '}
              <span className={classes.value}>{changeValue(after)}</span>
            </strong>{' '}
            from candidate {fromNumber.toLocaleString('en')} on
          </li>
        ))}
      </ul>
    </section>
  );
}
