import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtInDatasets } from '../../../schema/datasets.ts';
import { makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { tokenOf } from '../../../schema/values/encoding.ts';
import { qValues } from '../../../schema/values/q-network.ts';
import { openTrees, treeValues } from '../../../schema/values/trees.ts';
import { queries } from '../../../server/database/transaction.ts';
import { parseId } from '../../../server/ids.ts';
import { openBlocks } from '../../../workers/controllers/blocks.ts';
import { openTable } from '../../../workers/controllers/q-table.ts';
import { type Answer, type Rig, startRig } from '../rig.ts';
import { createSearch, type ScriptedWorker, startWorker, workOnce } from '../script.ts';

const CANDIDATES = 24;

let rig: Rig;
let worker: ScriptedWorker;
beforeAll(async () => {
  rig = await startRig();
  worker = await startWorker(rig);
});
afterAll(() => rig.stop());

async function finished(controller: object, candidates = CANDIDATES): Promise<string> {
  const id = await createSearch(rig, { candidates, parallelism: 2, controller });
  while (await workOnce(worker));
  return id;
}

const LOOK = `query ($id: ID!, $decisions: [Int!]!) { search(id: $id) { qValues(decisions: $decisions) {
  version observed proposed epsilon path key notation candidate { number }
  actions { name value greedy probability taken candidates best { number reward } }
} } }`;
const look = async (id: string, decisions: number[] = []): Promise<Answer> =>
  (await rig.member.ask<Answer>(LOOK, { id, decisions })).search.qValues;

const stateOf = async (id: string): Promise<Answer> =>
  (await queries(rig.database).query<Answer>('SELECT controller_state AS state FROM search WHERE id = $1', [parseId('Search', id)]))[0]
    .state;

const { image, classes } = builtInDatasets.find(({ name }) => name === 'MNIST')!;
const space = makeSpace(spacePresets['tour-chain'], { image, classes: classes.length });

/** What the workers' own controller holds of a state. */
const held = {
  Q_LEARNING: (state: Answer) => {
    const table = openTable(state.table);
    return (key: string) => table.values[table.positions.get(key)!]!;
  },
  DQN: (state: Answer) => (key: string, actions: readonly unknown[]) =>
    qValues(openBlocks(state.own.blocks), state.own.seed, 8, key, actions.map(tokenOf)),
  FITTED_Q: (state: Answer) => (key: string, actions: readonly unknown[]) => treeValues(openTrees(state.own.trees), key, actions),
};

it.each([
  ['Q_LEARNING', { kind: 'Q_LEARNING', replay: 8, learningRate: 0.1 }],
  ['DQN', { kind: 'DQN', dqn: { hidden: 8, updates: 2, batch: 8 } }],
  ['FITTED_Q', { kind: 'FITTED_Q', fittedQ: { fitEvery: 10, trees: 5, iterations: 5 } }],
] as const)('%s: on the way that it finds best, the values are those of its own state', async (kind, controller) => {
  const id = await finished(controller);
  const state = await stateOf(id);
  const valuesOf = held[kind](state);
  const decisions: number[] = [];
  let here = space.initial();
  let seen = await look(id);
  expect(seen).toMatchObject({ observed: CANDIDATES, proposed: CANDIDATES, epsilon: 0.1, path: [], notation: null });
  expect(seen.actions.reduce((sum: number, { candidates }: Answer) => sum + candidates, 0)).toBe(CANDIDATES);
  while (seen.actions.length > 0) {
    const actions = space.actions(here);
    expect(seen.key).toBe(space.stateKey(here));
    expect(seen.actions.map(({ value }: Answer) => value)).toEqual([...valuesOf(seen.key, actions)]);
    expect(seen.actions.reduce((sum: number, { probability }: Answer) => sum + probability, 0)).toBeCloseTo(1, 9);
    for (const { taken, candidates } of seen.actions) expect(taken).toBeGreaterThanOrEqual(candidates);
    // on to the best that a candidate took
    const below = seen.actions.filter(({ candidates }: Answer) => candidates > 0);
    const choice = seen.actions.indexOf(below.reduce((a: Answer, b: Answer) => (b.best?.reward > a.best?.reward ? b : a)));
    decisions.push(choice);
    here = space.next(here, actions[choice]);
    seen = await look(id, decisions);
    expect(seen.path).toHaveLength(decisions.length);
  }
  const { search } = await rig.member.ask<Answer>('query ($id: ID!) { search(id: $id) { best { number notation } } }', { id });
  expect({ number: seen.candidate.number, notation: seen.notation }).toEqual(search.best);
});

it('names the decision that is not there, and what is; a controller without values has none, nor one that took no step', async () => {
  const id = await finished({ kind: 'Q_LEARNING', replay: 0 }, 4);
  const actions = space.actions(space.initial()).length;
  const refused = async (decisions: number[]) => (await rig.member.request(LOOK, { id, decisions })).errors?.[0];
  expect(await refused([actions])).toMatchObject({
    message: `decisions.0: ${actions}; allowed: 0 to ${actions - 1} at the start`,
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect((await refused([0, 0]))!.message).toBe('decisions.1: 0; allowed: none after SM(10), where the network is complete');

  expect(await look(await finished({ kind: 'RANDOM' }, 4))).toBeNull();
  expect(await look(await createSearch(rig, { controller: { kind: 'DQN' } }))).toBeNull();
});
