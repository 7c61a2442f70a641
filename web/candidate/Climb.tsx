'use client';
import { capital } from '../lib/capital.ts';
import type { CandidateRowFragment } from '../lib/operations.generated.ts';
import { formatSeconds, formatValue } from '../plots/format.ts';
import classes from './candidate.module.css';

/** The rungs that a candidate was trained to: its training went on from each to the next. */
export function Climb({ climbed, reward, done }: { climbed: CandidateRowFragment['rungs']; reward: string; done: boolean }) {
  return (
    <section>
      <h2 className={classes.heading}>Rungs</h2>
      <div className={classes.scroll}>
        <table className={classes.trials}>
          <thead>
            <tr>
              <th scope="col">Trained up to</th>
              <th scope="col">{capital(reward)}</th>
              <th scope="col">From</th>
              <th scope="col">Time</th>
              <th scope="col">As training</th>
            </tr>
          </thead>
          <tbody>
            {climbed.map(({ number, epochs, fromEpochs, reward: value, seconds, endedAt }) => (
              <tr key={number}>
                <td>epoch {epochs}</td>
                <td>
                  {endedAt === null
                    ? done
                      ? 'given up when the search ended'
                      : 'under way'
                    : value === null
                      ? 'failed'
                      : formatValue(value)}
                </td>
                <td>{fromEpochs === 0 ? 'the start' : `the checkpoint of epoch ${fromEpochs}`}</td>
                <td>{formatSeconds(seconds)}</td>
                <td>{number} of the search</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
