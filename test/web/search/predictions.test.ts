import { expect, test } from 'vitest';
import { type Predicted, predictionSentence } from '../../../web/candidate/prediction.ts';
import { progressSeries } from '../../../web/plots/progress.ts';
import { errorSentence, type Predictions, savedSentence } from '../../../web/search/predictions.ts';

const none = { count: 0, r2: null, spearman: null, covered: null };
const found: Predictions = {
  points: [],
  error: none,
  unbiased: none,
  stopped: 24,
  savedEpochs: 1440,
  savedShare: 0.3,
  savedSeconds: 146,
};

test('what was saved, in words', () => {
  expect(savedSentence(found)).toBe('24 stopped early: 1,440 epochs (30% of all) and about 2 min 26 s of training saved.');
  expect(savedSentence({ ...found, stopped: 1, savedEpochs: 1 })).toMatch(/^1 stopped early: 1 epoch \(/);
  expect(savedSentence({ ...found, stopped: 0 })).toBe('No candidate was stopped early yet.');
});

test('how good the predictions are, with how many', () => {
  expect(errorSentence(none)).toBe('no candidate yet');
  expect(errorSentence({ count: 1, r2: null, spearman: null, covered: 1 })).toBe('too few to tell: 1 candidate');
  expect(errorSentence({ count: 3, r2: -0.5, spearman: null, covered: null })).toBe('R² -0.50, Spearman unknown over 3 candidates');
  expect(errorSentence({ count: 20, r2: 0.254, spearman: 0.73, covered: 0.95 })).toBe(
    'R² 0.25, Spearman 0.73 over 20 candidates, 95% within their intervals',
  );
});

test('why a candidate was stopped, or was not', () => {
  const predicted: Predicted = { epoch: 2, epochs: 8, value: 0.94, low: 0.92, high: 0.96, chance: 0.019, best: 0.98, stops: true };
  const sentence = predictionSentence(predicted);
  expect(sentence).toMatch(/^Stopped at epoch 2 of 8, because the chance to beat 0\.98\d*, the best known then, was 1\.9%: /);
  expect(sentence).toMatch(/final reward of 0\.94\d* was predicted \(19 times in 20 between 0\.92\d* and 0\.96\d*\)\.$/);
  expect(predictionSentence({ ...predicted, chance: 1e-6 })).toContain('below 0.1%');
  expect(predictionSentence({ ...predicted, stops: false })).toMatch(/^After epoch 2 of 8 .* It ran on\.$/);
});

test('a predicted reward is drawn apart, is learned from, and is never the best', () => {
  const point = (number: number, reward: number, status: 'DONE' | 'STOPPED_EARLY') => ({
    ...{ number, reward, status, epsilon: null, picked: false, rejected: false },
  });
  const series = progressSeries([point(1, 0.5, 'DONE'), point(2, 0.7, 'STOPPED_EARLY'), point(3, 0.6, 'DONE')]);
  expect(series.reward).toEqual([0.5, null, 0.6]);
  expect(series.predicted).toEqual([null, 0.7, null]);
  expect(series.best).toEqual([0.5, 0.5, 0.6]);
  expect(series.mean[2]).toBeCloseTo(0.6, 12);
});
