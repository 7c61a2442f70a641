import { group } from '../candidates/service.ts';
import type { DataSource } from '../database/data-source.ts';
import { Candidate, Search } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';

/** Searches that train networks of each search again, newest first. */
export async function retrainingsOf(database: DataSource, searchIds: readonly string[]): Promise<Search[][]> {
  const rows = await queries(database).entities(Search, 'SELECT * FROM search WHERE retrain_of = ANY($1) ORDER BY id DESC', [searchIds]);
  return group(searchIds, rows, ({ retrainOf }) => retrainOf!);
}

/** The same network in the search that the candidate's search trains again. */
export async function originalsOf(database: DataSource, candidateIds: readonly string[]): Promise<(Candidate | null)[]> {
  const rows = await queries(database).entities<Candidate & { of: string }>(
    Candidate,
    `SELECT original.*, candidate.id AS of FROM candidate
     JOIN search ON search.id = candidate.search_id
     JOIN candidate AS original ON original.search_id = search.retrain_of AND original.hash = candidate.hash
     WHERE candidate.id = ANY($1)`,
    [candidateIds],
  );
  return group(candidateIds, rows, ({ of }) => of).map(([original]) => original ?? null);
}

/** The same network in searches that train networks of the candidate's search again, newest first. */
export async function retrainedOf(database: DataSource, candidateIds: readonly string[]): Promise<Candidate[][]> {
  const rows = await queries(database).entities<Candidate & { of: string }>(
    Candidate,
    `SELECT again.*, candidate.id AS of FROM candidate
     JOIN search ON search.retrain_of = candidate.search_id
     JOIN candidate AS again ON again.search_id = search.id AND again.hash = candidate.hash
     WHERE candidate.id = ANY($1) ORDER BY search.id DESC`,
    [candidateIds],
  );
  return group(candidateIds, rows, ({ of }) => of);
}
