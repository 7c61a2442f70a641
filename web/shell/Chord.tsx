'use client';
import { Kbd } from '@mantine/core';
import { showChord } from '../lib/chords.ts';

/** Keys as they are pressed, one after the other. */
export function ChordKeys({ keys }: { keys: string }) {
  const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <>
      {showChord(keys, mac).map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a chord never move
        <Kbd key={place} size="xs" ml={3}>
          {part}
        </Kbd>
      ))}
    </>
  );
}
