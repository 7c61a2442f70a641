'use client';
import { Select, Text, UnstyledButton } from '@mantine/core';
import type { Preset } from '../../schema/plans/presets/presets.ts';
import classes from './launch.module.css';

/** Complete proposals; taking one fills the form, where everything can still be changed. Tours are cards, the thesis's many experiments a list. */
export function PresetCards({
  presets,
  chosen,
  onTake,
}: {
  presets: readonly Preset[];
  chosen: string | null;
  onTake: (preset: Preset) => void;
}) {
  const tours = presets.filter(({ group }) => group === 'TOUR');
  const group = (wanted: Preset['group']) =>
    presets.filter(({ group }) => group === wanted).map(({ name, title }) => ({ value: name, label: `${title} (${name})` }));
  const taken = presets.find(({ name }) => name === chosen);
  return (
    <section className={classes.presets} aria-label="Presets">
      {tours.map((preset) => (
        <UnstyledButton key={preset.name} className={classes.preset} aria-pressed={preset.name === chosen} onClick={() => onTake(preset)}>
          <span className={classes.presetTitle}>
            {preset.title}
            {preset.name === chosen && <span className={classes.chosen}>chosen</span>}
          </span>
          <span className={classes.presetText}>{preset.description}</span>
        </UnstyledButton>
      ))}
      <div className={classes.preset}>
        <Select
          label="Experiments of the thesis"
          placeholder="choose one"
          data={[
            { group: 'In minutes, on two cores', items: group('QUICK') },
            { group: 'With the constants of the thesis', items: group('THESIS') },
          ]}
          value={taken && taken.group !== 'TOUR' ? taken.name : null}
          onChange={(name) => {
            const preset = presets.find((each) => each.name === name);
            if (preset) onTake(preset);
          }}
          searchable
          maxDropdownHeight={420}
        />
        <Text component="span" className={classes.presetText} mt={6}>
          {taken && taken.group !== 'TOUR' ? taken.description : 'Each with its constants, and as small as two cores allow.'}
        </Text>
      </div>
    </section>
  );
}
