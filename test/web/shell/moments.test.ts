import { expect, test } from 'vitest';
import { formatAgo, formatMoment } from '../../../web/shell/moments.ts';

test('moments are as exact as their distance needs', () => {
  const now = new Date(2026, 10, 24, 18, 0);
  expect(formatMoment(new Date(2026, 10, 24, 9, 5).toISOString(), now)).toBe('09:05');
  expect(formatMoment(new Date(2026, 4, 3, 14, 30).toISOString(), now)).toBe('3 May 14:30');
  expect(formatMoment(new Date(2025, 4, 3, 14, 30).toISOString(), now)).toBe('3 May 2025');
});

test('how long ago, in one unit; a clock that runs behind is not in the future', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');
  const ago = (seconds: number) => formatAgo(new Date(now - seconds * 1000).toISOString(), now);
  expect([1, 12, 300, 7200, 200_000].map(ago)).toEqual(['just now', '12 s ago', '5 min ago', '2 h ago', '2 d ago']);
  expect(ago(-30)).toBe('just now');
});
