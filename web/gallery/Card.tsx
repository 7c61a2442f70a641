'use client';
import { useFragment } from '@apollo/client/react';
import { memo, type PointerEvent, useRef } from 'react';
import { KIND_LABELS, Sheet, sampleOf } from '../candidate/Sheet.tsx';
import { Texts } from '../candidate/Texts.tsx';
import { progressText, rewardText, StatusWord, VerdictWord } from '../candidate/words.tsx';
import { type CandidateCardFragment, CandidateCardFragmentDoc, type SampleKind } from '../lib/operations.generated.ts';
import { swipeVerdict } from './cursor.ts';
import classes from './gallery.module.css';
import type { GridLayout } from './layout.ts';
import { sheetScale, sheetSize } from './tiles.ts';

export interface CardActs {
  onCursor: (id: string) => void;
  onOpen: (id: string) => void;
  onVerdict: (id: string, verdict: 'PICKED' | 'REJECTED') => void;
}

interface Props extends CardActs {
  id: string;
  kind: SampleKind;
  layout: GridLayout;
  /** CSS pixels from the grid's corner. */
  left: number;
  top: number;
  cursor: boolean;
  /** Place in the comparison, from 1; null outside of it. */
  compared: number | null;
}

/** One candidate: what it generated, its reward, and who said what. Follows the cache by itself. */
export const Card = memo(function Card({ id, kind, layout, left, top, cursor, compared, onCursor, onOpen, onVerdict }: Props) {
  const { data, complete } = useFragment({
    fragment: CandidateCardFragmentDoc,
    fragmentName: 'CandidateCard',
    from: { __typename: 'Candidate', id },
  });
  const swipe = useSwipe((verdict) => onVerdict(id, verdict));
  const style = { transform: `translate(${left}px, ${top}px)`, width: layout.cardWidth, height: layout.cardHeight };
  if (!complete) return <div className={classes.card} style={style} aria-hidden="true" />;
  const own = data.viewerAnnotation?.verdict ?? null;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the list is one tab stop and names its active card; its keys do what clicks do
    <div
      id={`card-${id}`}
      role="option"
      aria-selected={cursor}
      className={classes.card}
      style={style}
      data-cursor={cursor || undefined}
      data-verdict={own ?? undefined}
      data-compared={compared === null ? undefined : `compare ${compared}`}
      onClick={() => onCursor(id)}
      onDoubleClick={() => onOpen(id)}
      {...swipe}
    >
      <div className={classes.line}>
        <b>#{data.number}</b>
        {data.latent !== null && <span>latent {data.latent}</span>}
        <span className={classes.end}>
          <span className="hp-hidden">reward </span>
          {rewardText(data)}
        </span>
      </div>
      <div className={classes.picture} style={{ height: layout.pictureHeight }}>
        <Picture card={data} kind={kind} layout={layout} />
      </div>
      <div className={`${classes.line} ${classes.foot}`}>
        {data.status === 'STOPPED_EARLY' && <StatusWord candidate={data} />}
        <Verdicts card={data} />
        {data.viewerAnnotation?.rating && <span className={classes.end}>{'★'.repeat(data.viewerAnnotation.rating)}</span>}
      </div>
    </div>
  );
});

function Picture({ card, kind, layout }: { card: CandidateCardFragment; kind: SampleKind; layout: GridLayout }) {
  const sample = sampleOf(card.samples, kind);
  if (sample?.kind === 'TEXT') return <Texts sample={sample} number={card.number} first={1} />;
  if (sample) {
    const { width, height } = sheetSize(sample);
    const scale = Math.min(sheetScale(width, layout.pictureWidth), layout.pictureHeight / height);
    return <Sheet sample={sample} number={card.number} scale={scale} />;
  }
  if (card.status === 'RUNNING') return <div className={classes.missing}>{progressText(card.trial?.progress ?? null)}</div>;
  return <div className={classes.missing}>no {KIND_LABELS[kind].toLowerCase()}</div>;
}

/** One's own word first, then others' picks by name. */
function Verdicts({ card }: { card: CandidateCardFragment }) {
  const own = card.viewerAnnotation?.verdict;
  const others = card.annotations.filter((annotation) => annotation.id !== card.viewerAnnotation?.id && annotation.verdict !== null);
  return (
    <>
      {own && <VerdictWord verdict={own} />}
      {others.map(({ id, verdict, member }) => (
        <span key={id} title={`${member.name} ${verdict?.toLowerCase()} it`}>
          <span aria-hidden="true">{verdict === 'PICKED' ? '✓' : '✕'} </span>
          <span className="hp-hidden">{verdict?.toLowerCase()} by </span>
          {member.name}
        </span>
      ))}
      {card.tags.length > 0 && <span>{card.tags.map((tag) => `#${tag}`).join(' ')}</span>}
    </>
  );
}

/** On a touch screen: a card follows the finger sideways, and a long enough swipe is a verdict. */
function useSwipe(onVerdict: (verdict: 'PICKED' | 'REJECTED') => void) {
  const start = useRef<{ x: number; y: number; transform: string } | null>(null);
  const place = (card: HTMLElement, x: number) => {
    card.style.transform = `${start.current!.transform} translateX(${x}px)`;
  };
  const end = (event: PointerEvent<HTMLElement>, judged: boolean) => {
    if (!start.current) return;
    const verdict = judged ? swipeVerdict(event.clientX - start.current.x, event.clientY - start.current.y) : null;
    event.currentTarget.style.transform = start.current.transform;
    start.current = null;
    if (verdict) onVerdict(verdict);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'touch')
        start.current = { x: event.clientX, y: event.clientY, transform: event.currentTarget.style.transform };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current && Math.abs(event.clientX - start.current.x) > 10) place(event.currentTarget, event.clientX - start.current.x);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => end(event, true),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event, false),
  };
}
