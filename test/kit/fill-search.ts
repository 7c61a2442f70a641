import { rewardKinds } from '../../schema/plans/rewards.ts';
import { Random } from '../../schema/random.ts';
import type { DataSource } from '../../server/database/data-source.ts';
import { transaction } from '../../server/database/transaction.ts';
import { globalId, newId, parseId } from '../../server/ids.ts';

/** What a search is filled with. */
export interface Filling {
  candidates: number;
  /** Metric of each candidate's trial, at epochs 1 and 2. */
  metrics?: readonly string[];
  seed?: number;
}

/**
 * Puts a finished search into a team, as rows: every candidate with a trial and all rewards, which are random numbers with four digits, so
 * that some are equal; every seventh candidate has failed and has none.
 * @returns global id of the search
 */
export async function fillSearch(database: DataSource, teamId: string, { candidates, metrics = [], seed = 1 }: Filling): Promise<string> {
  const random = Random.of(seed, 'filled search');
  const value = () => Math.round(random.uniform() * 1e4) / 1e4;
  const search = newId();
  const rows = Array.from({ length: candidates }, (_, i) => ({ id: newId(), trial: newId(), number: i + 1, failed: i % 7 === 6 }));
  const done = rows.filter(({ failed }) => !failed);
  const rewards = done.flatMap(({ id }) => rewardKinds.map(({ kind }) => ({ id, kind, value: value() })));
  const own = new Map(rewards.filter(({ kind }) => kind === 'INVERSE_LOSS').map((reward) => [reward.id, reward.value]));
  await transaction(database, async (tx) => {
    const [{ dataset, space }] = (await tx.query(
      `SELECT (SELECT id FROM dataset WHERE team_id IS NULL LIMIT 1) AS dataset, (SELECT id FROM search_space WHERE team_id IS NULL LIMIT 1) AS space`,
    )) as [{ dataset: string; space: string }];
    const plan = { reward: 'INVERSE_LOSS', training: { task: 'VARIATIONAL', epochs: 2 } };
    await tx.query(
      `INSERT INTO search (id, team_id, name, status, dataset_id, space_id, plan) VALUES ($1, $2, 'Filled', 'FINISHED', $3, $4, $5)`,
      [search, parseId('Team', teamId), dataset, space, JSON.stringify(plan)],
    );
    await tx.query(
      `INSERT INTO candidate (id, search_id, number, notation, hash, architecture, status, parameters, flops, latent, reward, seconds)
       SELECT id, $1, number, 'C(8,4,2) | Z(' || number || ') | C(16,4,2)', id::text, '{}', status, 1000 * number, 1e6, number, reward, 1
       FROM unnest($2::uuid[], $3::int[], $4::text[], $5::float8[]) AS new (id, number, status, reward)`,
      [
        search,
        rows.map(({ id }) => id),
        rows.map(({ number }) => number),
        rows.map(({ failed }) => (failed ? 'FAILED' : 'DONE')),
        rows.map(({ id }) => own.get(id) ?? null),
      ],
    );
    await tx.query(
      `INSERT INTO trial (id, candidate_id, search_id, status, seed) SELECT id, candidate, $1, 'DONE', 1 FROM unnest($2::uuid[], $3::uuid[]) AS new (id, candidate)`,
      [search, rows.map(({ trial }) => trial), rows.map(({ id }) => id)],
    );
    await tx.query(
      `INSERT INTO reward (candidate_id, search_id, kind, value)
       SELECT id, $1, kind, value FROM unnest($2::uuid[], $3::text[], $4::float8[]) AS new (id, kind, value)`,
      [search, rewards.map(({ id }) => id), rewards.map(({ kind }) => kind), rewards.map((reward) => reward.value)],
    );
    for (const name of metrics) {
      const values = done.map(value);
      await tx.query(
        `INSERT INTO final_metric (candidate_id, search_id, name, value)
         SELECT id, $1, $2, value FROM unnest($3::uuid[], $4::float8[]) AS new (id, value)`,
        [search, name, done.map(({ id }) => id), values.map((each) => 2 * each)],
      );
      await tx.query(
        `INSERT INTO metric (trial_id, name, split, epoch, value, attempt)
         SELECT id, $1, 'VALIDATION', epoch, value * epoch, 1 FROM unnest($2::uuid[], $3::float8[]) AS new (id, value), generate_series(1, 2) AS epoch`,
        [name, done.map(({ trial }) => trial), values],
      );
    }
  });
  return globalId('Search', search);
}
