import { epochPasses } from '../../schema/forecast/work.ts';
import { LOSS } from '../../schema/plans/metrics.ts';
import { completeTraining } from '../../schema/plans/plan.ts';
import type { DataSource } from '../database/data-source.ts';
import type { Dataset, Search } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { HAS_RUNGS } from '../fleet/jobs.ts';
import type { RewardKind } from '../resolvers.generated.ts';

/** A result of a search with what had been spent when it was there. */
export interface Spent {
  searchId: string;
  /** Of the candidate. */
  number: number;
  /** Networks so far. */
  networks: number;
  seconds: number;
  flops: number;
  /** null: none, or only predicted. */
  reward: number | null;
  /** Better than all before. */
  improves: boolean;
}

/**
 * Results that improved on all before them, and the last one of each search: what was spent in all. A result is a candidate that has ended, in order of
 * numbers; where candidates climb rungs, a training that has ended, in the order in which they were asked for. A candidate that failed has no reward at
 * any rung.
 */
const SPENT = `
  WITH wanted AS (
    SELECT search.id, search.plan ->> 'reward' AS learned, coalesce(${HAS_RUNGS}, false) AS climbs, new.passes
    FROM unnest($1::uuid[], $2::float8[]) AS new (id, passes) JOIN search ON search.id = new.id
  ), result AS (
    SELECT candidate.search_id, candidate.number AS place, candidate.number,
      CASE WHEN candidate.status = 'DONE' THEN reward.value END AS reward,
      coalesce(candidate.seconds, 0) + coalesce(round.seconds, 0) AS seconds,
      candidate.flops * wanted.passes * coalesce(told.epoch, 0) AS flops
    FROM wanted JOIN candidate ON candidate.search_id = wanted.id
    LEFT JOIN reward ON reward.candidate_id = candidate.id AND reward.kind = $3
    LEFT JOIN LATERAL (
      SELECT (figures ->> 'trainSeconds')::float8 + (figures ->> 'policySeconds')::float8 + (figures ->> 'deriveSeconds')::float8 AS seconds
      FROM enas_round WHERE enas_round.search_id = candidate.search_id AND enas_round.round = candidate.number
    ) AS round ON true
    LEFT JOIN LATERAL (
      SELECT sum(last.epoch) AS epoch FROM trial CROSS JOIN LATERAL (
        SELECT epoch FROM metric WHERE metric.trial_id = trial.id AND metric.name = '${LOSS}' AND metric.split = 'VALIDATION'
        ORDER BY epoch DESC LIMIT 1
      ) AS last
      WHERE trial.candidate_id = candidate.id AND trial.purpose = 'SEARCH'
    ) AS told ON true
    WHERE NOT wanted.climbs AND candidate.status IN ('DONE', 'STOPPED_EARLY', 'FAILED')
    UNION ALL
    SELECT job.search_id, job.number, candidate.number,
      CASE WHEN candidate.status = 'FAILED' THEN NULL
        WHEN wanted.learned = $3 THEN job.reward
        -- other formulations are known of the highest rung alone
        WHEN job.number = max(job.number) FILTER (WHERE job.reward IS NOT NULL) OVER (PARTITION BY job.candidate_id) THEN reward.value END,
      coalesce(job.seconds, 0), candidate.flops * wanted.passes * (job.epochs - job.from_epochs)
    FROM wanted JOIN job ON job.search_id = wanted.id JOIN candidate ON candidate.id = job.candidate_id
    LEFT JOIN reward ON reward.candidate_id = candidate.id AND reward.kind = $3
    WHERE wanted.climbs AND job.ended_at IS NOT NULL
  ), spent AS (
    SELECT search_id, place, number, reward,
      max(number) OVER so_far AS networks, sum(seconds) OVER so_far AS seconds, sum(flops) OVER so_far AS flops,
      reward IS NOT NULL AND reward > coalesce(max(reward) OVER before, '-Infinity') AS improves,
      lead(place) OVER so_far IS NULL AS last
    FROM result
    WINDOW so_far AS (PARTITION BY search_id ORDER BY place ROWS UNBOUNDED PRECEDING),
      before AS (PARTITION BY search_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  )
  SELECT search_id AS "searchId", number, networks, seconds, flops, reward, improves FROM spent WHERE improves OR last ORDER BY search_id, place`;

/** What searches had found for what they had spent, in order. One statement, of which an index is read for each candidate. */
export function spentBy(
  database: DataSource,
  searches: readonly Search[],
  datasets: readonly Dataset[],
  reward: RewardKind,
): Promise<Spent[]> {
  const passes = searches.map(({ plan }, i) => {
    const training = completeTraining(plan.training);
    return training.initialisations * epochPasses(training, datasets[i]!);
  });
  return queries(database).query<Spent>(SPENT, [searches.map(({ id }) => id), passes, reward]);
}
