'use client';
import { useKeys } from '../lib/keys.tsx';
import { MOVES, type Move } from './cursor.ts';
import { type GalleryKind, nextKind } from './urlState.ts';

interface Acts {
  /** False while another layer has the keys. */
  enabled: boolean;
  current: { number: number } | null;
  canJudge: boolean;
  move: (move: Move) => void;
  open: () => void;
  verdict: (verdict: 'PICKED' | 'REJECTED') => void;
  rate: (rating: number) => void;
  tag: () => void;
  note: () => void;
  toggleCompare: () => void;
  compare: () => void;
  undo: () => void;
  kind: (kind: GalleryKind) => void;
  shownKind: GalleryKind;
  filter: () => void;
}

/** The gallery's keys; each is also in the palette and the list of keys. */
export function useGalleryKeys(acts: Acts): void {
  const on = (run: () => void) => () => {
    if (acts.enabled) run();
  };
  const moves = Object.entries(MOVES).map(([keys, move]) => ({
    keys,
    label: `Move ${move}`,
    hidden: true,
    run: on(() => acts.move(move)),
  }));
  const rates = [1, 2, 3, 4, 5].map((rating) => ({ keys: String(rating), label: `Rate ${rating}`, run: on(() => acts.rate(rating)) }));
  const judging = [
    { keys: 'p', label: 'Pick, or take the pick back', run: on(() => acts.verdict('PICKED')) },
    { keys: 'r', label: 'Reject, or take it back', run: on(() => acts.verdict('REJECTED')) },
    ...rates,
    { keys: 't', label: 'Tag', run: on(acts.tag) },
    { keys: 'n', label: 'Note', run: on(acts.note) },
    { keys: 'u', label: 'Undo', run: on(acts.undo) },
  ];
  useKeys([
    ...moves,
    { keys: 'Enter', label: 'Open the candidate', run: on(acts.open) },
    ...(acts.canJudge ? judging : []),
    { keys: 'c', label: 'Take into the comparison, or out of it', run: on(acts.toggleCompare) },
    { keys: 'C', label: 'Compare side by side', run: on(acts.compare) },
    { keys: '[', label: 'Previous kind of samples', run: on(() => acts.kind(nextKind(acts.shownKind, -1))) },
    { keys: ']', label: 'Next kind of samples', run: on(() => acts.kind(nextKind(acts.shownKind, 1))) },
    { keys: '/', label: 'Filter', run: on(acts.filter) },
  ]);
}
