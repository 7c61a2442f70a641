import { rungEpochs, type Trainings, usesRungs } from '../../schema/plans/rungs.ts';
import { group } from '../candidates/service.ts';
import type { DataSource } from '../database/data-source.ts';
import { Job, type Search } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import type { Rung } from '../resolvers.generated.ts';
import { trainingsAsked, trainingsToCome } from '../searches/trainings.ts';

/** Where the trainings of a search stand, rung by rung; those that nobody climbed to yet included. Empty for a search without rungs. */
export async function rungsOf(database: DataSource, search: Search): Promise<Rung[]> {
  const { id, plan, finishedAt } = search;
  const { controller, training } = plan;
  if (!usesRungs(controller.kind)) return [];
  const rows = await queries(database).query<Omit<Rung, 'epochs' | 'planned' | 'epochsPlanned'>>(
    `SELECT job.rung, count(*)::int AS asked,
       count(*) FILTER (WHERE job.ended_at IS NULL)::int AS open,
       count(job.reward)::int AS done,
       count(*) FILTER (WHERE job.ended_at IS NOT NULL AND job.reward IS NULL)::int AS failed,
       count(above.number)::int AS promoted,
       max(job.reward) AS best,
       min(job.reward) FILTER (WHERE above.number IS NOT NULL) AS "lowestPromoted",
       coalesce(sum(job.epochs - job.from_epochs) FILTER (WHERE job.ended_at IS NOT NULL), 0)::int AS "epochsSpent",
       coalesce(sum(job.seconds), 0) AS seconds
     FROM job LEFT JOIN job AS above ON above.candidate_id = job.candidate_id AND above.from_epochs = job.epochs
     WHERE job.search_id = $1 GROUP BY job.rung`,
    [id],
  );
  const found = new Map(rows.map((row) => [row.rung, row]));
  const all = [...(await trainingsAsked(database, id)), ...(finishedAt ? [] : await trainingsToCome(database, search))];
  const planned = (epochs: number, of: (each: Trainings) => number) =>
    all.reduce((sum, each) => sum + (each.to === epochs ? of(each) : 0), 0);
  return rungEpochs(controller.fidelity, training.epochs).map((epochs, rung) => ({
    ...(found.get(rung) ?? {
      rung,
      asked: 0,
      open: 0,
      done: 0,
      failed: 0,
      promoted: 0,
      best: null,
      lowestPromoted: null,
      epochsSpent: 0,
      seconds: 0,
    }),
    epochs,
    planned: planned(epochs, ({ count }) => count),
    epochsPlanned: planned(epochs, ({ from, to, count }) => count * (to - from)),
  }));
}

/** Jobs of several candidates, the lowest rung first. */
export async function jobsOf(database: DataSource, candidateIds: readonly string[]): Promise<Job[][]> {
  const rows = await queries(database).entities(Job, 'SELECT * FROM job WHERE candidate_id = ANY($1) ORDER BY number', [candidateIds]);
  return group(candidateIds, rows, ({ candidateId }) => candidateId);
}
