import { expect, it } from 'vitest';
import { presets } from '../../../schema/plans/presets/presets.ts';
import { Random } from '../../../schema/random.ts';
import { expectStops } from '../../../server/searches/expect-stops.ts';

const { plan } = presets.find(({ name }) => name === 'quick-prediction')!;
const whole = { trials: 1, epochs: 8, updates: 80, flops: 800, outputs: 8000 };
const last = [...Array(10).fill({ status: 'DONE' }), ...Array(30).fill({ status: 'STOPPED_EARLY' }), { status: 'FAILED' }];

it('three in four were stopped after a quarter of their epochs: so are those to come', () => {
  const draw = expectStops(() => whole, plan, last);
  const random = Random.of(1);
  const drawn = Array.from({ length: 2000 }, (_, i) => draw(i + 1, random));
  const short = drawn.filter(({ epochs }) => epochs === 2);
  expect(short[0]).toEqual({ trials: 1, epochs: 2, updates: 20, flops: 200, outputs: 2000 });
  expect(short.length / drawn.length).toBeGreaterThan(0.7);
  expect(short.length / drawn.length).toBeLessThan(0.8);
  expect(drawn.filter(({ epochs }) => epochs === 8)).toHaveLength(drawn.length - short.length);
});

it('before any was stopped, and where nothing is predicted, all are whole', () => {
  const { prediction: _, ...without } = plan;
  const random = Random.of(1);
  for (const draw of [expectStops(() => whole, plan, []), expectStops(() => whole, without, last)])
    for (let i = 1; i <= 50; i++) expect(draw(i, random)).toBe(whole);
});
