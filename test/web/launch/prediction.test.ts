import { expect, test } from 'vitest';
import { PREDICTION_DEFAULTS } from '../../../schema/plans/prediction.ts';
import { launchOf } from '../../../web/launch/input.ts';
import { graphqlText } from '../../../web/launch/request.ts';
import { valuesOf } from '../../../web/launch/values.ts';
import { known, preset } from './known.ts';

test('an early stop that is switched on goes with the plan, and nothing of it before', () => {
  const values = valuesOf(preset('tour'), 'mnist-1');
  expect(launchOf(values, known).plan).not.toHaveProperty('prediction');
  values.plan.prediction.on = true;
  values.plan.prediction.limit = '0.1';
  const { plan, input, problems } = launchOf(values, known);
  expect(problems).toEqual({});
  expect(plan.prediction).toEqual({ ...PREDICTION_DEFAULTS, limit: 0.1 });
  expect(graphqlText(input)).toContain('regressor: SVR');
});

test('what is wrong is named at its field', () => {
  const values = valuesOf(preset('quick-prediction'), 'mnist-1');
  values.plan.prediction.share = 1;
  values.plan.prediction.minimum = '';
  expect(Object.keys(launchOf(values, known).problems).sort()).toEqual(['plan.prediction.minimum', 'plan.prediction.share']);
  values.plan.prediction.on = false;
  expect(launchOf(values, known).problems).toEqual({});
});

test('beside a controller with rungs it is refused at its switch', () => {
  const values = valuesOf(preset('quick-asha'), 'mnist-1');
  values.plan.prediction.on = true;
  expect(launchOf(values, known).problems).toHaveProperty('plan.prediction.on');
});
