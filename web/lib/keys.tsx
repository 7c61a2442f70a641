'use client';
import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { type Chord, isPressing, isTyping, match, nameOf } from './chords.ts';

/** Something that can be done on this page: in the palette (Ctrl K), in the list of keys (?), and by its keys. */
export interface Command {
  /** See chords.ts. Without: only in the palette. */
  keys?: Chord;
  label: string;
  run: () => void;
  /** Heading in the palette and the list of keys; "This page" when left out. */
  group?: string;
  /** By its keys only, e.g. a second key for the same thing. */
  hidden?: boolean;
}

interface Registration {
  id: string;
  commands: Command[];
}

let registered: readonly Registration[] = [];
const watchers = new Set<() => void>();

function change(next: readonly Registration[]): void {
  registered = next;
  for (const watcher of watchers) watcher();
}

/**
 * Offers commands for as long as the component is there. Nothing runs while someone types, or in a dialog, except chords with `mod+`. Of two with
 * the same keys the one that was offered last counts: a page's before the shell's.
 */
export function useKeys(commands: Command[]): void {
  const id = useId();
  const latest = useRef(commands);
  latest.current = commands;
  const shape = commands.map(({ keys, label, group, hidden }) => [keys, label, group, hidden].join('\t')).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown changes with the shape; what runs is always the latest
  useEffect(() => {
    // Equal labels and keys, always in the same order: the latest closure of each is found by its place.
    const stable = latest.current.map((command, place) => ({ ...command, run: () => latest.current[place]?.run() }));
    change([...registered, { id, commands: stable }]);
    return () => change(registered.filter((registration) => registration.id !== id));
  }, [id, shape]);
}

const EMPTY: readonly Registration[] = [];

/** All that is offered now, the page's own first. */
export function useCommands(): Command[] {
  const all = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => registered,
    () => EMPTY,
  );
  return [...all].reverse().flatMap(({ commands }) => commands);
}

/** Keys of a chord that follow each other later than this do not belong together; milliseconds. */
const PATIENCE = 1200;

/** Listens for the whole page; used once, by the shell. */
export function useKeyListener(): void {
  useEffect(() => {
    let pressed: string[] = [];
    let last = 0;
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (name === null || event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      const writes = isTyping(target as HTMLInputElement) || target.closest('[role="dialog"], [role="menu"]') !== null;
      if (!name.startsWith('mod+') && (writes || isPressing(name, target))) return;
      if (event.timeStamp - last > PATIENCE) pressed = [];
      last = event.timeStamp;
      const commands = [...registered].reverse().flatMap((registration) => registration.commands);
      const chords = commands.flatMap(({ keys }) => keys ?? []);
      // A key that goes on with nothing may begin something else.
      const found = match([...pressed, name], chords) ?? match([name], chords);
      if (found === 'BEGUN') {
        pressed = match([...pressed, name], chords) ? [...pressed, name] : [name];
        return;
      }
      pressed = [];
      if (!found) return;
      event.preventDefault();
      commands.find(({ keys }) => keys === found.chord)?.run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
