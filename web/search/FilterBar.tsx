'use client';
import { Button, Group, MultiSelect, NumberInput, Pill, Popover, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryStates } from 'nuqs';
import { type ReactNode, type Ref, useEffect, useState } from 'react';
import { metricKinds } from '../../schema/plans/metrics.ts';
import { filterChips, listParsers, NO_FILTER, REWARDS, readRange, STATUSES, VERDICT_LABELS, VERDICTS, writeRange } from './filters.ts';
import { measureGroups } from './measures.ts';

interface Props {
  /** Tags and latent sizes that there are to choose from. */
  tags: readonly string[];
  latents: readonly number[];
  inputRef?: Ref<HTMLInputElement>;
  /** More controls in the same line. */
  children?: ReactNode;
}

/** Filter of a list of candidates. The address is the state: it can be sent, kept and gone back to. */
export function FilterBar({ tags, latents, inputRef, children }: Props) {
  const [state, setState] = useQueryStates(listParsers, { history: 'replace' });
  const chips = filterChips(state);
  return (
    <search aria-label="Filter candidates">
      <Group gap="xs">
        <FilterText value={state.text} inputRef={inputRef} onChange={(text) => setState({ text: text || null })} />
        <Select
          size="xs"
          w={150}
          visibleFrom="sm"
          aria-label="Verdict"
          placeholder="Any verdict"
          clearable
          data={VERDICTS.map((value) => ({ value, label: VERDICT_LABELS[value] }))}
          value={state.verdict}
          onChange={(verdict) => setState({ verdict: verdict as typeof state.verdict })}
        />
        <Popover width={320} position="bottom-start" withinPortal trapFocus>
          <Popover.Target>
            <Button variant="default">More filters</Button>
          </Popover.Target>
          <Popover.Dropdown>
            <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
              <Select
                size="xs"
                hiddenFrom="sm"
                label="Verdict"
                style={{ gridColumn: '1 / -1' }}
                clearable
                data={VERDICTS.map((value) => ({ value, label: VERDICT_LABELS[value] }))}
                value={state.verdict}
                onChange={(verdict) => setState({ verdict: verdict as typeof state.verdict })}
                comboboxProps={{ withinPortal: false }}
              />
              <MultiSelect
                size="xs"
                label="Status"
                style={{ gridColumn: '1 / -1' }}
                data={STATUSES.map((value) => ({ value, label: value.toLowerCase().replace('_', ' ') }))}
                value={state.status ?? []}
                onChange={(status) => setState({ status: status.length ? (status as typeof state.status) : null })}
                comboboxProps={{ withinPortal: false }}
              />
              {latents.length > 0 && (
                <MultiSelect
                  size="xs"
                  label="Latent size"
                  data={latents.map(String)}
                  value={(state.latent ?? []).map(String)}
                  onChange={(latent) => setState({ latent: latent.length ? latent.map(Number) : null })}
                  comboboxProps={{ withinPortal: false }}
                />
              )}
              <MultiSelect
                size="xs"
                label="Tags"
                data={[...new Set([...tags, ...(state.tags ?? [])])]}
                value={state.tags ?? []}
                onChange={(list) => setState({ tags: list.length ? list : null })}
                comboboxProps={{ withinPortal: false }}
                style={latents.length ? undefined : { gridColumn: '1 / -1' }}
              />
              {(['min', 'max', 'from', 'to'] as const).map((field) => (
                <NumberInput
                  key={field}
                  size="xs"
                  label={RANGES[field]}
                  hideControls
                  value={state[field] ?? ''}
                  onChange={(value) => setState({ [field]: value === '' ? null : Number(value) })}
                />
              ))}
              <RangeOfMeasure onAdd={(range) => setState({ ranges: [...(state.ranges ?? []), range] })} />
            </SimpleGrid>
          </Popover.Dropdown>
        </Popover>
        {children}
      </Group>
      {chips.length > 0 && (
        <Group gap={6} mt={6}>
          {chips.map((chip) => (
            <Pill
              key={chip.label}
              withRemoveButton
              removeButtonProps={{ 'aria-label': `Remove filter ${chip.label}`, tabIndex: 0, 'aria-hidden': false }}
              onRemove={() => setState(chip.clear)}
            >
              {chip.label}
            </Pill>
          ))}
          <Button variant="subtle" size="compact-xs" onClick={() => setState(NO_FILTER)}>
            Clear all
          </Button>
        </Group>
      )}
    </search>
  );
}

const RANGES = { min: 'Reward from', max: 'Reward to', from: 'Number from', to: 'Number to' };

const MEASURES = measureGroups(REWARDS, metricKinds).map(({ group, items }) => ({
  group,
  items: items.map(({ key, label }) => ({ value: key, label })),
}));

/** Bounds of any reward, metric or figure; as many as one likes. */
function RangeOfMeasure({ onAdd }: { onAdd: (range: string) => void }) {
  const [key, setKey] = useState<string | null>(null);
  const [ends, setEnds] = useState<{ from: number | null; to: number | null }>({ from: null, to: null });
  const number = (value: string | number) => (value === '' || !Number.isFinite(Number(value)) ? null : Number(value));
  const range = key && writeRange(key, ends.from, ends.to);
  return (
    <>
      <Select
        size="xs"
        label="Any measure"
        style={{ gridColumn: '1 / -1' }}
        placeholder="Reward, metric or figure"
        searchable
        clearable
        data={MEASURES}
        value={key}
        onChange={setKey}
        comboboxProps={{ withinPortal: false }}
      />
      {(['from', 'to'] as const).map((end) => (
        <NumberInput
          key={end}
          size="xs"
          label={end === 'from' ? 'At least' : 'At most'}
          hideControls
          disabled={key === null}
          value={ends[end] ?? ''}
          onChange={(value) => setEnds({ ...ends, [end]: number(value) })}
        />
      ))}
      <Button
        size="xs"
        variant="default"
        style={{ gridColumn: '1 / -1' }}
        disabled={range === null || readRange(range) === null}
        onClick={() => {
          if (range) onAdd(range);
          setKey(null);
          setEnds({ from: null, to: null });
        }}
      >
        Add this range
      </Button>
    </>
  );
}

function FilterText({ value, onChange, inputRef }: { value: string; onChange: (text: string) => void; inputRef?: Ref<HTMLInputElement> }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const later = useDebouncedCallback(onChange, 250);
  return (
    <TextInput
      ref={inputRef}
      size="xs"
      w={170}
      aria-label="Notation contains"
      placeholder="Contains, e.g. C(16"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        later(event.currentTarget.value);
      }}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}
