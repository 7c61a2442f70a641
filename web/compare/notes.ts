import { describeReward, rewardKinds } from '../../schema/plans/rewards.ts';
import { inWords, pathInWords } from '../lib/code-names.ts';
import type { CompareSearchesQuery, RewardKind } from '../lib/operations.generated.ts';
import { REWARD_LABELS } from '../search/filters.ts';
import { type Axis, type Compared, keyOf } from './curves.ts';

type Difference = NonNullable<CompareSearchesQuery['compareSearches']>['differences'][number];

/** "A, C: 3 · B: 9", those with one value together. */
export function differenceText({ field, values }: Difference): string {
  const texts = values.map((value) => shown(field, value));
  return [...new Set(texts)]
    .map((text) => `${texts.flatMap((each, i) => (each === text ? keyOf(i) : [])).join(', ')}: ${text}`)
    .join(' · ');
}

function shown(field: string, value: unknown): string {
  // of images, nothing said is the whole split
  if (value === null) return field.endsWith('Images') ? 'all' : 'none';
  if (field === 'plan.reward') return REWARD_LABELS[value as RewardKind];
  if (typeof value === 'number') return value.toLocaleString('en', { maximumSignificantDigits: 15 });
  if (typeof value === 'string') return field === 'dataset' ? value : inWords(value);
  return JSON.stringify(value);
}

export const differenceName = (field: string): string => (field === 'plan.reward' ? 'Reward that is learned from' : pathInWords(field));

/** What one has to know before one believes the plot; each a sentence. */
export function notesOf(searches: readonly Compared[], axis: Axis, reward: RewardKind): string[] {
  const notes: string[] = [];
  const keys = (holds: (each: Compared) => boolean) => searches.flatMap((each, i) => (holds(each) ? keyOf(i) : [])).join(', ');
  const others = keys(({ search }) => search.plan.reward !== reward);
  if (others) notes.push(`${others} did not learn from ${REWARD_LABELS[reward]}: what is drawn is not what they looked for.`);
  const devices = new Set(searches.flatMap(({ search }) => search.devices.map(({ device }) => device)));
  if (axis === 'seconds' && devices.size > 1)
    notes.push(
      `They were trained on different devices (${[...devices].join('; ')}), so seconds say as much about these as about the searches.`,
    );
  const imported = keys((each) => each.imported > 0);
  if (axis !== 'candidates' && imported) notes.push(`Candidates of ${imported} that came from a file cost nothing here.`);
  const enas = keys(({ search }) => search.plan.controller.kind === 'ENAS');
  if (axis === 'flops' && enas) notes.push(`Training the shared weights of ${enas} (ENAS) is not in the FLOPs; it is in the seconds.`);
  const empty = keys((each) => each.improvements.length === 0);
  if (empty) notes.push(`${empty} ${empty.length > 1 ? 'have' : 'has'} no result with this reward yet.`);
  return notes;
}

/** What a reward means, in one sentence. */
export function rewardAbout(reward: RewardKind): string {
  return describeReward(rewardKinds.find(({ kind }) => kind === reward)!);
}
