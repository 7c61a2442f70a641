/**
 * How keys are written: what the key gives (`p`, `?`, `C`, `ArrowLeft`, `Enter`), with `mod+` for Ctrl or Cmd, one after the other with spaces:
 * `g s` is g, then s.
 */
export type Chord = string;

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** null for keys that are never part of a chord. */
export function nameOf({ key, ctrlKey, metaKey, altKey }: Pressed): string | null {
  if (altKey || key === 'Control' || key === 'Shift' || key === 'Meta' || key === 'Alt' || key === 'Dead') return null;
  if (ctrlKey || metaKey) return `mod+${key.length === 1 ? key.toLowerCase() : key}`;
  return key === ' ' ? 'Space' : key;
}

/** What the keys so far mean: the chord they make, whether one begins with them, or nothing. */
export function match(pressed: readonly string[], chords: readonly Chord[]): { chord: Chord } | 'BEGUN' | null {
  const so = pressed.join(' ');
  if (chords.includes(so)) return { chord: so };
  return chords.some((chord) => chord.startsWith(`${so} `)) ? 'BEGUN' : null;
}

interface Target {
  tagName: string;
  isContentEditable: boolean;
  type?: string;
}

const TYPED = new Set(['text', 'search', 'email', 'password', 'number', 'url', 'tel', 'date', 'time', 'datetime-local', 'month', 'week']);

/** Whether keys that are pressed there write text. */
export function isTyping({ tagName, isContentEditable, type }: Target): boolean {
  if (isContentEditable || tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  return tagName === 'INPUT' && TYPED.has(type ?? 'text');
}

/** Whether a key has a meaning of its own on what is focused: Enter and Space press buttons and follow links. */
export function isPressing(name: string, { tagName }: Target): boolean {
  return (name === 'Enter' || name === 'Space') && ['BUTTON', 'A', 'SUMMARY', 'INPUT'].includes(tagName);
}

/** `mod+k` as people read it: Ctrl K; on a Mac, Cmd. */
export function showChord(chord: Chord, mac: boolean): string[] {
  const names: Record<string, string> = {
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
  };
  return chord.split(/[ +]/).map((part) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl') : (names[part] ?? part)));
}
