/** What another member has just said of a candidate, as one line. */
export function saidBy(
  actor: { id: string; name: string },
  candidate: { number: number; annotations: readonly { member: { id: string }; verdict: string | null }[] },
): string {
  const verdict = candidate.annotations.find((annotation) => annotation.member.id === actor.id)?.verdict;
  return `${actor.name} ${verdict ? `${verdict.toLowerCase()}` : 'changed the word on'} #${candidate.number}`;
}
