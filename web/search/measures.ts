import { metricKind } from '../../schema/plans/metrics.ts';
import { describeReward, rewardKinds } from '../../schema/plans/rewards.ts';
import type { CandidateFigure, MeasureInput } from '../lib/operations.generated.ts';

const FIGURES: Record<CandidateFigure, { label: string; about: string }> = {
  NUMBER: { label: 'number', about: 'In order of proposal.' },
  PARAMETERS: { label: 'parameters', about: 'Trained numbers: weights and biases.' },
  FLOPS: { label: 'FLOPs an image', about: 'Operations of a forward pass of one image.' },
  LATENT: { label: 'latent size', about: 'Length of the latent vector.' },
  SECONDS: { label: 'training time in s', about: 'Seconds of training, all attempts.' },
  PICKS: { label: 'picks', about: 'Members who picked it.' },
};

/** Something to compare candidates by, as it stands in the address: `reward.INVERSE_LOSS`, `metric.judge.frechet`, `figure.FLOPS`. */
export interface Measure {
  key: string;
  label: string;
  about: string;
}

/** What there is to choose from, in groups, of a search whose candidates have these rewards and metrics. */
export function measureGroups(
  rewards: readonly string[],
  metrics: readonly { name: string; description: string | null }[],
): { group: string; items: Measure[] }[] {
  return [
    {
      group: 'Rewards',
      items: rewardKinds
        .filter(({ kind }) => rewards.includes(kind))
        .map((reward) => ({ key: `reward.${reward.kind}`, label: reward.label, about: describeReward(reward) })),
    },
    {
      group: 'Validation metrics after the last epoch',
      items: metrics.map(({ name, description }) => ({ key: `metric.${name}`, label: name, about: description ?? '' })),
    },
    {
      group: 'Figures',
      items: Object.entries(FIGURES).map(([figure, { label, about }]) => ({ key: `figure.${figure}`, label, about })),
    },
  ];
}

/** For the API; null for an address that names nothing. */
export function measureInput(key: string): MeasureInput | null {
  const [, group, name] = /^(reward|metric|figure)\.(.{1,64})$/.exec(key) ?? [];
  if (group === 'metric') return { metric: name! };
  const reward = rewardKinds.find(({ kind }) => kind === name);
  if (group === 'reward') return reward ? { reward: reward.kind } : null;
  return group === 'figure' && Object.hasOwn(FIGURES, name!) ? { figure: name as CandidateFigure } : null;
}

/** What a key is called, whether a search has it or not. */
export function measureLabel(key: string): string {
  const [group, ...rest] = key.split('.');
  const name = rest.join('.');
  if (group === 'reward') return rewardKinds.find(({ kind }) => kind === name)?.label ?? name;
  if (group === 'figure') return FIGURES[name as CandidateFigure]?.label ?? name;
  return metricKind(name)?.name ?? name;
}
