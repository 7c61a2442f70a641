'use client';
import { Text } from '@mantine/core';
import Link from 'next/link';
import type { RewardKind, SearchAgreementQuery } from '../lib/operations.generated.ts';
import { formatValue } from '../plots/format.ts';
import { Intervals } from '../plots/Intervals.tsx';
import { agreementIntervals, agreementSentence } from './agreement.ts';
import classes from './search.module.css';

type Judged = NonNullable<SearchAgreementQuery['search']>;

/** Which reward ranks as people do: the share of pairs (picked, not picked) that it has in the same order, with its 95% interval. */
export function AgreementPanel({ judged, learned }: { judged: Judged; learned: RewardKind }) {
  const intervals = agreementIntervals(judged.agreement, learned);
  const anything = judged.agreement.some((one) => one.pairs > 0);
  return (
    <section>
      <h2 className={classes.heading}>Which reward ranks as you do?</h2>
      <Text size="sm" c="dimmed">
        {agreementSentence(judged.agreement, learned)}
      </Text>
      {anything && (
        <Intervals
          caption="Agreement of each reward with the picks: share of pairs in the same order, 0.5 is chance, with 95% interval"
          intervals={intervals}
        />
      )}
    </section>
  );
}

/** The handpicked beside the top by reward; a bar marks those that are in both. */
export function PickedBesideTop({ searchId, judged }: { searchId: string; judged: Judged }) {
  const lists = [
    { title: 'Picked', nodes: judged.picked.edges.map((edge) => edge.node), empty: 'Nothing picked yet' },
    { title: 'Top by reward', nodes: judged.top.edges.map((edge) => edge.node), empty: 'No results yet' },
  ];
  const [picked, top] = lists.map((list) => new Set(list.nodes.map((node) => node.id)));
  return (
    <section className={classes.lists}>
      {lists.map(({ title, nodes, empty }) => (
        <div key={title}>
          <h2 className={classes.heading}>{title}</h2>
          {nodes.length === 0 && (
            <Text size="sm" c="dimmed">
              {empty}
            </Text>
          )}
          <ol>
            {nodes.map((node) => {
              const both = picked!.has(node.id) && top!.has(node.id);
              return (
                <li key={node.id} data-both={both || undefined}>
                  <Link
                    href={`/searches/${searchId}/candidates/${node.number}`}
                    title={both ? `${node.notation} (in both lists)` : node.notation}
                  >
                    <span>
                      #{node.number}
                      {both ? ' ⇄' : ''}
                    </span>
                    <span>{formatValue(node.reward)}</span>
                  </Link>
                </li>
              );
            })}
          </ol>
        </div>
      ))}
    </section>
  );
}
