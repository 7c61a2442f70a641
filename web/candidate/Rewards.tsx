'use client';
import { Text } from '@mantine/core';
import type { RewardKind } from '../lib/operations.generated.ts';
import { formatValue } from '../plots/format.ts';
import { REWARD_LABELS, REWARDS } from '../search/filters.ts';
import classes from './candidate.module.css';

/** Rewards under every formulation that its metrics give; the one the search learns from is marked. */
export function Rewards({ rewards, learned }: { rewards: readonly { kind: RewardKind; value: number | null }[]; learned: RewardKind }) {
  const place = (kind: RewardKind) => (kind === learned ? -1 : REWARDS.indexOf(kind));
  const known = rewards.filter(({ kind, value }) => value !== null || kind === learned).sort((a, b) => place(a.kind) - place(b.kind));
  if (known.length === 0) return <Text size="sm">None: it has no metrics.</Text>;
  return (
    <table className={classes.facts} aria-label="Rewards under every formulation">
      <tbody>
        {known.map(({ kind, value }) => (
          <tr key={kind} className={kind === learned ? classes.marked : undefined}>
            <th scope="row">
              {REWARD_LABELS[kind]}
              {kind === learned ? ' (learned from)' : ''}
            </th>
            <td>{formatValue(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
