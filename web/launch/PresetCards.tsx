'use client';
import { UnstyledButton } from '@mantine/core';
import type { Preset } from '../../schema/plans/presets.ts';
import classes from './launch.module.css';

/** Complete proposals; taking one fills the form, where everything can still be changed. */
export function PresetCards({
  presets,
  chosen,
  onTake,
}: {
  presets: readonly Preset[];
  chosen: string | null;
  onTake: (preset: Preset) => void;
}) {
  return (
    <section className={classes.presets} aria-label="Presets">
      {presets.map((preset) => (
        <UnstyledButton key={preset.name} className={classes.preset} aria-pressed={preset.name === chosen} onClick={() => onTake(preset)}>
          <span className={classes.presetTitle}>
            {preset.title}
            {preset.name === chosen && <span className={classes.chosen}>chosen</span>}
          </span>
          <span className={classes.presetText}>{preset.description}</span>
        </UnstyledButton>
      ))}
    </section>
  );
}
