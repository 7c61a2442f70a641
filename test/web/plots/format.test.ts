import { describe, expect, it } from 'vitest';
import { formatCount, formatSeconds, formatShare, formatTicks, formatValue } from '../../../web/plots/format.ts';

describe('numbers as people read them', () => {
  it('have four significant digits', () => {
    expect([0.98765, 12.3456, 0.0012344, 123456, 0, null, -0.5, 1e-7, 1e9].map(formatValue)).toEqual([
      '0.9877',
      '12.35',
      '0.001234',
      '123456',
      '0',
      '–',
      '-0.5000',
      '1.00e-7',
      '1.00e+9',
    ]);
  });

  it('have units from a thousand', () => {
    expect([950, 999.6, 1234, 45_678, 4.56e6, 7.8e9, 1e15].map(formatCount)).toEqual([
      '950',
      '1 k',
      '1.23 k',
      '45.7 k',
      '4.56 M',
      '7.8 G',
      '1 P',
    ]);
  });

  it('name at most two units of time, and never 60 of one', () => {
    expect([0.44, 9.94, 9.97, 59.6, 185, 3599.7, 7800, 86_399, 270_000, null].map(formatSeconds)).toEqual([
      '0.4 s',
      '9.9 s',
      '10 s',
      '1 min',
      '3 min 5 s',
      '1 h',
      '2 h 10 min',
      '1 d',
      '3 d 3 h',
      '–',
    ]);
  });

  it('label an axis with the decimals that its step needs', () => {
    expect(formatTicks([0.0035, 0.004], 0.0005)).toEqual(['0.0035', '0.0040']);
    expect(formatTicks([0, 50], 50)).toEqual(['0', '50']);
    expect(formatTicks([0.1, 0.2], 0.1)).toEqual(['0.1', '0.2']);
  });

  it('give shares in percent', () => {
    expect(formatShare(0.1234)).toBe('12.3%');
  });
});
