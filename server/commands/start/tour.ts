import { presets } from '../../../schema/plans/presets/presets.ts';
import type { DataSource } from '../../database/data-source.ts';
import { createSearch } from '../../searches/create.ts';
import { pauseSearch } from '../../searches/steer.ts';

/** What a new platform shows: one search that runs at once, and whose candidates are pictures; one that waits to be resumed. */
export async function createTour(database: DataSource, teamId: string): Promise<void> {
  await create(database, teamId, 'tour-vae');
  const second = await create(database, teamId, 'tour');
  await pauseSearch(database, { searchId: second.id, memberId: null });
}

function create(database: DataSource, teamId: string, preset: string) {
  const { title } = presets.find(({ name }) => name === preset)!;
  return createSearch(database, teamId, null, { teamId, name: title, preset });
}
