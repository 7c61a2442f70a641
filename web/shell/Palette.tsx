'use client';
import { useQuery } from '@apollo/client/react';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useCommands } from '../lib/keys.tsx';
import { PaletteSearchesDocument } from '../lib/operations.generated.ts';
import { useViewer } from '../lib/viewer.tsx';
import { ChordKeys } from './Chord.tsx';
import { closeLayer } from './layers.ts';

const [store, palette] = createSpotlight();

/** Everything that can be done here, every place, and the newest searches by name. */
export function Palette() {
  const router = useRouter();
  const { team } = useViewer();
  const { data } = useQuery(PaletteSearchesDocument, { variables: { id: team?.id ?? '' }, skip: !team });
  useEffect(() => {
    palette.open();
  }, []);
  const offered = useCommands().filter(({ keys, hidden }) => !hidden && keys !== 'mod+k');
  const groups = new Map<string, SpotlightActionGroupData['actions']>();
  for (const [place, { label, group = 'This page', keys, run }] of offered.entries()) {
    const actions = groups.get(group) ?? [];
    actions.push({ id: `${place} ${label}`, label, rightSection: keys ? <ChordKeys keys={keys} /> : undefined, onClick: run });
    groups.set(group, actions);
  }
  const searches = (data?.team?.searches.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: node.name,
    description: node.status.toLowerCase(),
    onClick: () => router.push(`/searches/${encodeURIComponent(node.id)}`),
  }));
  return (
    <Spotlight
      store={store}
      shortcut={null}
      attributes={{ content: { 'aria-label': 'Palette' } }}
      highlightQuery
      scrollable
      maxHeight={420}
      onSpotlightClose={closeLayer}
      nothingFound="Nothing found"
      searchProps={{ placeholder: 'Do something, or go to a page or search', 'aria-label': 'Command' }}
      actions={[...[...groups].map(([group, actions]) => ({ group, actions })), { group: 'Searches', actions: searches }]}
    />
  );
}
