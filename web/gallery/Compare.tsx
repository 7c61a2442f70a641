'use client';
import { useQuery } from '@apollo/client/react';
import { Loader, Modal, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import Link from 'next/link';
import classes from '../candidate/candidate.module.css';
import { JudgeBar } from '../candidate/JudgeBar.tsx';
import { Rewards } from '../candidate/Rewards.tsx';
import { KIND_LABELS, Sheet, sampleOf } from '../candidate/Sheet.tsx';
import type { Annotate } from '../candidate/useAnnotate.ts';
import { CardByNumberDocument, type RewardKind, type SampleKind } from '../lib/operations.generated.ts';
import { formatCount } from '../plots/format.ts';
import layout from './gallery.module.css';
import { sheetScale, sheetSize } from './tiles.ts';

interface Props {
  searchId: string;
  /** 2 to 6 candidates. */
  numbers: readonly number[];
  kind: SampleKind;
  learned: RewardKind;
  annotate: Annotate | null;
  onClose: () => void;
}

/** Candidates side by side over the page: what they generated, how they differ, and the choice between them. */
export function Compare({ searchId, numbers, kind, learned, annotate, onClose }: Props) {
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1800px, 96vw)"
      title={`Compare ${numbers.length} candidates: ${KIND_LABELS[kind].toLowerCase()}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={layout.compared}>
        {numbers.map((number) => (
          <Compared key={number} searchId={searchId} number={number} kind={kind} learned={learned} annotate={annotate} />
        ))}
      </div>
    </Modal>
  );
}

function Compared({ searchId, number, kind, learned, annotate }: Omit<Props, 'numbers' | 'onClose'> & { number: number }) {
  const { data, loading, error } = useQuery(CardByNumberDocument, { variables: { id: searchId, number } });
  const { ref, width } = useElementSize<HTMLElement>();
  const candidate = data?.search?.candidate;
  if (!candidate)
    return loading ? <Loader size="sm" /> : <Text size="sm">{error ? error.message : `There is no candidate ${number}.`}</Text>;
  const sample = sampleOf(candidate.samples, kind);
  return (
    <section className={layout.details} ref={ref} style={{ alignContent: 'start' }}>
      <Title order={2}>
        <Link className="hp-link" href={`/searches/${searchId}/candidates/${number}`}>
          Candidate {number}
        </Link>
      </Title>
      {sample ? (
        <Sheet sample={sample} number={number} scale={sheetScale(sheetSize(sample).width, width || 280)} eager />
      ) : (
        <Text size="sm">No {KIND_LABELS[kind].toLowerCase()}</Text>
      )}
      {annotate && <JudgeBar candidate={candidate} annotate={annotate} />}
      <div className={classes.mono}>{candidate.notation}</div>
      <div className={classes.number}>{formatCount(candidate.parameters)} parameters</div>
      <Rewards rewards={candidate.rewards} learned={learned} />
    </section>
  );
}
