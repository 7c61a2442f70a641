'use client';
import { Text } from '@mantine/core';
import Link from 'next/link';
import { describeReward, rewardKinds } from '../../schema/plans/rewards.ts';
import type { RewardKind } from '../lib/operations.generated.ts';
import { formatValue } from '../plots/format.ts';
import classes from './candidate.module.css';

interface Props {
  rewards: readonly { kind: RewardKind; value: number | null }[];
  learned: RewardKind;
  /** Accuracy of the judge that gave some of them; null where there was none. */
  judgeAccuracy?: number | null;
  /** Where a reward is plotted against the one that is learned from. */
  href?: (kind: RewardKind) => string;
}

/** Rewards under every formulation that its metrics give; the one the search learns from is marked. A click compares all candidates by it. */
export function Rewards({ rewards, learned, judgeAccuracy = null, href }: Props) {
  const value = new Map(rewards.map((reward) => [reward.kind, reward.value]));
  const known = rewardKinds.filter(({ kind }) => value.get(kind) != null || kind === learned);
  const ordered = [...known.filter(({ kind }) => kind === learned), ...known.filter(({ kind }) => kind !== learned)];
  if (value.size === 0) return <Text size="sm">None: it has no metrics.</Text>;
  return (
    <>
      <table className={classes.facts} aria-label="Rewards under every formulation">
        <tbody>
          {ordered.map((reward) => (
            <tr key={reward.kind} className={reward.kind === learned ? classes.marked : undefined}>
              <th scope="row">
                {href ? (
                  <Link href={href(reward.kind)} title={describeReward(reward)}>
                    {reward.label}
                  </Link>
                ) : (
                  <span title={describeReward(reward)}>{reward.label}</span>
                )}
                {reward.kind === learned ? ' (learned from)' : ''}
              </th>
              <td>{formatValue(value.get(reward.kind))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {judgeAccuracy !== null && (
        <Text size="xs" c="dimmed" mt={4}>
          The judge of this dataset is right on {(100 * judgeAccuracy).toFixed(2)}% of held-out images.
        </Text>
      )}
      <details className={classes.meanings}>
        <summary>What they mean</summary>
        <dl>
          {ordered.map((reward) => (
            <div key={reward.kind}>
              <dt>{reward.label}</dt>
              <dd>{describeReward(reward)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
