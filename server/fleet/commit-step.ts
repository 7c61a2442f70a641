import type { DataSource } from '../database/data-source.ts';
import type { Search, SearchSpace } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused, refuse } from '../errors.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import { newId } from '../ids.ts';
import type { CommitStepInput } from '../resolvers.generated.ts';
import { endIfOver, IF_OVER, type IfOver } from '../searches/advance.ts';
import { noteCollapse, sharesOfNew } from './exploration.ts';
import { endLease, holdLease, lost } from './hold.ts';
import { type Climb, insertJobs, readClimbs } from './promote.ts';
import { latentOf, type ReadProposal, readProposals } from './proposals.ts';
import { keepRound } from './round.ts';

/** As the schema's defaults complete it. */
export type Step = CommitStepInput & { reused: number[]; exhausted: boolean };

/**
 * Commits a controller's state and its proposals together: all of it, or nothing. A repetition after success is answered as success.
 * @returns the search as it was found
 * @throws Refused LEASE_LOST under an old fence; CONFLICT for a step from another version; what is wrong with state or proposals
 */
export async function commitStep(database: DataSource, input: Step): Promise<Search> {
  return transaction(database, async (tx) => {
    const { lease, search, completed } = await holdLease(tx, input, { lockSearch: true });
    if (lease.kind !== 'STEP') throw new Refused(refuse('leaseId', 'this is the lease of a trial; allowed: of a step', 'NOT_ALLOWED'));
    if (completed) return search;
    if (search.finishedAt) throw lost('leaseId', 'the search has ended');
    if (search.controllerVersion !== input.version) {
      throw new Refused(refuse('version', `${input.version}; allowed: ${search.controllerVersion}, the version of the state`, 'CONFLICT'));
    }
    const observed = checkState(search, input);
    const climbs = await readClimbs(tx, search, input.proposals);
    const proposals = await read(tx, search, input);
    const outlook = checkOutlook(search.proposed + proposals.length, input.outlook ?? null);
    const reused = countReused(search.proposed + proposals.length, input.reused);
    const candidates = await insertCandidates(tx, search, proposals, climbs);
    const promoted = climbs ? await insertJobs(tx, search, climbs, candidates) : [];
    const known = await addReused(tx, search.id, reused);
    const [changed] = await tx.query<IfOver>(
      `UPDATE search SET controller_version = controller_version + 1, controller_state = $2, observed = $3, proposed = proposed + $4, promoted = promoted + $8,
         reused = reused + $5, exhausted = $6, steps_failed = 0, outlook = coalesce($7, outlook)
       WHERE id = $1 RETURNING ${IF_OVER}`,
      [search.id, JSON.stringify(input.state), observed, proposals.length, input.reused.length, input.exhausted, outlook, promoted.length],
    );
    await keepRound(tx, search, input);
    await endLease(tx, lease.id, 'COMPLETED');
    const events: NewEvent[] = [
      ...candidates.map((candidateId): NewEvent => ({ kind: 'CANDIDATE_PROPOSED', searchId: search.id, candidateId })),
      ...promoted.map((ids): NewEvent => ({ kind: 'TRIAL_QUEUED', searchId: search.id, ...ids })),
      ...known.map((candidateId): NewEvent => ({ kind: 'CANDIDATE_REUSED', searchId: search.id, candidateId })),
      ...(proposals.length > 0 ? await noteCollapse(tx, search, input.state) : []),
      ...(await endIfOver(tx, search.id, changed!)),
    ];
    await appendEvents(tx, search.teamId, events);
    return search;
  });
}

/** The state's own counts must fit what the search has. @returns results that the new state has observed */
function checkState(search: Search, { state, proposals }: Step): number {
  const counts = (typeof state === 'object' && state !== null ? state : {}) as { observed?: unknown; proposed?: unknown };
  const { budget, parallelism } = search.plan;
  const { observed } = counts;
  if (!Number.isInteger(observed) || (observed as number) < search.observed || (observed as number) > search.endedPrefix) {
    const range = `a whole number from ${search.observed} to ${search.endedPrefix}`;
    throw new Refused(
      refuse('state.observed', `${JSON.stringify(observed)}; allowed: ${range}, the results that are known`, 'OUT_OF_RANGE'),
    );
  }
  const asked = search.proposed + search.promoted + proposals.length;
  if (counts.proposed !== asked) {
    const message = `${JSON.stringify(counts.proposed)}; allowed: ${asked}, with the ${proposals.length} proposals of this step`;
    throw new Refused(refuse('state.proposed', message, 'OUT_OF_RANGE'));
  }
  const created = proposals.filter(({ promotes }) => promotes == null).length;
  const proposed = search.proposed + created;
  // with promotions a search asks for more trainings than it has candidates
  const most = Math.min(budget.candidates, (observed as number) + parallelism - (asked - proposed));
  if (asked > (observed as number) + parallelism ? proposals.length > 0 : created > 0 && proposed > budget.candidates) {
    const message = `${proposals.length} proposals make ${proposed} candidates; allowed: ${Math.max(0, most)} (budget ${budget.candidates}, parallelism ${parallelism})`;
    throw new Refused(refuse('proposals', message, 'TOO_LARGE'));
  }
  return observed as number;
}

/** @returns the new networks: of promotions only is seen to it that they name the right one */
async function read(tx: Transaction, search: Search, { proposals }: Step): Promise<ReadProposal[]> {
  if (proposals.length === 0) return [];
  const [dataset] = await tx.query<Parameters<typeof readProposals>[2] & Pick<SearchSpace, 'limits'>>(
    `SELECT height, width, channels, classes, description, kind, limits FROM dataset, search_space WHERE dataset.id = $1 AND search_space.id = $2`,
    [search.datasetId, search.spaceId],
  );
  const read = readProposals(proposals, dataset!.limits, dataset!, search.plan.training);
  const known = await tx.query<{ hash: string; number: number }>(
    'SELECT hash, number FROM candidate WHERE search_id = $1 AND hash = ANY($2)',
    [search.id, read.map(({ hash }) => hash)],
  );
  const numbers = new Map(known.map(({ hash, number }) => [hash, number]));
  const created: ReadProposal[] = [];
  for (const [i, proposal] of read.entries()) {
    const { hash, notation } = proposal;
    const { promotes } = proposals[i]!;
    const number = numbers.get(hash);
    if (promotes != null) {
      if (number === promotes) continue;
      const message = `${promotes}; allowed: ${number ?? 'no number'}, that of ${notation}`;
      throw new Refused(refuse(`proposals.${i}.promotes`, message, 'NOT_ALLOWED'));
    }
    if (number !== undefined) {
      const message = `${notation} is candidate ${number} already; allowed: networks that are not in the search, and ${number} in \`reused\``;
      throw new Refused(refuse(`proposals.${i}.notation`, message, 'CONFLICT'));
    }
    numbers.set(hash, search.proposed + created.push(proposal));
  }
  return created;
}

/** Networks that are looked ahead at, at most. */
const MOST_AHEAD = 500;

/** As it is stored. Texts that are no networks are passed over when they are read: an outlook only serves forecasts. */
function checkOutlook(after: number, notations: readonly string[] | null): string | null {
  if (notations && notations.length > MOST_AHEAD)
    throw new Refused(refuse('outlook', `${notations.length} networks; allowed: at most ${MOST_AHEAD}`, 'TOO_LARGE'));
  return notations && JSON.stringify({ after, notations });
}

/** Number to times. */
function countReused(proposed: number, numbers: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [i, number] of numbers.entries()) {
    if (number < 1 || number > proposed)
      throw new Refused(refuse(`reused.${i}`, `${number}; allowed: the number of a candidate, 1 to ${proposed}`, 'OUT_OF_RANGE'));
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

/**
 * All trials of a search share its seed: they see the same images in the same order and decode the same latents, so that differences
 * between candidates come from the networks. @returns ids in order of numbers
 */
async function insertCandidates(
  tx: Transaction,
  search: Search,
  proposals: ReadProposal[],
  climbs: readonly Climb[] | null,
): Promise<string[]> {
  if (proposals.length === 0) return [];
  const ids = proposals.map(() => newId());
  const distinct = await sharesOfNew(tx, search, proposals);
  const epochs = climbs?.filter(({ from }) => !from).map((climb) => climb.epochs) ?? ids.map(() => null);
  await tx.query(
    `WITH created AS (
       INSERT INTO candidate (id, search_id, number, notation, hash, architecture, parameters, flops, latent, epsilon,
         memory_fixed, memory_per_image, observed, entropy, uniform_entropy, repeats, distinct_share)
       SELECT id, $1, $2::int + position, notation, hash, architecture, parameters, flops, latent, epsilon, memory_fixed, memory_per_image,
         greatest($13::int, $2::int + position - $14::int), entropy, uniform_entropy, repeats, distinct_share
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::jsonb[], $7::float8[], $8::float8[], $9::int[], $10::float8[], $11::float8[],
           $12::float8[], $15::float8[], $16::float8[], $17::int[], $18::float8[])
         WITH ORDINALITY AS new (id, notation, hash, architecture, parameters, flops, latent, epsilon, memory_fixed, memory_per_image,
           entropy, uniform_entropy, repeats, distinct_share, position)
     )
     INSERT INTO trial (id, candidate_id, search_id, seed, epochs)
     SELECT id, candidate_id, $1, $19, epochs FROM unnest($20::uuid[], $3::uuid[], $21::int[]) AS new (id, candidate_id, epochs)`,
    [
      search.id,
      search.proposed,
      ids,
      proposals.map(({ notation }) => notation),
      proposals.map(({ hash }) => hash),
      proposals.map(({ architecture }) => JSON.stringify(architecture)),
      proposals.map(({ shape }) => shape.parameters),
      proposals.map(({ shape }) => shape.flops),
      proposals.map(({ architecture }) => latentOf(architecture)),
      proposals.map(({ epsilon }) => epsilon),
      proposals.map(({ memory }) => memory.fixed),
      proposals.map(({ memory }) => memory.perImage),
      search.observed,
      search.plan.parallelism,
      proposals.map(({ entropy }) => entropy),
      proposals.map(({ uniformEntropy }) => uniformEntropy),
      proposals.map(({ repeats }) => repeats),
      distinct,
      search.plan.seed,
      ids.map(() => newId()),
      epochs,
    ],
  );
  return ids;
}

/** @returns ids of the candidates that came up again */
async function addReused(tx: Transaction, searchId: string, counts: Map<number, number>): Promise<string[]> {
  if (counts.size === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `UPDATE candidate SET reused = candidate.reused + again.times
     FROM unnest($2::int[], $3::int[]) AS again (number, times)
     WHERE candidate.search_id = $1 AND candidate.number = again.number RETURNING candidate.id`,
    [searchId, [...counts.keys()], [...counts.values()]],
  );
  return rows.map(({ id }) => id);
}
