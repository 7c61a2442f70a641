'use client';
import { Button, Code, Group, Title } from '@mantine/core';
import Link from 'next/link';
import type { Ref } from 'react';
import { Annotations } from '../candidate/Annotations.tsx';
import classes from '../candidate/candidate.module.css';
import { JudgeBar } from '../candidate/JudgeBar.tsx';
import { NoteEditor } from '../candidate/NoteEditor.tsx';
import { Rewards } from '../candidate/Rewards.tsx';
import { Sheet, sampleOf } from '../candidate/Sheet.tsx';
import type { Annotate } from '../candidate/useAnnotate.ts';
import { StatusWord, VerdictWord } from '../candidate/words.tsx';
import type { CandidateCardFragment, RewardKind, SampleKind } from '../lib/operations.generated.ts';
import { formatCount } from '../plots/format.ts';
import layout from './gallery.module.css';
import { sheetScale, sheetSize } from './tiles.ts';

interface Props {
  candidate: CandidateCardFragment;
  searchId: string;
  kind: SampleKind;
  learned: RewardKind;
  viewerId: string | null;
  canJudge: boolean;
  annotate: Annotate;
  alternatives: () => string[];
  tags: readonly string[];
  tagsRef?: Ref<HTMLInputElement>;
  noteRef?: Ref<HTMLTextAreaElement>;
  onLeave: () => void;
}

/** All that is known of the candidate under the cursor, and what can be said of it. */
export function Details({
  candidate,
  searchId,
  kind,
  learned,
  viewerId,
  canJudge,
  annotate,
  alternatives,
  tags,
  tagsRef,
  noteRef,
  onLeave,
}: Props) {
  const sample = sampleOf(candidate.samples, kind) ?? candidate.samples[0];
  const own = candidate.viewerAnnotation?.verdict;
  return (
    <div className={layout.details}>
      <Group justify="space-between">
        <Title order={2}>Candidate {candidate.number}</Title>
        <Button component={Link} variant="default" size="compact-xs" href={`/searches/${searchId}/candidates/${candidate.number}`}>
          Open
        </Button>
      </Group>
      <Group gap="xs">
        {candidate.status !== 'DONE' && <StatusWord candidate={candidate} />} {own && <VerdictWord verdict={own} />}
      </Group>
      {sample && <Sheet sample={sample} number={candidate.number} scale={sheetScale(sheetSize(sample).width, 310)} eager />}
      {canJudge && <JudgeBar candidate={candidate} annotate={annotate} alternatives={alternatives} />}
      <Code block className={classes.mono} style={{ whiteSpace: 'pre-wrap' }}>
        {candidate.notation}
      </Code>
      <div className={classes.number}>
        {formatCount(candidate.parameters)} parameters{candidate.latent === null ? '' : `, latent size ${candidate.latent}`}
      </div>
      <Rewards rewards={candidate.rewards} learned={learned} />
      {canJudge && (
        <NoteEditor
          key={candidate.id}
          candidate={candidate}
          annotate={annotate}
          known={tags}
          tagsRef={tagsRef}
          noteRef={noteRef}
          onLeave={onLeave}
        />
      )}
      <Annotations annotations={candidate.annotations} viewerId={viewerId} />
    </div>
  );
}
