import { expect, test } from 'vitest';
import { above, isOutside, isUnder } from '../../../web/shell/places.ts';

test('a candidate and a gallery belong to their search, a search to the list', () => {
  expect(above('/searches/s1/candidates/4')).toBe('/searches/s1');
  expect(above('/searches/s1/gallery')).toBe('/searches/s1');
  expect(above('/searches/s1')).toBe('/searches');
  expect(above('/searches')).toBeNull();
});

test('only whole parts of an address count', () => {
  expect(isUnder('/searches/s1', '/searches')).toBe(true);
  expect(isUnder('/searches-old', '/searches')).toBe(false);
  expect(isOutside('/welcome/abc')).toBe(true);
  expect(isOutside('/welcomes')).toBe(false);
});
