'use client';
import { Button, Group, SegmentedControl, Select, Switch } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import type { ReactNode, Ref } from 'react';
import { rewardsFor } from '../../schema/plans/rewards.ts';
import { KIND_LABELS } from '../candidate/Sheet.tsx';
import { FilterBar } from '../search/FilterBar.tsx';
import { firstOrder, listParsers, REWARD_LABELS } from '../search/filters.ts';
import { type GalleryKind, galleryParsers, SIZES } from './urlState.ts';

const SORTS = [
  { value: 'number', label: 'Number' },
  { value: 'reward', label: 'Reward' },
  ...rewardsFor('VARIATIONAL').map((kind) => ({ value: kind.toLowerCase(), label: REWARD_LABELS[kind] })),
  { value: 'picks', label: 'Picks' },
  { value: 'latent', label: 'Latent size' },
  { value: 'parameters', label: 'Parameters' },
];

interface Props {
  /** What is shown, and what there is to choose from. */
  kind: GalleryKind;
  kinds: readonly GalleryKind[];
  tags: readonly string[];
  latents: readonly number[];
  filterRef: Ref<HTMLInputElement>;
  canUndo: boolean;
  onUndo: () => void;
  /** Candidates that came in since, where they would move what is looked at. */
  waiting: number;
  onShowNew: () => void;
  /** Trains the picked ones again; null for those who may not. */
  retrain: ReactNode;
}

/** Which kind, which order, which filter, how large. */
export function Toolbar({ kind, kinds, tags, latents, filterRef, canUndo, onUndo, waiting, onShowNew, retrain }: Props) {
  const [state, setState] = useQueryStates({ ...galleryParsers, sort: listParsers.sort, order: listParsers.order }, { history: 'replace' });
  return (
    <Group gap="xs" align="flex-start">
      <SegmentedControl
        size="xs"
        aria-label="Kind of samples"
        data={kinds.map((value) => ({ value, label: KIND_LABELS[value] }))}
        value={kind}
        onChange={(next) => setState({ kind: next as GalleryKind })}
      />
      <Group gap={4} wrap="nowrap">
        <Select
          size="xs"
          w={120}
          aria-label="Sort by"
          data={SORTS}
          value={state.sort}
          allowDeselect={false}
          onChange={(sort) => sort && setState({ sort, order: firstOrder(sort) })}
          comboboxProps={{ width: 140, position: 'bottom-start' }}
        />
        <Button
          variant="default"
          px={8}
          aria-label={state.order === 'up' ? 'Smallest first' : 'Largest first'}
          onClick={() => setState({ order: state.order === 'up' ? 'down' : 'up' })}
        >
          {state.order === 'up' ? '↑' : '↓'}
        </Button>
      </Group>
      <SegmentedControl
        size="xs"
        aria-label="Size of cards"
        visibleFrom="sm"
        data={[...SIZES]}
        value={state.size}
        onChange={(size) => setState({ size: size as typeof state.size })}
      />
      <FilterBar tags={tags} latents={latents} inputRef={filterRef}>
        <Button variant="default" disabled={!canUndo} onClick={onUndo}>
          Undo
        </Button>
        <Switch
          size="xs"
          label="Picked beside top"
          visibleFrom="sm"
          checked={state.beside}
          onChange={(event) => setState({ beside: event.currentTarget.checked || null })}
        />
        {retrain}
        {waiting > 0 && !state.beside && (
          <Button variant="light" onClick={onShowNew}>
            Show {waiting} new
          </Button>
        )}
      </FilterBar>
    </Group>
  );
}
