import { distinct } from '../../schema/metaqnn/distinct.ts';
import { type ReplayFile, ReplayFileError, readReplayFile } from '../../schema/metaqnn/replay-file.ts';
import { makeSpace } from '../../schema/spaces/make.ts';
import type { Space } from '../../schema/spaces/space.ts';
import type { DataSource } from '../database/data-source.ts';
import { Search, SearchSpace } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { shapeOf } from '../datasets/shape.ts';
import { Refused, refuse } from '../errors.ts';
import { appendEvents } from '../feed/append.ts';
import { type ReadProposal, readProposals } from '../fleet/proposals.ts';
import { newId } from '../ids.ts';
import type { ImportSearchInput, UserError } from '../resolvers.generated.ts';
import { readSearch } from './input.ts';

/** Problems of a file that are told; the last line says how many there are. */
const MOST_PROBLEMS = 20;

interface Imported extends ReadProposal {
  reward: number;
  /** Rows after the first. */
  reused: number;
}

/**
 * Begins a search with the rows of a replay file. Networks that are the same but for their dropouts are one candidate, with the accuracy of the first
 * row. The controller learns from the rows in its first step, which any worker takes.
 * @throws Refused with everything that is wrong, before anything is written
 */
export async function importSearch(
  database: DataSource,
  teamId: string,
  memberId: string | null,
  { search: input, replay }: ImportSearchInput,
): Promise<Search> {
  const { dataset, space, limits, plan, problems } = await readSearch(database, teamId, input);
  const placed = problems.map((problem) => ({ ...problem, field: problem.field === null ? 'search' : `search.${problem.field}` }));
  if (problems.length > 0 || !dataset || !limits || !plan) throw new Refused(...placed);
  const no = (field: string, found: string, allowed: string) =>
    new Refused(refuse(`search.${field}`, `${found}; allowed for an import: ${allowed}`, 'NOT_ALLOWED'));
  if (limits.kind !== 'CHAIN') throw no('limits', limits.kind, 'CHAIN, the space of the public program');
  if (plan.controller.kind !== 'Q_LEARNING') throw no('plan.controller.kind', plan.controller.kind, 'Q_LEARNING');
  if (plan.reward !== 'ACCURACY') throw no('plan.reward', plan.reward, 'ACCURACY, which the file holds');
  const data = shapeOf(dataset);
  const made = makeSpace(limits, data);
  const { numbers, networks } = distinct(readFile(replay, made, data.image).rows, made);
  if (networks.length > plan.budget.candidates) {
    const message = `${plan.budget.candidates} candidates; allowed: at least ${networks.length}, the networks of the file, which count too`;
    throw new Refused(refuse('search.plan.budget.candidates', message, 'OUT_OF_RANGE'));
  }
  const read = readProposals(networks, limits, dataset, plan.training);
  const rows = new Map<number, number>();
  for (const number of numbers) rows.set(number, (rows.get(number) ?? 0) + 1);
  const candidates = read.map((proposal, i): Imported => ({ ...proposal, reward: networks[i]!.reward, reused: rows.get(i + 1)! - 1 }));
  return transaction(database, async (tx) => {
    const own = space ? null : tx.manager.create(SearchSpace, { id: newId(), teamId, name: null, limits });
    if (own) await tx.manager.insert(SearchSpace, own);
    const [search] = await tx.entities(
      Search,
      `INSERT INTO search (id, team_id, name, dataset_id, space_id, plan, created_by, history, observed, proposed, ended_prefix, reused)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9, $10) RETURNING *`,
      [
        ...[newId(), teamId, input.name.trim(), dataset.id, (space ?? own)!.id, JSON.stringify(plan), memberId],
        ...[JSON.stringify(numbers), candidates.length, numbers.length - candidates.length],
      ],
    );
    await insert(tx, search!.id, candidates);
    await appendEvents(tx, teamId, [{ kind: 'SEARCH_CREATED', memberId, searchId: search!.id }]);
    return search!;
  });
}

/** @throws Refused when anything is wrong with it */
function readFile(text: string, space: Space, image: Parameters<typeof readReplayFile>[2]): ReplayFile {
  const bad = (message: string): UserError => refuse('replay', message, 'NOT_ALLOWED');
  let file: ReplayFile;
  try {
    file = readReplayFile(text, space, image);
  } catch (error) {
    if (error instanceof ReplayFileError) throw new Refused(bad(error.message));
    throw error;
  }
  const { rows, problems } = file;
  if (problems.length > 0) {
    const told = problems.slice(0, MOST_PROBLEMS).map(bad);
    if (problems.length > told.length) told.push(bad(`${problems.length} rows are wrong in all`));
    throw new Refused(...told);
  }
  if (rows.length === 0) throw new Refused(bad('it has no rows; allowed: at least one network'));
  return file;
}

async function insert(tx: Transaction, searchId: string, candidates: Imported[]): Promise<void> {
  const rows = candidates.map(({ notation, hash, architecture, shape, memory, epsilon, reward, reused }, i) => ({
    id: newId(),
    number: i + 1,
    notation,
    hash,
    architecture,
    parameters: shape.parameters,
    flops: shape.flops,
    epsilon,
    memory_fixed: memory.fixed,
    memory_per_image: memory.perImage,
    reward,
    reused,
  }));
  const columns = 'id, number, notation, hash, architecture, parameters, flops, epsilon, memory_fixed, memory_per_image, reward, reused';
  await tx.query(
    `INSERT INTO candidate (search_id, status, imported, ${columns})
     SELECT $1, 'DONE', true, ${columns} FROM jsonb_populate_recordset(NULL::candidate, $2::jsonb)`,
    [searchId, JSON.stringify(rows)],
  );
  await tx.query(
    `INSERT INTO reward (candidate_id, search_id, kind, value) SELECT id, search_id, 'ACCURACY', reward FROM candidate WHERE search_id = $1`,
    [searchId],
  );
}
