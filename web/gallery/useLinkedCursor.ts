import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { CardByNumberDocument } from '../lib/operations.generated.ts';

/** The candidate that the address names, when the page is opened. */
export function useLinkedCursor(searchId: string, at: number | null, onFound: (id: string) => void) {
  const { data } = useQuery(CardByNumberDocument, { variables: { id: searchId, number: at ?? 1 }, skip: at === null });
  const found = at === null ? undefined : data?.search?.candidate?.id;
  useEffect(() => {
    if (found) onFound(found);
  }, [found, onFound]);
}
