import { expect, test } from 'vitest';
import { isPressing, isTyping, match, nameOf, showChord } from '../../../web/lib/chords.ts';

const key = (name: string, held: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {}) =>
  nameOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('keys are named by what they give, so Shift shows in the letter, and Ctrl is Cmd', () => {
  expect(key('p')).toBe('p');
  expect(key('C')).toBe('C');
  expect(key('?')).toBe('?');
  expect(key('K', { ctrlKey: true })).toBe('mod+k');
  expect(key('Enter', { metaKey: true })).toBe('mod+Enter');
  expect(key(' ')).toBe('Space');
});

test('keys that only change others, and those with Alt, which write letters on many keyboards, are none', () => {
  for (const name of ['Shift', 'Control', 'Meta', 'Alt', 'Dead']) expect(key(name)).toBeNull();
  expect(key('e', { altKey: true })).toBeNull();
});

test('a chord of two keys waits for the second, and a key that ends nothing means nothing', () => {
  const chords = ['g s', 'g f', 'p', 'mod+k'];
  expect(match(['g'], chords)).toBe('BEGUN');
  expect(match(['g', 's'], chords)).toEqual({ chord: 'g s' });
  expect(match(['g', 'p'], chords)).toBeNull();
  expect(match(['p'], chords)).toEqual({ chord: 'p' });
  expect(match(['s'], chords)).toBeNull();
});

test('nothing runs where someone writes; a checkbox is no place to write', () => {
  const at = (tagName: string, more: { type?: string; isContentEditable?: boolean } = {}) =>
    isTyping({ tagName, isContentEditable: false, ...more });
  expect(at('INPUT')).toBe(true);
  expect(at('INPUT', { type: 'password' })).toBe(true);
  expect(at('TEXTAREA')).toBe(true);
  expect(at('DIV', { isContentEditable: true })).toBe(true);
  expect(at('INPUT', { type: 'checkbox' })).toBe(false);
  expect(at('DIV')).toBe(false);
});

test('Enter and Space press what is focused', () => {
  expect(isPressing('Enter', { tagName: 'A', isContentEditable: false })).toBe(true);
  expect(isPressing('Space', { tagName: 'BUTTON', isContentEditable: false })).toBe(true);
  expect(isPressing('Enter', { tagName: 'DIV', isContentEditable: false })).toBe(false);
  expect(isPressing('p', { tagName: 'BUTTON', isContentEditable: false })).toBe(false);
});

test('chords are shown as keycaps', () => {
  expect(showChord('mod+k', false)).toEqual(['Ctrl', 'k']);
  expect(showChord('mod+k', true)).toEqual(['⌘', 'k']);
  expect(showChord('g s', false)).toEqual(['g', 's']);
  expect(showChord('ArrowLeft', false)).toEqual(['←']);
});
