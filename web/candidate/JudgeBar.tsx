'use client';
import { Button, Group, Rating } from '@mantine/core';
import { type Judgement, toggled, UNJUDGED } from './undo.ts';
import type { Annotate } from './useAnnotate.ts';

interface Props {
  candidate: { id: string; number: number; viewerAnnotation: Judgement | null };
  annotate: Annotate;
  /** Candidates in view, when there are others. */
  alternatives?: () => string[];
  size?: 'xs' | 'lg';
}

/** Pick, reject, rate, take back: the same acts as by key. */
export function JudgeBar({ candidate, annotate, alternatives, size = 'xs' }: Props) {
  const own = candidate.viewerAnnotation ?? UNJUDGED;
  const verdict = (wanted: 'PICKED' | 'REJECTED') => {
    const next = toggled(own.verdict, wanted);
    annotate.annotate(candidate.id, { verdict: next }, next === 'PICKED' ? alternatives?.() : undefined);
  };
  const big = size === 'lg';
  return (
    <Group gap="xs" grow={big} wrap={big ? 'nowrap' : 'wrap'}>
      <Button
        size={size}
        h={big ? 52 : undefined}
        color="red.9"
        variant={own.verdict === 'REJECTED' ? 'filled' : 'default'}
        aria-pressed={own.verdict === 'REJECTED'}
        onClick={() => verdict('REJECTED')}
      >
        ✕ {own.verdict === 'REJECTED' ? 'Rejected' : 'Reject'}
      </Button>
      <Button
        size={size}
        h={big ? 52 : undefined}
        color="teal.9"
        variant={own.verdict === 'PICKED' ? 'filled' : 'default'}
        aria-pressed={own.verdict === 'PICKED'}
        onClick={() => verdict('PICKED')}
      >
        ✓ {own.verdict === 'PICKED' ? 'Picked' : 'Pick'}
      </Button>
      {!big && (
        <Rating
          value={own.rating ?? 0}
          onChange={(rating) => annotate.annotate(candidate.id, { rating: toggled(own.rating, rating) })}
          getSymbolLabel={(value) => `Rate candidate ${candidate.number} with ${value}`}
          aria-label="Your rating"
        />
      )}
    </Group>
  );
}
