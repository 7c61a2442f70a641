import { expect, test } from 'vitest';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';
import { changeableNow, changeFields, changeMarks, changeValues, readChange } from '../../../web/search/changes.ts';

const plan = { ...defaultPlan('CLASSIFICATION'), budget: { candidates: 1200, seconds: null }, parallelism: 2 };
plan.controller = { ...plan.controller, kind: 'Q_LEARNING', learningRate: 0.01, epsilon: [{ epsilon: 0.5, candidates: 3 }] };

test('the form has what the controller has, as its plan says it', () => {
  expect(changeValues(plan)).toEqual({ candidates: 1200, parallelism: 2, learningRate: 0.01, epsilon: '0.5:3' });
  expect(changeFields('PPO').map(({ doc }) => doc)).toEqual([
    'budget.candidates',
    'plan.parallelism',
    'policy.learningRate',
    'policy.entropyWeight',
  ]);
  expect(
    changeFields('DQN')
      .map(({ doc }) => doc)
      .slice(2),
  ).toEqual(['dqn.learningRate', 'change.epsilon']);
  expect(changeFields('HYPERBAND').map(({ field }) => field)).toEqual(['parallelism']);
});

test('a finished search can only be given more, one that was stopped nothing', () => {
  expect(changeableNow('FINISHED', 'HYPERBAND')).toEqual([]);
  expect(changeableNow('FINISHED', 'RANDOM')).toEqual(['candidates', 'parallelism']);
  expect(changeableNow('PAUSED', 'HYPERBAND')).toEqual(['parallelism']);
  expect(changeableNow('STOPPED', 'RANDOM')).toEqual([]);
});

test('only what was changed is sent, and what cannot be read is said at its field', () => {
  const before = changeValues(plan);
  expect(readChange(before, before)).toEqual({ change: {}, problems: {} });
  expect(readChange(before, { ...before, candidates: 1300, epsilon: '1:2, 0.25:8' })).toEqual({
    change: {
      candidates: 1300,
      epsilon: [
        { epsilon: 1, candidates: 2 },
        { epsilon: 0.25, candidates: 8 },
      ],
    },
    problems: {},
  });
  const { change, problems } = readChange(before, { ...before, learningRate: '', epsilon: 'much' });
  expect(change).toEqual({});
  expect(problems).toEqual({
    learningRate: 'empty; allowed: a number',
    epsilon: expect.stringContaining('“much”; allowed: epsilon:candidates'),
  });
});

test('one mark for all that was changed before the same candidate', () => {
  const epsilon = [{ epsilon: 0.5, candidates: 3 }];
  expect(
    changeMarks([
      { field: 'candidates', before: 1200, after: 1300, fromNumber: 7 },
      { field: 'epsilon', before: epsilon, after: [], fromNumber: 7 },
      { field: 'parallelism', before: 2, after: 1, fromNumber: 9 },
    ]),
  ).toEqual([
    { number: 7, title: 'Changed from candidate 7 on: Networks 1,200 → 1,300; Epsilon schedule 0.5:3 → none' },
    { number: 9, title: 'Changed from candidate 9 on: In flight at once 2 → 1' },
  ]);
});
