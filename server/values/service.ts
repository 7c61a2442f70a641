import { completeController } from '../../schema/plans/controller.ts';
import { epsilonAt, scaleSchedule } from '../../schema/plans/epsilon.ts';
import { makeSpace } from '../../schema/spaces/make.ts';
import type { Space } from '../../schema/spaces/space.ts';
import { countTaken, lookAt, type Sight, type Taken } from '../../schema/values/look.ts';
import { readValues, type Values } from '../../schema/values/read.ts';
import type { Context } from '../access/context.ts';
import { Candidate, Dataset, type Search, SearchSpace } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { shapeOf } from '../datasets/shape.ts';
import { badInput } from '../errors.ts';

/** What the resolvers of QValues get. */
export interface QValues extends Omit<Sight, 'actions'> {
  version: number;
  observed: number;
  proposed: number;
  epsilon: number;
  candidate: Candidate | null;
  actions: (Omit<Sight['actions'][number], 'best'> & { best: Candidate | null })[];
}

/**
 * The state after some decisions, as the search's controller saw it after its last step. Null where it keeps no values, or took no step yet.
 * @throws GraphQLError BAD_USER_INPUT for decisions that the space has not
 */
export async function qValuesOf({ database, loaders }: Context, search: Search, decisions: readonly number[]): Promise<QValues | null> {
  const [row] = await queries(database).query<{ version: number; state: unknown }>(
    'SELECT controller_version AS version, controller_state AS state FROM search WHERE id = $1',
    [search.id],
  );
  const plan = completeController(search.plan.controller);
  const values = row?.state ? readValues(plan, row.state) : null;
  if (!values) return null;
  const [dataset, { limits }] = await Promise.all([loaders.need(Dataset, search.datasetId), loaders.need(SearchSpace, search.spaceId)]);
  const space = makeSpace(limits, shapeOf(dataset));
  const epsilon = epsilonAt(scaleSchedule(plan.epsilon, search.plan.budget.candidates), values.proposed + 1);
  const sight = look(space, values, takenOf(search.id, space, values), epsilon, decisions);
  const { notation, actions } = sight;
  const candidates = await queries(database).entities(
    Candidate,
    'SELECT * FROM candidate WHERE search_id = $1 AND (number = ANY($2) OR notation = $3)',
    [search.id, actions.flatMap(({ best }) => best ?? []), notation],
  );
  const { observed, proposed } = values;
  return {
    ...{ ...sight, version: row!.version, observed, proposed, epsilon },
    candidate: candidates.find((each) => each.notation === notation) ?? null,
    actions: actions.map((action) => ({ ...action, best: candidates.find(({ number }) => number === action.best) ?? null })),
  };
}

function look(space: Space, values: Values, taken: Taken, epsilon: number, decisions: readonly number[]): Sight {
  try {
    return lookAt(space, values, taken, epsilon, decisions);
  } catch (error) {
    if (error instanceof RangeError) throw badInput(`decisions.${error.message}`);
    throw error;
  }
}

/** Searches whose counts are kept. Only speed depends on it: candidates are only ever added, so a look counts those that are new. */
const KEPT = 16;
const counted = new Map<string, { walks: number; taken: Map<string, number[]> }>();

function takenOf(searchId: string, space: Space, { walks }: Values): Taken {
  const before = counted.get(searchId);
  const known = before && before.walks <= walks.length ? before : { walks: 0, taken: new Map<string, number[]>() };
  countTaken(space, walks.slice(known.walks), known.taken);
  known.walks = walks.length;
  // the most recent last: the first is the one to forget
  counted.delete(searchId);
  counted.set(searchId, known);
  if (counted.size > KEPT) counted.delete(counted.keys().next().value!);
  return known.taken;
}
