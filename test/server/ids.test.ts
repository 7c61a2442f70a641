import { describe, expect, it } from 'vitest';
import { globalId, newId, parseAnyId, parseId } from '../../server/ids.ts';

describe('ids', () => {
  it('are uuids of version 7 that sort by age', () => {
    const ids = [1_000, 2_000, 1_764_000_000_000, Date.now()].map((time) => newId(time));
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(Array.from({ length: 1_000 }, () => newId(5))).size).toBe(1_000);
    // the example of RFC 9562, appendix A.6: 0x017F22E279B0 ms
    expect(newId(0x017f22e279b0).startsWith('017f22e2-79b0-7')).toBe(true);
  });

  it('are global with their type, and there is one way to write each', () => {
    const uuid = newId();
    const id = globalId('Search', uuid);
    expect(parseId('Search', id)).toBe(uuid);
    expect(parseAnyId(id)).toEqual({ type: 'Search', uuid });
    expect(parseId('Candidate', id)).toBeNull();
    const last = id.at(-1)!;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = id.slice(0, -1) + alphabet[alphabet.indexOf(last) + 1];
    for (const bad of [other, `${id}A`, id.slice(1), `xx${id.slice(2)}`, '', 'se_', `se_${'/'.repeat(22)}`])
      expect(parseAnyId(bad), bad).toBeNull();
  });
});
