import { type KeyboardEvent, type RefObject, useCallback, useState } from 'react';
import { MOVES, moveCursor } from '../gallery/cursor.ts';
import type { CandidateRowFragment } from '../lib/operations.generated.ts';
import { HEAD, ROW } from './columns.tsx';
import { idAt, placeOf } from './pages.ts';
import type { CandidateList } from './useCandidateList.ts';

interface CursorActs {
  open: (number: number) => void;
  judge: (candidateId: string, verdict: 'PICKED' | 'REJECTED') => void;
  candidate: (place: number) => CandidateRowFragment | null;
  scrollTo: (place: number) => void;
}

/** The cursor belongs to a candidate, not to a place: it moves with it when the order changes. */
export function useTableCursor(list: CandidateList, count: number, scroller: RefObject<HTMLDivElement | null>, acts: CursorActs) {
  const [at, setAt] = useState<{ id: string | null; place: number } | null>(null);
  const cursor = at === null ? null : ((at.id === null ? null : placeOf(list.ids, at.id)) ?? Math.min(at.place, count - 1));
  const setCursor = useCallback((place: number) => setAt({ id: idAt(list.ids, place), place }), [list.ids]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const move = MOVES[event.key];
    const candidate = cursor === null ? null : acts.candidate(cursor);
    if (move && move !== 'left' && move !== 'right') {
      const rowsInView = Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW);
      const next = moveCursor(cursor, move, { columns: 1, count, rowsInView });
      if (next !== null) {
        setCursor(next);
        acts.scrollTo(next);
      }
    } else if (event.key === 'Enter' && candidate) acts.open(candidate.number);
    else if (event.key === 'p' && candidate) acts.judge(candidate.id, 'PICKED');
    else if (event.key === 'r' && candidate) acts.judge(candidate.id, 'REJECTED');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { cursor, setCursor, onKeyDown };
}
