import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutsider, createUser } from '../../kit/stories.ts';
import { type Answer, type Rig, startRig, withMutations } from '../rig.ts';
import { accuracies, createSearch, look, startWorker, workOnce } from '../script.ts';

let rig: Rig;
let parent: string;
/** Candidates of the parent, the best first. */
let best: Answer[];

beforeAll(async () => {
  rig = await startRig();
  parent = await createSearch(rig, { candidates: 8, parallelism: 3 });
  const worker = await startWorker(rig);
  while (await workOnce(worker));
  const { candidates } = await look(rig, parent);
  best = [...candidates].sort((a: Answer, b: Answer) => b.reward - a.reward || a.number - b.number);
});
afterAll(() => rig.stop());

const SEARCH = `search { id name status retrainOf { id } plan { seed reward budget { candidates seconds } controller { kind networks epsilon { epsilon } }
  training { task scope epochs trainImages initialisations optimizer { learningRate } } } }`;
const retrain = async (input: object) => (await rig.member.mutate('retrain', { searchId: parent, ...input }, SEARCH)).search;

describe('retraining', () => {
  it('of the best makes a search of these networks, in order, under a fuller plan, and leads from candidate to candidate', async () => {
    const search = await retrain({ candidates: { top: { count: 3 } }, seed: 5 });
    expect(search).toMatchObject({
      name: 'Top 3 of Little search, retrained',
      status: 'QUEUED',
      retrainOf: { id: parent },
      plan: {
        seed: 5,
        reward: 'ACCURACY',
        budget: { candidates: 3, seconds: null },
        controller: { kind: 'LIST', epsilon: [], networks: best.slice(0, 3).map(({ notation }) => notation) },
        training: {
          task: 'CLASSIFICATION',
          scope: 'FULL',
          epochs: 20,
          trainImages: null,
          initialisations: 1,
          optimizer: { learningRate: 0.001 },
        },
      },
    });
    const worker = await startWorker(rig);
    while (await workOnce(worker));
    const done = await look(rig, search.id);
    expect(done).toMatchObject({ status: 'FINISHED', counts: { done: 3, proposed: 3 } });
    expect(done.candidates.map(({ notation }: Answer) => notation)).toEqual(best.slice(0, 3).map(({ notation }) => notation));

    const { node } = await rig.member.ask<Answer>('query ($id: ID!) { node(id: $id) { ... on Search { retrainings { id } } } }', {
      id: parent,
    });
    expect(node.retrainings).toEqual([{ id: search.id }]);
    const links = await rig.member.ask<Answer>(
      'query ($again: ID!, $id: ID!) { again: candidate(id: $again) { original { id number } retrained { id } } first: candidate(id: $id) { original { id } retrained { id } } }',
      { again: done.candidates[0].id, id: best[0].id },
    );
    expect(links).toEqual({
      again: { original: { id: best[0].id, number: best[0].number }, retrained: [] },
      first: { original: null, retrained: [{ id: done.candidates[0].id }] },
    });
  });

  it('of the picked, of numbers, by another measure, and with a training of its own', async () => {
    for (const { id } of [best[5], best[2]])
      await rig.member.mutate('annotateCandidate', { candidateId: id, verdict: 'PICKED' }, 'candidate { id }');
    const picked = await retrain({ candidates: { picked: true }, name: 'Picked' });
    const inOrder = [best[5], best[2]].sort((a, b) => a.number - b.number).map(({ notation }) => notation);
    expect(picked).toMatchObject({ name: 'Picked', plan: { controller: { networks: inOrder } } });

    const numbers = [best[4].number, best[1].number];
    expect((await retrain({ candidates: { numbers } })).plan.controller.networks).toEqual([best[4].notation, best[1].notation]);

    // the loss after the last epoch, the smallest first
    const byLoss = await retrain({ candidates: { top: { count: 100, by: { metric: 'loss' } } } });
    const smallestFirst = [...best].sort((a, b) => accuracies(b.notation)[1]! - accuracies(a.notation)[1]!);
    expect(byLoss.plan.controller.networks).toEqual(smallestFirst.map(({ notation }) => notation));

    const training = {
      task: 'CLASSIFICATION',
      epochs: 7,
      optimizer: { learningRate: 0.002 },
      loss: { kind: 'CROSS_ENTROPY' },
      trainImages: 500,
    };
    const own = await retrain({ candidates: { numbers }, training, reward: 'MACRO_F1' });
    expect(own.plan).toMatchObject({ reward: 'MACRO_F1', training: { epochs: 7, trainImages: 500, optimizer: { learningRate: 0.002 } } });
  });

  it.each([
    ['no number', { candidates: { numbers: [] } }, 'candidates.numbers', 'EMPTY'],
    ['a number that is not there', { candidates: { numbers: [1, 99] } }, 'candidates.numbers.1', 'UNKNOWN'],
    ['a number twice', { candidates: { numbers: [2, 2] } }, 'candidates.numbers.1', 'CONFLICT'],
    ['picked: false', { candidates: { picked: false } }, 'candidates.picked', 'NOT_ALLOWED'],
    ['a measure that none has', { candidates: { top: { count: 3, by: { reward: 'INVERSE_KL' } } } }, 'candidates.top', 'EMPTY'],
    ['an empty name', { candidates: { numbers: [1] }, name: ' ' }, 'name', 'REQUIRED'],
    ['a reward of another task', { candidates: { numbers: [1] }, reward: 'INVERSE_KL' }, 'reward', 'NOT_ALLOWED'],
    [
      'epochs out of range',
      { candidates: { numbers: [1] }, training: { task: 'CLASSIFICATION', epochs: 0, optimizer: {}, loss: { kind: 'CROSS_ENTROPY' } } },
      'training.epochs',
      'OUT_OF_RANGE',
    ],
  ])('is refused for %s, and changes nothing', async (_, input, field, code) => {
    const before = await rig.counts();
    expect(await rig.member.refused('retrain', { searchId: parent, ...input })).toMatchObject([{ field, code }]);
    expect(await rig.counts()).toEqual(before);
  });

  it('is for members: not for viewers, and for outsiders the search is not there', async () => {
    const input = { searchId: parent, candidates: { numbers: [1] } };
    const viewer = withMutations(await createUser(rig.member, 'Vera', 'VIEWER'));
    expect(await viewer.refused('retrain', input)).toMatchObject([{ code: 'FORBIDDEN' }]);
    const outsider = withMutations(await createOutsider(rig.member));
    expect(await outsider.refused('retrain', input)).toMatchObject([{ field: 'searchId', code: 'UNKNOWN' }]);
  });
});
