import { CommandError } from '../command.ts';
import { CommandTeamDocument, type CommandTeamQuery, CreateCommandSearchDocument, type PlanInput } from '../operations.generated.ts';
import type { Api } from './api.ts';

/** Where a command works: a platform, a team, and the presets that it has. */
export interface Session {
  api: Api;
  teamId: string;
  presets: CommandTeamQuery['presets'];
  /** The team's feed as it was when this was read. */
  cursor: string;
  stop: AbortSignal;
}

export type PresetRow = CommandTeamQuery['presets'][number];

/** @param team null for the first of the token's teams */
export async function openSession(api: Api, team: string | null, stop: AbortSignal): Promise<Session> {
  const { viewer, presets } = await api.request(CommandTeamDocument, {});
  const found = viewer?.teams.find(({ id }) => team === null || id === team);
  if (!found) throw new CommandError('The token belongs to no team; make one of kind PERSONAL on the team page.');
  return { api, teamId: found.id, presets, cursor: found.latestCursor, stop };
}

/** @throws CommandError for a preset that this platform does not have */
export function presetOf({ presets }: Session, name: string): PresetRow {
  const preset = presets.find((each) => each.name === name);
  if (!preset)
    throw new CommandError(`preset ${JSON.stringify(name)}: not known; allowed are ${presets.map((each) => each.name).join(', ')}`);
  return preset;
}

/** Begins the search of a preset, with its own plan unless there is another. @throws CommandError with what is wrong */
export async function beginSearch(
  { api, teamId }: Session,
  { name, title }: PresetRow,
  { seed, plan }: { seed: number | undefined; plan?: PlanInput },
): Promise<{ searchId: string; datasetId: string }> {
  const { createSearch } = await api.request(CreateCommandSearchDocument, { input: { teamId, name: title, preset: name, seed, plan } });
  const { search, userErrors } = createSearch;
  if (!search) throw new CommandError(userErrors.map(({ field, message }) => `${field ?? 'search'}: ${message}`).join('\n'));
  return { searchId: search.id, datasetId: search.dataset.id };
}
