'use client';
import { Text } from '@mantine/core';
import { formatSeconds, formatValue } from '../plots/format.ts';
import classes from './rungs.module.css';
import { doneText, type Rung, savedText } from './rungs.ts';
import search from './search.module.css';

/** Where the budget went: how many networks were trained to each rung, who was promoted, and what that cost. */
export function Rungs({
  rungs,
  networks,
  reward,
  ended,
}: {
  rungs: readonly Rung[];
  networks: number;
  reward: string;
  /** Nothing is under way any more. */
  ended: boolean;
}) {
  const most = Math.max(1, ...rungs.map(({ epochsPlanned }) => epochsPlanned));
  return (
    <section>
      <h2 className={search.heading}>Rungs</h2>
      <Text size="sm" c="dimmed">
        {savedText(rungs, networks)}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={classes.scroll} aria-label="Every rung" tabIndex={0}>
        <table className={classes.rungs}>
          <thead>
            <tr>
              <th scope="col">Epochs</th>
              <th scope="col">Networks</th>
              <th scope="col">Failed</th>
              <th scope="col">Promoted</th>
              <th scope="col">Best {reward}</th>
              <th scope="col">Promoted from</th>
              <th scope="col">Epochs spent</th>
              <th scope="col">Time</th>
            </tr>
          </thead>
          <tbody>
            {rungs.map((rung) => (
              <tr key={rung.rung}>
                <th scope="row">{rung.epochs}</th>
                <td>
                  {doneText(rung)}
                  {rung.open > 0 && (
                    <span className={classes.open}>
                      {' '}
                      ({rung.open} {ended ? 'given up' : 'under way'})
                    </span>
                  )}
                </td>
                <td>{rung.failed}</td>
                <td>{rung.rung === rungs.length - 1 ? '–' : rung.promoted}</td>
                <td>{formatValue(rung.best)}</td>
                <td>{formatValue(rung.lowestPromoted)}</td>
                <td>
                  <span className={classes.spent}>
                    <span className={classes.bar} aria-hidden>
                      <span className={classes.planned} style={{ width: `${(100 * rung.epochsPlanned) / most}%` }} />
                      <span className={classes.done} style={{ width: `${(100 * rung.epochsSpent) / most}%` }} />
                    </span>
                    {rung.epochsSpent.toLocaleString('en')}
                  </span>
                </td>
                <td>{formatSeconds(rung.seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
