'use client';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import dynamic from 'next/dynamic';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useKeys } from '../lib/keys.tsx';
import { openKeys, openPalette, useLayer } from './layers.ts';
import { above, PLACES } from './places.ts';

// Loaded when they are first asked for, so that no page pays for them.
const Palette = dynamic(() => import('./Palette.tsx').then((module) => module.Palette), { ssr: false });
const KeyHelp = dynamic(() => import('./KeyHelp.tsx').then((module) => module.KeyHelp), { ssr: false });

/** What can be done on every page, and the layers in which it is listed. */
export function ShellCommands() {
  const router = useRouter();
  const path = usePathname();
  // Whoever came here by a link from elsewhere must not be sent back there.
  const visited = useRef(new Set<string>());
  useEffect(() => void visited.current.add(path), [path]);
  const back = () => {
    const up = above(path);
    if (visited.current.size > 1) router.back();
    else if (up) router.push(up);
  };
  const layer = useLayer();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  useKeys([
    ...PLACES.map(({ href, label, keys }) => ({
      keys,
      label: `Go to ${label.toLowerCase()}`,
      group: 'Everywhere',
      run: () => router.push(href),
    })),
    { keys: 'mod+k', label: 'Palette: do or find anything', group: 'Everywhere', run: openPalette },
    { keys: '?', label: 'Keys of this page', group: 'Everywhere', run: openKeys },
    {
      label: scheme === 'dark' ? 'Light colours' : 'Dark colours',
      group: 'Everywhere',
      run: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    },
    { keys: 'Escape', label: 'Back', group: 'Everywhere', run: back },
  ]);
  return (
    <>
      {layer === 'PALETTE' && <Palette />}
      {layer === 'KEYS' && <KeyHelp />}
    </>
  );
}
