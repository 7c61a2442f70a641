import { expect, test } from 'vitest';
import { defaultPlan } from '../../../schema/plans/presets/presets.ts';
import { changeableNow, changeFields, changeMarks, changeValues, readChange } from '../../../web/search/changes.ts';

const plan = { ...defaultPlan('CLASSIFICATION'), budget: { candidates: 1200, seconds: null }, parallelism: 2 };
plan.controller = { ...plan.controller, kind: 'Q_LEARNING', learningRate: 0.01, epsilon: [{ epsilon: 0.5, candidates: 3 }] };

test('the form has what the controller has, as its plan says it', () => {
  expect(changeValues(plan)).toMatchObject({
    candidates: 1200,
    parallelism: 2,
    learningRate: 0.01,
    epsilon: '0.5:3',
    patience: '',
    prediction: { on: false, regressor: 'SVR', share: 0.25 },
  });
  expect(changeFields('PPO').map(({ doc }) => doc)).toEqual([
    'budget.candidates',
    'plan.parallelism',
    'policy.learningRate',
    'policy.entropyWeight',
    'change.patience',
    'change.prediction',
  ]);
  expect(
    changeFields('DQN')
      .map(({ doc }) => doc)
      .slice(2, 4),
  ).toEqual(['dqn.learningRate', 'change.epsilon']);
  expect(changeFields('HYPERBAND').map(({ field }) => field)).toEqual(['parallelism', 'patience']);
});

test('a finished search can only be given more, one that was stopped nothing', () => {
  expect(changeableNow('FINISHED', 'HYPERBAND')).toEqual([]);
  expect(changeableNow('FINISHED', 'RANDOM')).toEqual(['candidates', 'parallelism', 'patience', 'prediction']);
  expect(changeableNow('PAUSED', 'HYPERBAND')).toEqual(['parallelism', 'patience']);
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

test('early stop: an empty patience is none, a prediction is sent whole or taken off', () => {
  const before = changeValues(plan);
  const on = { ...before.prediction!, on: true };
  expect(readChange(before, { ...before, patience: '4', prediction: { ...on, share: '0.5' } })).toEqual({
    change: { patience: 4, prediction: { regressor: 'SVR', share: 0.5, limit: 0.05, minimum: 20, fullEvery: 10 } },
    problems: {},
  });
  // what is not on does not hold
  expect(readChange(before, { ...before, prediction: { ...before.prediction!, share: 0.5 } }).change).toEqual({});
  const under = { ...before, patience: 4, prediction: on };
  expect(readChange(under, { ...under, patience: '', prediction: { ...on, on: false } }).change).toEqual({
    patience: null,
    prediction: null,
  });
  expect(readChange(under, { ...under, prediction: { ...on, limit: '' } }).problems).toEqual({
    'prediction.limit': 'empty; allowed: a number',
  });
  expect(changeMarks([{ field: 'prediction', before: null, after: readChange(before, under).change.prediction, fromNumber: 3 }])).toEqual([
    {
      number: 3,
      title:
        'Changed from candidate 3 on: Early stop by prediction none → support vectors after 25% of the epochs, below a chance of 5%, after 20 in full, one in 10 in full',
    },
  ]);
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
