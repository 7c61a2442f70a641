import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import { STEP_DUE, TRIAL_DUE } from './choose.ts';
import { type Pools, poolsOf, type Queued, queuedOf, queueOf } from './memory.ts';
import { placeRound, placeTrial } from './place.ts';
import { nextRound, type Round } from './round-need.ts';

/** Why trials wait and workers idle: what grant.ts would say now, for people. Nothing is locked, so it may be a moment old. */

/** Of several queued trials: what keeps each from the memory of every worker that is there; null when memory keeps it from none. */
export async function whyTrialsWait(database: DataSource, trialIds: readonly string[]): Promise<(string | null)[]> {
  const on = queries(database);
  const found = new Map((await queuedOf(on, trialIds)).map((queued) => [queued.id, queued]));
  const teams = await on.query<{ id: string; team_id: string }>(
    'SELECT trial.id, search.team_id FROM trial JOIN search ON search.id = trial.search_id WHERE trial.id = ANY($1)',
    [trialIds],
  );
  const pools = new Map<string, Pools>();
  for (const { team_id } of teams) if (!pools.has(team_id)) pools.set(team_id, await poolsOf(on, team_id));
  const whys = new Map(teams.map(({ id, team_id }) => [id, found.has(id) ? whyOf(found.get(id)!, pools.get(team_id)!) : null]));
  return trialIds.map((id) => whys.get(id) ?? null);
}

/** The reason given for the memory of which most is free. */
function whyOf({ need }: Queued, pools: Pools): string | null {
  const all = [...pools.values()].sort((a, b) => b.room - b.taken - (a.room - a.taken));
  const places = all.map((own) => placeTrial(need, own, all));
  if (places.some(({ kind }) => kind === 'FITS')) return null;
  return places.map((place) => (place.kind === 'WAITS' ? place.why : null)).find((why) => why !== null) ?? null;
}

/** Of several idle workers: the first round of ENAS or trial that one could begin if others on its memory had ended, or a round that none can; null when there is none. */
export async function whyWorkersWait(database: DataSource, workerIds: readonly string[]): Promise<(string | null)[]> {
  const on = queries(database);
  const workers = await on.query<{ id: string; team_id: string }>('SELECT id, team_id FROM worker WHERE id = ANY($1)', [workerIds]);
  const whys = new Map<string, string | null>();
  for (const teamId of new Set(workers.map(({ team_id }) => team_id))) {
    const pools = await poolsOf(on, teamId);
    const due = await on.query<{ id: string; name: string; step: boolean; trial: boolean }>(
      `SELECT id, name, ${STEP_DUE} AS step, ${TRIAL_DUE} AS trial FROM search
       WHERE team_id = $1 AND status IN ('QUEUED', 'RUNNING') AND (${STEP_DUE} OR ${TRIAL_DUE})
       ORDER BY last_leased_at NULLS FIRST, id`,
      [teamId],
    );
    const queue: Waiting[] = [];
    for (const { id, name, step, trial } of due) {
      const round = step ? await nextRound(on, id) : null;
      if (round) queue.push({ what: `round ${round.number} of ${name}`, round });
      if (trial) for (const queued of await queueOf(on, id)) queue.push({ what: `#${queued.number} of ${name}`, queued });
    }
    for (const { id, team_id } of workers) if (team_id === teamId) whys.set(id, idleWhy(id, queue, pools));
  }
  return workerIds.map((id) => whys.get(id) ?? null);
}

/** What an idle worker could do, as people call it. */
type Waiting = { what: string } & ({ round: Round } | { queued: Queued });

function idleWhy(workerId: string, queue: readonly Waiting[], pools: Pools): string | null {
  const own = pools.get(workerId);
  if (!own) return null;
  const all = [...pools.values()];
  let larger: string | null = null;
  for (const waiting of queue) {
    const place = 'round' in waiting ? placeRound(waiting.round.need, own, all) : placeTrial(waiting.queued.need, own, all);
    if (place.kind === 'FITS') return null;
    if (place.kind === 'WAITS') return `${waiting.what} ${place.why}`;
    if (place.kind === 'NOWHERE' && 'round' in waiting) larger ??= `${waiting.what} ${place.why}`;
  }
  return larger;
}
