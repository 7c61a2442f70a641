import { expect, it } from 'vitest';
import { Pace } from '../../../workers/enas/pace.ts';

it('predicts a round from the batches so far: looking is a third of training until it was timed', () => {
  const pace = new Pace();
  expect(pace.of({ trainings: 3, evaluations: 1 })).toBeNull();
  pace.add('TRAINING', 3);
  expect(pace.of({ trainings: 2, evaluations: 4 })).toBeCloseTo(2 * 3 + 4 * 1);
  pace.add('POLICY', 0.5);
  expect(pace.of({ trainings: 2, evaluations: 4 })).toBeCloseTo(2 * 3 + 4 * 0.5);
  // ranking networks is looking at them, too; the newest counts a tenth
  pace.add('DERIVING', 1.5);
  expect(pace.of({ trainings: 0, evaluations: 1 })).toBeCloseTo(0.6);
});

it('knows training from looking, when a round goes on in its later parts', () => {
  const pace = new Pace();
  pace.add('DERIVING', 1);
  expect(pace.of({ trainings: 1, evaluations: 0 })).toBeCloseTo(3);
});
