import { builtInDatasets } from '../../../schema/datasets.ts';
import { presets } from '../../../schema/plans/presets.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import type { Known } from '../../../web/launch/input.ts';

const { name, image, classes, trainCount, validationCount } = builtInDatasets[0]!;

/** What a new team has. */
export const known: Known = {
  teamId: 'team-1',
  datasets: [{ id: 'mnist-1', name, ...image, classes, trainCount, validationCount }],
  spaces: Object.entries(spacePresets).map(([space, limits]) => ({ id: `space ${space}`, name: space, limits })),
  presets,
};

export const preset = (wanted: string) => presets.find((each) => each.name === wanted)!;
