import { parseAsArrayOf, parseAsFloat, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { rewardKinds } from '../../schema/plans/rewards.ts';
import { AXES } from './curves.ts';
import { COLUMNS } from './table.ts';

/** What is compared, as it stands in the address. */
export const compareParsers = {
  searches: parseAsArrayOf(parseAsString).withDefault([]),
  /** What rewards are drawn against. */
  x: parseAsStringLiteral(AXES).withDefault('candidates'),
  reward: parseAsStringLiteral(rewardKinds.map(({ kind }) => kind)),
  /** One line a search, or one a strategy. */
  by: parseAsStringLiteral(['search', 'strategy']).withDefault('search'),
  /** Reward whose cost the table tells; the highest that all reach when left out. */
  target: parseAsFloat,
  sort: parseAsStringLiteral(COLUMNS).withDefault('key'),
  order: parseAsStringLiteral(['up', 'down']).withDefault('up'),
};

export const addressOf = (ids: readonly string[]): string => `/searches/compare?searches=${ids.join(',')}`;
