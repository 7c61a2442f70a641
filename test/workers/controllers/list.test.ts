import { describe, expect, it } from 'vitest';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { makeController } from '../../../workers/controllers/make.ts';
import { arbitraryReward, mnist, original, search } from './setup.ts';

const space = makeSpace(spacePresets['tour-chain'], mnist);
const networks = ['C(8,5,1), SM(10)', 'C(16,3,1), SM(10)', 'C(8,3,1), SM(10)', 'C(16,5,1), SM(10)', 'C(8,5,1), C(8,3,1), SM(10)'];
const plan = { ...original, kind: 'LIST' as const, networks };

describe('a list of networks', () => {
  it.each([
    [1, 1],
    [3, 2],
    [64, 5],
  ])('is proposed once, in its order, whatever the rewards (parallelism %i, %i results a step)', (parallelism, batch) => {
    const finished = search(plan, space, (notation, n) => (n === 2 ? null : arbitraryReward(notation)), {
      seed: 1,
      budget: networks.length,
      parallelism,
      batch,
      between: (state) => JSON.parse(JSON.stringify(state)),
    });
    expect(finished.proposals).toEqual(networks.map((notation) => ({ notation, epsilon: null })));
    expect(finished.exhausted).toBe(true);
    expect(finished.reused).toEqual([]);
    expect(finished.state).toMatchObject({ observed: 5, proposed: 5 });
  });

  it('stops at the budget', () => {
    const { proposals, exhausted } = search(plan, space, arbitraryReward, { seed: 1, budget: 2 });
    expect(proposals.map(({ notation }) => notation)).toEqual(networks.slice(0, 2));
    expect(exhausted).toBe(false);
  });

  it('is never empty, and takes no state of another kind', () => {
    expect(() => makeController({ ...plan, networks: [] }, space)).toThrow(/controller\.networks: empty/);
    const other = makeController(original, space).start(1);
    expect(() => makeController(plan, space).step(other, [], { parallelism: 1, budget: 5 })).toThrow(
      /state: Q_LEARNING 1; allowed: LIST 1/,
    );
  });
});
