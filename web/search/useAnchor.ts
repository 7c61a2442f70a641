import { type RefObject, useLayoutEffect, useRef } from 'react';
import { ROW } from './columns.tsx';
import { idAt, placeOf } from './pages.ts';
import type { CandidateList } from './useCandidateList.ts';

/** When the list has been read again, the row that was at the top stays at the top; at the very beginning the newest order is shown instead. */
export function useAnchor(list: CandidateList, scroller: RefObject<HTMLDivElement | null>) {
  const before = useRef(list.ids);
  useLayoutEffect(() => {
    const box = scroller.current;
    const was = before.current;
    before.current = list.ids;
    if (!box || was === list.ids || box.scrollTop < ROW || was.count === null) return;
    const top = Math.floor(box.scrollTop / ROW);
    const id = idAt(was, top);
    const now = id === null ? null : placeOf(list.ids, id);
    if (now !== null && now !== top) box.scrollTop += (now - top) * ROW;
  }, [list.ids, scroller]);
}
