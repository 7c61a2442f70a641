'use client';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { PickedAndTopDocument } from '../lib/operations.generated.ts';
import { EMPTY, type PagedIds, withPage } from '../search/pages.ts';

/** The handpicked and the best by reward, 60 of each at most. */
export function usePickedAndTop(
  searchId: string,
  wanted: boolean,
): { picked: PagedIds; top: PagedIds; pickedCount: number; reload: () => void } {
  const { data, refetch } = useQuery(PickedAndTopDocument, {
    variables: { id: searchId },
    skip: !wanted,
    fetchPolicy: 'cache-and-network',
  });
  const search = data?.search;
  return useMemo(() => {
    const list = (edges: readonly { node: { id: string } }[] | undefined) =>
      edges
        ? withPage(
            EMPTY,
            0,
            edges.map((edge) => edge.node.id),
            edges.length,
          )
        : EMPTY;
    return {
      picked: list(search?.picked.edges),
      top: list(search?.top.edges),
      pickedCount: search?.picked.totalCount ?? 0,
      reload: () => void refetch().catch(() => null),
    };
  }, [search, refetch]);
}
