'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CandidateCardsDocument, type CandidateFilter, CandidateRowsDocument, type CandidateSort } from '../lib/operations.generated.ts';
import { EMPTY, lengthOf, PAGE, type PagedIds, pagesOf, withExtra, withPage } from './pages.ts';

export interface CandidateList {
  /** Ids by place. The objects are in Apollo's cache, where events keep them up to date. */
  ids: PagedIds;
  loading: boolean;
  error: Error | null;
  /** Says which places are looked at: their pages are read when they are missing. */
  show: (first: number, last: number) => void;
  /** Reads the pages that are looked at again, all at once, and forgets the others; what is shown stays until the answer is there. */
  refresh: () => Promise<void>;
  /**
   * Looks whether there are more than are known. Where new ones come at the end (`grows`) they are put there; otherwise `waiting` says how
   * many a `refresh` would bring in. Nothing that is shown moves.
   */
  check: () => Promise<void>;
  waiting: number;
}

interface Query {
  searchId: string;
  filter: CandidateFilter;
  sort: CandidateSort;
  /** Rows for a table, or cards with samples and everyone's annotations. */
  parts: 'rows' | 'cards';
  /** Candidates that are proposed later come at the end of this order. */
  grows: boolean;
}

/** A search's candidates in an order, page by page as they come into view. A changed query begins anew and drops answers still on their way. */
export function useCandidateList({ searchId, filter, sort, parts, grows }: Query): CandidateList {
  const client = useApolloClient();
  const key = JSON.stringify([searchId, filter, sort, parts]);
  const [state, setState] = useState<{ key: string; ids: PagedIds; error: Error | null }>({ key, ids: EMPTY, error: null });
  const [total, setTotal] = useState<{ key: string; count: number }>({ key, count: 0 });
  const asked = useRef({ key, pages: new Set<number>(), shown: [0, PAGE - 1] as [number, number], run: 0 });
  const current = state.key === key ? state : { key, ids: EMPTY, error: null };

  const fetchPage = useCallback(
    async (page: number) => {
      const [id, where, by] = JSON.parse(key) as [string, CandidateFilter, CandidateSort];
      const variables = { searchId: id, first: PAGE, skip: page * PAGE, filter: where, sort: by };
      const query = parts === 'cards' ? CandidateCardsDocument : CandidateRowsDocument;
      const { data } = await client.query({ query, variables, fetchPolicy: 'network-only' });
      const connection = data?.search?.candidates;
      if (!connection) throw new Error('This search does not exist any more.');
      return { ids: connection.edges.map((edge) => edge.node.id), count: connection.totalCount };
    },
    [client, key, parts],
  );

  const change = useCallback(
    (next: (ids: PagedIds) => PagedIds, error: Error | null = null) =>
      setState((was) => ({ key, ids: next(was.key === key ? was.ids : EMPTY), error })),
    [key],
  );

  const show = useCallback(
    (first: number, last: number) => {
      if (asked.current.key !== key) asked.current = { key, pages: new Set(), shown: [0, PAGE - 1], run: asked.current.run + 1 };
      const mine = asked.current;
      mine.shown = [first, last];
      for (const page of pagesOf(first, last)) {
        if (mine.pages.has(page)) continue;
        mine.pages.add(page);
        fetchPage(page).then(
          (got) => mine === asked.current && mine.pages.has(page) && change((ids) => withPage(ids, page, got.ids, got.count)),
          (error: Error) => {
            mine.pages.delete(page);
            if (mine === asked.current) change((ids) => ids, error);
          },
        );
      }
    },
    [key, fetchPage, change],
  );

  const refresh = useCallback(async () => {
    const mine = asked.current;
    if (mine.key !== key) return;
    const run = ++mine.run;
    const pages = pagesOf(...mine.shown);
    try {
      const got = await Promise.all(pages.map(fetchPage));
      if (mine !== asked.current || run !== mine.run) return;
      mine.pages = new Set(pages);
      change(() => got.reduce((ids, { ids: page, count }, i) => withPage(ids, pages[i]!, page, count), EMPTY));
    } catch (error) {
      if (mine === asked.current && run === mine.run) change((ids) => ids, error as Error);
    }
  }, [key, fetchPage, change]);

  const latest = useRef(current.ids);
  latest.current = current.ids;
  const check = useCallback(async () => {
    const mine = asked.current;
    const known = latest.current;
    if (mine.key !== key || known.count === null) return;
    if (lengthOf(known) === 0) return refresh();
    try {
      const got = await fetchPage(Math.floor(known.count / PAGE));
      if (mine !== asked.current) return;
      setTotal({ key, count: got.count });
      if (grows && got.count > lengthOf(known)) change((ids) => got.ids.reduce(withExtra, ids));
    } catch (error) {
      if (mine === asked.current) change((ids) => ids, error as Error);
    }
  }, [key, grows, fetchPage, change, refresh]);

  useEffect(() => show(0, PAGE - 1), [show]);

  const waiting = total.key === key ? Math.max(0, total.count - lengthOf(current.ids)) : 0;
  return useMemo(
    () => ({
      ids: current.ids,
      loading: current.ids.count === null && !current.error,
      error: current.error,
      show,
      refresh,
      check,
      waiting,
    }),
    [current.ids, current.error, show, refresh, check, waiting],
  );
}
