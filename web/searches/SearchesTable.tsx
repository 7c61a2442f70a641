'use client';
import { Checkbox, Progress } from '@mantine/core';
import Link from 'next/link';
import { timeRangeText } from '../../schema/forecast/words.ts';
import type { SearchLineFragment, Task } from '../lib/operations.generated.ts';
import { formatSeconds, formatValue } from '../plots/format.ts';
import { REWARD_LABELS } from '../search/filters.ts';
import { SearchStatusWord } from '../search/SearchStatusWord.tsx';
import { formatMoment } from '../shell/moments.ts';
import classes from './searches.module.css';

/** What the networks of a task do. */
const TASK_WORDS: Record<Task, string> = {
  CLASSIFICATION: 'classifies',
  VARIATIONAL: 'generates',
  RECONSTRUCTION: 'reconstructs',
  ADVERSARIAL: 'generates',
  LANGUAGE_MODELLING: 'writes',
};

/** `chosen`: ids of those that are to be compared. */
export function SearchesTable({
  searches,
  chosen,
  onChoose,
}: {
  searches: SearchLineFragment[];
  chosen: readonly string[];
  onChoose: (id: string) => void;
}) {
  return (
    <div className={classes.scroll}>
      <table className="hp-table">
        <thead>
          <tr>
            <th scope="col" className={classes.choice}>
              <span className="hp-hidden">Compare</span>
            </th>
            <th scope="col">Name</th>
            <th scope="col">Status</th>
            <th scope="col">Candidates</th>
            <th scope="col" className="hp-number">
              Best reward
            </th>
            <th scope="col" className="hp-number">
              Picked
            </th>
            <th scope="col" className="hp-number hp-wide">
              Time left
            </th>
            <th scope="col" className="hp-number hp-wide">
              Ran for
            </th>
            <th scope="col" className="hp-number hp-wide">
              Started
            </th>
          </tr>
        </thead>
        <tbody>
          {searches.map((search) => (
            <Row key={search.id} search={search} chosen={chosen.includes(search.id)} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ search, chosen, onChoose }: { search: SearchLineFragment; chosen: boolean; onChoose: (id: string) => void }) {
  const { id, name, status, statusReason, counts, plan, best, dataset } = search;
  const waiting = status === 'RUNNING' || status === 'QUEUED';
  return (
    <tr className={classes.row}>
      <td className={classes.choice}>
        <Checkbox size="xs" aria-label={`Compare ${name}`} checked={chosen} onChange={() => onChoose(id)} className={classes.box} />
      </td>
      <th scope="row" className={classes.name}>
        <Link href={`/searches/${id}`} className={classes.link} data-search-link={id}>
          {name}
        </Link>
        <span className={classes.about}>
          {dataset.name} · {TASK_WORDS[plan.training.task]}
        </span>
      </th>
      <td title={statusReason ?? undefined}>
        <SearchStatusWord status={status} />
        {search.collapse && <span className={classes.warning}>settles on few networks</span>}
      </td>
      <td>
        <Bar {...counts} total={plan.budget.candidates} />
      </td>
      <td className="hp-number">
        {best ? formatValue(best.reward) : '–'}
        <span className={classes.unit}>{REWARD_LABELS[plan.reward]}</span>
      </td>
      <td className={`hp-number ${classes.picked}`}>{counts.picked}</td>
      <td className="hp-number hp-wide">{waiting && search.timeLeft ? timeRangeText(search.timeLeft) : '–'}</td>
      <td className="hp-number hp-wide">{formatSeconds(search.seconds)}</td>
      <td className="hp-number hp-wide">
        <time dateTime={search.startedAt ?? search.createdAt}>{search.startedAt ? formatMoment(search.startedAt) : 'not yet'}</time>
      </td>
    </tr>
  );
}

/** Failed ones are a part of what is done: they use up the budget of attempts, and are told apart by colour and word. */
function Bar({
  done: full,
  stoppedEarly,
  failed,
  running,
  total,
}: {
  done: number;
  stoppedEarly: number;
  failed: number;
  running: number;
  total: number;
}) {
  const done = full + stoppedEarly;
  const share = (count: number) => (100 * count) / Math.max(1, total);
  const words = `${done} of ${total} trained${stoppedEarly ? `, ${stoppedEarly} of them stopped early` : ''}${failed ? `, ${failed} failed` : ''}${running ? `, ${running} running` : ''}`;
  return (
    <div className={classes.progress} title={words}>
      <Progress.Root size={6} aria-label={words} className={classes.bar}>
        <Progress.Section value={share(done)} color="indigo" aria-label="Trained" />
        <Progress.Section value={share(failed)} color="red" aria-label="Failed" />
        <Progress.Section value={share(running)} color="indigo.3" aria-label="Running" />
      </Progress.Root>
      <span>
        {done}/{total}
      </span>
    </div>
  );
}
