import { builtInDatasets, builtInTexts } from '../../../schema/datasets.ts';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import type { Known } from '../../../web/launch/input.ts';

/** What a new team has. */
export const known: Known = {
  teamId: 'team-1',
  datasets: [
    ...builtInDatasets.map(({ name, image, classes, trainCount, validationCount }) => ({
      id: `${name.toLowerCase()}-1`,
      name,
      ...image,
      classes,
      trainCount,
      validationCount,
      multiLabel: false,
      manySizes: false,
      kind: 'IMAGES' as const,
    })),
    ...builtInTexts.map(({ name, vocabulary, trainCount, validationCount }) => ({
      ...{ id: `${name.toLowerCase()}-1`, name, height: 1, width: 1, channels: 1, classes: [], trainCount, validationCount },
      ...{ multiLabel: false, manySizes: false, kind: 'TEXT' as const, vocabularySize: vocabulary },
    })),
  ],
  spaces: Object.entries(spacePresets).map(([space, limits]) => ({ id: `space ${space}`, name: space, limits })),
  presets,
};

export const preset = (wanted: string) => presets.find((each) => each.name === wanted)!;
