import { expect, test } from 'vitest';
import { timeRangeText } from '../../../schema/forecast/words.ts';

test.each([
  [{ seconds: 0, low: 0, high: 0 }, 'about 0 s'],
  [{ seconds: 0.42, low: 0.3, high: 0.61 }, 'about 0.4 s (0.3 to 0.6)'],
  [{ seconds: 47.3, low: 39, high: 58.8 }, 'about 47 s (39 to 59)'],
  [{ seconds: 181, low: 127, high: 249 }, 'about 3 min (2.1 to 4.2)'],
  [{ seconds: 1800, low: 1799, high: 1801 }, 'about 30 min'],
  [{ seconds: 7 * 3600, low: 5.5 * 3600, high: 9.4 * 3600 }, 'about 7 h (5.5 to 9.4)'],
  [{ seconds: 3 * 86_400, low: 2 * 86_400, high: 1234 * 86_400 }, 'about 3 d (2 to 1,200)'],
])('%o in words', (range, text) => expect(timeRangeText(range)).toBe(text));
