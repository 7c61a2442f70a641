import { describe, expect, test } from 'vitest';
import { insertDropout } from '../../../schema/networks/dropout.ts';
import { parseNotation, printLayer } from '../../../schema/networks/notation.ts';
import { table44 } from './table-4-4.ts';

function withDropout(text: string): string {
  const network = parseNotation(text, { input: { height: 28, width: 28, channels: 1 }, padding: 'same' });
  if (network.family !== 'chain') throw new Error('a chain was expected');
  return insertDropout(network.layers.filter((layer) => layer.type !== 'dropout'))
    .map(printLayer)
    .join(', ');
}

describe('dropout', () => {
  test.each(table44)('table 4.4: %s', (text) => {
    expect(withDropout(text)).toBe(text);
  });

  test.each([
    ['SM(10)', 'SM(10)'],
    ['C(64,1,1), SM(10)', 'C(64,1,1), SM(10)'],
    // L = 3: n = 1 after the second layer.
    ['C(64,1,1), P(2,2), SM(10)', 'C(64,1,1), P(2,2), D(1,1), SM(10)'],
    // L = 3, f = 1 + 1 (SM follows FC): n = floor(1 / 2) + 2.
    ['C(64,1,1), FC(128), SM(10)', 'C(64,1,1), FC(128), D(1,2), SM(10)'],
    // L = 5, g = 2: n = floor(3 / 2) = 1; never after GAP.
    ['C(64,1,1), C(64,1,1), C(64,1,1), GAP(10), SM(10)', 'C(64,1,1), C(64,1,1), D(1,1), C(64,1,1), GAP(10), SM(10)'],
    ['C(64,1,1), GAP(10), SM(10)', 'C(64,1,1), GAP(10), SM(10)'],
  ])('%s becomes %s', (plain, expected) => {
    expect(withDropout(plain)).toBe(expected);
  });
});
