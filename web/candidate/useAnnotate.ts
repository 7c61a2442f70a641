'use client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import {
  AnnotateCandidateDocument,
  type CandidateCardFragment,
  CandidateCardFragmentDoc,
  type CandidateRowFragment,
  CandidateRowFragmentDoc,
} from '../lib/operations.generated.ts';
import { type Judged, judge } from './judge.ts';
import { type Act, actOf, type Judgement, popAct, pushAct, UNJUDGED } from './undo.ts';

export interface Annotate {
  /** Says something of a candidate; shown at once. `alternatives`: candidates in view when it was picked. */
  annotate: (candidateId: string, change: Partial<Judgement>, alternatives?: string[]) => void;
  /** Takes the newest act back; null when there is none. */
  undo: () => Act | null;
  canUndo: boolean;
}

/** Most alternatives that a choice may have (schema: AnnotateCandidateInput). */
const ALTERNATIVES = 200;

/** `member`: who speaks. `onProblem`: the server refused, or cannot be reached; what was shown is put right. */
export function useAnnotate(member: { id: string; name: string } | null, onProblem: (message: string) => void): Annotate {
  const client = useApolloClient();
  const acts = useRef<Act[]>([]);
  const [canUndo, setCanUndo] = useState(false);

  const send = useCallback(
    async (candidateId: string, change: Partial<Judgement>, alternatives?: string[]) => {
      if (!member) return;
      const shown = read(client.cache, candidateId);
      const others = alternatives?.filter((id) => id !== candidateId).slice(0, ALTERNATIVES);
      try {
        const { data } = await client.mutate({
          mutation: AnnotateCandidateDocument,
          variables: { input: { candidateId, ...change, ...(others?.length ? { alternatives: others } : {}) } },
          ...(shown ? { optimisticResponse: { annotateCandidate: optimistic(shown, change, member) } as never } : {}),
        });
        const problem = data?.annotateCandidate.userErrors[0];
        if (problem) onProblem(problem.message);
      } catch (error) {
        onProblem(`Not kept: ${(error as Error).message}`);
      }
    },
    [client, member, onProblem],
  );

  const annotate = useCallback(
    (candidateId: string, change: Partial<Judgement>, alternatives?: string[]) => {
      const shown = read(client.cache, candidateId);
      if (!shown || !member) return;
      acts.current = pushAct(acts.current, actOf(shown, shown.viewerAnnotation ?? UNJUDGED, change));
      setCanUndo(acts.current.length > 0);
      void send(candidateId, change, alternatives);
    },
    [client, member, send],
  );

  const undo = useCallback(() => {
    const popped = popAct(acts.current);
    if (!popped) return null;
    acts.current = popped.rest;
    setCanUndo(popped.rest.length > 0);
    void send(popped.act.candidateId, popped.act.before);
    return popped.act;
  }, [send]);

  return useMemo(() => ({ annotate, undo, canUndo }), [annotate, undo, canUndo]);
}

type Cache = ReturnType<typeof useApolloClient>['cache'];
type Shown = CandidateRowFragment & Partial<Pick<CandidateCardFragment, 'annotations'>>;

/** As it is shown now, acts under way included. */
function read(cache: Cache, id: string): Shown | null {
  const from = { __typename: 'Candidate' as const, id };
  return (
    cache.readFragment<CandidateCardFragment>({
      fragment: CandidateCardFragmentDoc,
      fragmentName: 'CandidateCard',
      from,
      optimistic: true,
    }) ??
    cache.readFragment<CandidateRowFragment>({ fragment: CandidateRowFragmentDoc, fragmentName: 'CandidateRow', from, optimistic: true })
  );
}

/** What the server will most likely answer. */
function optimistic(shown: Shown, change: Partial<Judgement>, member: { id: string; name: string }) {
  const judged: Judged = { picks: shown.picks, rejections: shown.rejections, tags: shown.tags, own: shown.viewerAnnotation };
  const next = judge(judged, change);
  const id = shown.viewerAnnotation?.id ?? `new:${shown.id}`;
  const own = {
    __typename: 'Annotation',
    id,
    ...next.own,
    updatedAt: new Date().toISOString(),
    member: { __typename: 'Member', ...member },
  };
  const others = (shown.annotations ?? []).filter((annotation) => annotation.id !== id);
  return {
    __typename: 'AnnotateCandidatePayload',
    candidate: {
      __typename: 'Candidate',
      id: shown.id,
      picks: next.picks,
      rejections: next.rejections,
      tags: next.tags,
      viewerAnnotation: own,
      annotations: [...others, own],
    },
    userErrors: [],
  };
}
