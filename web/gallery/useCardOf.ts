'use client';
import { useApolloClient, useFragment } from '@apollo/client/react';
import { useMemo } from 'react';
import { type CandidateCardFragment, CandidateCardFragmentDoc } from '../lib/operations.generated.ts';

const NONE = '';

/** Cards from the cache: `read` now, `use` as a hook that follows. null where the card is not known. */
export function useCardOf() {
  const client = useApolloClient();
  return useMemo(
    () => ({
      read: (id: string): CandidateCardFragment | null =>
        client.cache.readFragment({
          fragment: CandidateCardFragmentDoc,
          fragmentName: 'CandidateCard',
          from: { __typename: 'Candidate', id },
          optimistic: true,
        }),
      use: useCard,
    }),
    [client],
  );
}

function useCard(id: string | null): CandidateCardFragment | null {
  const { data, complete } = useFragment({
    fragment: CandidateCardFragmentDoc,
    fragmentName: 'CandidateCard',
    from: { __typename: 'Candidate', id: id ?? NONE },
  });
  return complete && id !== null ? data : null;
}
