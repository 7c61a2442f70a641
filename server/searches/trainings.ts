import { plannedTrainings, type Trainings, trainingsLeft, usesRungs } from '../../schema/plans/rungs.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Search } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';

/** Trainings that a search has not asked for yet, as far as can be known: of one with rungs the planned promotions among them. */
export async function trainingsToCome(database: DataSource, search: Search): Promise<Trainings[]> {
  const { controller, training, budget } = search.plan;
  const networks = search.exhausted ? search.proposed : budget.candidates;
  if (!usesRungs(controller.kind)) {
    const count = networks - search.proposed;
    return count > 0 ? [{ from: 0, to: training.epochs, count }] : [];
  }
  return trainingsLeft(
    plannedTrainings(controller.kind, controller.fidelity, training.epochs, networks),
    await trainingsAsked(database, search.id),
  );
}

/** Trainings that a search with rungs has asked for. */
export function trainingsAsked(database: DataSource, searchId: string): Promise<Trainings[]> {
  return queries(database).query<Trainings>(
    'SELECT from_epochs AS "from", epochs AS "to", count(*)::int AS count FROM job WHERE search_id = $1 GROUP BY from_epochs, epochs',
    [searchId],
  );
}
