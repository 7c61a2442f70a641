import type { ControllerKind } from '../../schema/plans/controller.ts';

/** Algorithms of controllers, in the order in which they are offered. */
export const ALGORITHMS: { value: ControllerKind; label: string }[] = [
  { value: 'Q_LEARNING', label: 'Q-learning (MetaQNN)' },
  { value: 'FITTED_Q', label: 'Fitted Q iteration (trees)' },
  { value: 'DQN', label: 'Deep Q-learning' },
  { value: 'REINFORCE', label: 'REINFORCE (table)' },
  { value: 'NAS', label: 'NAS (LSTM)' },
  { value: 'PPO', label: 'PPO (LSTM)' },
  { value: 'EVOLUTION', label: 'Regularized evolution' },
  { value: 'LOCAL_SEARCH', label: 'Local search' },
  { value: 'TPE', label: 'Parzen estimator (TPE)' },
  { value: 'RANDOM', label: 'Random search' },
  { value: 'SUCCESSIVE_HALVING', label: 'Successive halving' },
  { value: 'HYPERBAND', label: 'Hyperband' },
  { value: 'ASHA', label: 'Asynchronous halving (ASHA)' },
  { value: 'ENAS', label: 'ENAS (shared weights)' },
  { value: 'LIST', label: 'These networks' },
];

export const algorithmLabel = (kind: ControllerKind): string => ALGORITHMS.find(({ value }) => value === kind)?.label ?? kind;
