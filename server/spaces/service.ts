import { checkLimits, makeSpace } from '../../schema/spaces/make.ts';
import { spacePresets } from '../../schema/spaces/presets.ts';
import type { DataSource } from '../database/data-source.ts';
import { type Dataset, SearchSpace } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { shapeOf } from '../datasets/shape.ts';
import { checkText, Refused, refuse } from '../errors.ts';
import { newId } from '../ids.ts';
import type { CreateSearchSpaceInput } from '../resolvers.generated.ts';
import { readLimits } from '../searches/input.ts';

/** Rows of the spaces that come with the platform. */
export async function ensureBuiltInSpaces(database: DataSource): Promise<void> {
  for (const [name, limits] of Object.entries(spacePresets)) {
    await queries(database).query(
      `INSERT INTO search_space (id, team_id, name, limits) VALUES ($1, NULL, $2, $3)
       ON CONFLICT (team_id, name) WHERE name IS NOT NULL DO UPDATE SET limits = excluded.limits WHERE search_space.limits <> excluded.limits`,
      [newId(), name, JSON.stringify(limits)],
    );
  }
}

/** A team's kept spaces and those that come with the platform, by name. */
export function spacesOf(database: DataSource, teamId: string): Promise<SearchSpace[]> {
  return queries(database).entities(
    SearchSpace,
    'SELECT * FROM search_space WHERE (team_id = $1 OR team_id IS NULL) AND name IS NOT NULL ORDER BY team_id NULLS LAST, name',
    [teamId],
  );
}

/** Data of the most usual shape, to check limits that are kept for no dataset in particular. */
const LARGE_IMAGES = { image: { height: 1024, width: 1024, channels: 3 }, classes: 1000 };

/** Keeps a space under a name. @throws Refused with everything that is wrong */
export async function createSearchSpace(database: DataSource, teamId: string, input: CreateSearchSpaceInput): Promise<SearchSpace> {
  const limits = readLimits(input.limits);
  const family = limits.kind.toLowerCase();
  const name = checkText('name', input.name, 1, 80);
  const problems = checkLimits(limits, LARGE_IMAGES).map(({ field, message, code }) => refuse(`limits.${family}.${field}`, message, code));
  if (name || problems.length > 0) throw new Refused(...(name ? [name] : []), ...problems);
  const [space] = await queries(database).entities(
    SearchSpace,
    `INSERT INTO search_space (id, team_id, name, limits) VALUES ($1, $2, $3, $4)
     ON CONFLICT (team_id, name) WHERE name IS NOT NULL DO NOTHING RETURNING *`,
    [newId(), teamId, input.name.trim(), JSON.stringify(limits)],
  );
  if (!space) throw new Refused(refuse('name', `${JSON.stringify(input.name.trim())} is the name of a space already`, 'CONFLICT'));
  return space;
}

/** Exact number of networks of a space on a dataset; null where the limits allow none. */
export function networkCount(space: SearchSpace, dataset: Dataset): bigint | null {
  const data = shapeOf(dataset);
  return checkLimits(space.limits, data).length > 0 ? null : makeSpace(space.limits, data).count();
}
