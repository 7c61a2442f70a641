import type { DataSource } from '../database/data-source.ts';
import { queries } from '../database/transaction.ts';
import type { NodeType } from '../ids.ts';

/** What comes with the platform belongs to everybody. */
export const EVERYONE = 'everyone';

/** One statement for each type: the team of the object with uuid $1. */
const TEAM_OF: Record<NodeType, string> = {
  Team: 'SELECT id AS team FROM team WHERE id = $1',
  Member: 'SELECT team_id AS team FROM member WHERE id = $1',
  Invitation: 'SELECT team_id AS team FROM invitation WHERE id = $1',
  ApiToken: 'SELECT team_id AS team FROM api_token WHERE id = $1',
  Dataset: 'SELECT team_id AS team FROM dataset WHERE id = $1',
  DatasetImport: 'SELECT team_id AS team FROM dataset_import WHERE id = $1',
  SearchSpace: 'SELECT team_id AS team FROM search_space WHERE id = $1',
  Search: 'SELECT team_id AS team FROM search WHERE id = $1',
  Candidate: 'SELECT search.team_id AS team FROM candidate JOIN search ON search.id = search_id WHERE candidate.id = $1',
  Trial: 'SELECT search.team_id AS team FROM trial JOIN search ON search.id = search_id WHERE trial.id = $1',
  Sample:
    'SELECT search.team_id AS team FROM sample JOIN trial ON trial.id = trial_id JOIN search ON search.id = search_id WHERE sample.id = $1',
  Annotation:
    'SELECT search.team_id AS team FROM annotation JOIN candidate ON candidate.id = candidate_id JOIN search ON search.id = search_id WHERE annotation.id = $1',
  Choice: 'SELECT search.team_id AS team FROM choice JOIN search ON search.id = search_id WHERE choice.id = $1',
  Worker: 'SELECT team_id AS team FROM worker WHERE id = $1',
  Lease: 'SELECT team_id AS team FROM lease WHERE id = $1',
  File: 'SELECT team_id AS team FROM file WHERE id = $1',
};

/** Uuid of the team an object belongs to, EVERYONE for what comes with the platform, null when there is no such object. */
export async function teamOf(database: DataSource, type: NodeType, uuid: string): Promise<string | null> {
  const [row] = await queries(database).query<{ team: string | null }>(TEAM_OF[type], [uuid]);
  return row ? (row.team ?? EVERYONE) : null;
}
