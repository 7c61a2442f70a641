'use client';
import { Text } from '@mantine/core';
import { formatSeconds, formatShare, formatValue } from '../plots/format.ts';
import { type Round, roundsText } from './rounds.ts';
import classes from './rungs.module.css';
import search from './search.module.css';

/** What the rounds of ENAS gave, the last first: whether the shared weights still learn, and whether the policy knows what is good on them. */
export function Rounds({ rounds, reward }: { rounds: readonly Round[]; reward: string }) {
  return (
    <section>
      <h2 className={search.heading}>Rounds of shared weights</h2>
      <Text size="sm" c="dimmed">
        {roundsText(rounds)}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={`${classes.scroll} ${classes.long}`} aria-label="Every round" tabIndex={0}>
        <table className={classes.rungs}>
          <thead>
            <tr>
              <th scope="col">Round</th>
              <th scope="col">Loss of the shared weights</th>
              <th scope="col">Mean {reward} drawn</th>
              <th scope="col">Best {reward} drawn</th>
              <th scope="col">Different</th>
              <th scope="col">Entropy in nats</th>
              <th scope="col">Weights</th>
              <th scope="col">Policy</th>
              <th scope="col">Derivation</th>
            </tr>
          </thead>
          <tbody>
            {rounds.toReversed().map((each) => (
              <tr key={each.round}>
                <th scope="row">{each.round}</th>
                <td>{formatValue(each.loss)}</td>
                <td>{formatValue(each.meanReward)}</td>
                <td>{formatValue(each.bestReward)}</td>
                <td>{formatShare(each.distinct)}</td>
                <td>{each.entropy.toFixed(2)}</td>
                <td>{formatSeconds(each.trainSeconds)}</td>
                <td>{formatSeconds(each.policySeconds)}</td>
                <td>{formatSeconds(each.deriveSeconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
