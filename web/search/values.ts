import { formatValue } from '../plots/format.ts';

/** What a controller makes of one decision. */
export interface Action {
  name: string;
  value: number;
  greedy: boolean;
  probability: number;
  taken: number;
  candidates: number;
  best?: { number: number; reward?: number | null } | null;
}

/** By what the actions are sorted; `space`: in the order of the space. */
export const ORDERS = ['value', 'candidates', 'probability', 'best', 'space'] as const;
export type Order = (typeof ORDERS)[number];

/** Positions of the actions as they are shown, the largest first; equals stay in the order of the space. */
export function sorted(actions: readonly Action[], order: Order): number[] {
  const of = ({ value, candidates, probability, best }: Action): number =>
    ({ value, candidates, probability, best: best?.reward ?? Number.NEGATIVE_INFINITY, space: 0 })[order];
  return actions.map((_, i) => i).sort((a, b) => of(actions[b]!) - of(actions[a]!) || a - b);
}

/** How long the bar of each value is, 0 to 1: from the least to the most; all are full where all are equal. */
export function bars(actions: readonly Action[]): number[] {
  const values = actions.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return values.map((value) => (most > least ? (value - least) / (most - least) : 1));
}

/** What the controller would do here, in a sentence. */
export function plansText(actions: readonly Action[], epsilon: number, observed: number): string {
  const results = `${observed.toLocaleString('en')} result${observed === 1 ? '' : 's'}`;
  const good = actions.filter(({ greedy }) => greedy);
  const [first] = good;
  if (!first) return `After ${results}.`;
  if (actions.length === 1) return `After ${results}: there is only one way to go on.`;
  if (good.length === actions.length) return `After ${results} all ${actions.length} decisions have the same value: it takes any of them.`;
  const best = good.length === 1 ? first.name : `one of ${good.length} with the value`;
  return `After ${results} it finds ${best} best here (${formatValue(first.value)}); ${Math.round(100 * epsilon)}% of the time it takes any of the ${actions.length}.`;
}

/** The way to a state as it stands in the address, `0.3.2`; what is no way is the start. */
export function readWay(text: string): number[] {
  return /^\d{1,4}(\.\d{1,4})*$/.test(text) ? text.split('.').map(Number) : [];
}

export const writeWay = (decisions: readonly number[]): string => decisions.join('.');
