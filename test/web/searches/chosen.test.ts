import { expect, it } from 'vitest';
import { MOST_COMPARED } from '../../../schema/comparison/limits.ts';
import { toggledChoice } from '../../../web/searches/chosen.ts';

it('chooses searches in order, takes one back, and stops where no more can be compared', () => {
  expect(toggledChoice(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggledChoice(['a', 'b', 'c'], 'b')).toEqual(['a', 'c']);
  const full = Array.from({ length: MOST_COMPARED }, (_, i) => `s${i}`);
  expect(toggledChoice(full, 'one more')).toBeNull();
  expect(toggledChoice(full, 's3')).toHaveLength(MOST_COMPARED - 1);
});
