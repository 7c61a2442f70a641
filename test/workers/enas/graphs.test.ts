import { expect, it } from 'vitest';
import { parseNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';
import { example, makeSpace } from '../../../schema/spaces/make.ts';
import { spacePresets } from '../../../schema/spaces/presets.ts';
import { playRound } from '../../../workers/enas/round.ts';
import { startEnas } from '../../../workers/enas/state.ts';
import { dataset, digits, settings, tools } from './kit.ts';

const data = { image: dataset.image, classes: dataset.classes };

it.each([
  ['tour-macro', 1280],
  ['tour-micro', 480],
] as const)('trains the shared weights of %s: networks that the policy draws become better', async (name, trainImages) => {
  const space = makeSpace(spacePresets[name], data);
  const supernet = await digits({ batchNormalisation: true, batchSize: 16, trainImages, validationImages: 128 });
  let state = startEnas(1);
  const losses: number[] = [];
  for (let round = 1; round <= 2; round++) {
    const played = await playRound(state, space, supernet, settings({ learningRate: 0.01, updates: 2, samples: 4 }), tools());
    state = played.state;
    losses.push(played.figures.loss);
    expect(() => space.walk(parseNotation(played.proposal.notation, { input: dataset.image, padding: 'same' }))).not.toThrow();
  }
  expect(losses.at(-1)).toBeLessThan(0.9 * losses[0]!);
  supernet.dispose();
});

it('keeps what a skip adds apart from what other skips to the same layer add', async () => {
  const space = makeSpace(spacePresets['tour-macro'], data);
  const some = example(space, Random.of(1, 'some'));
  if (some.family !== 'macro') throw new Error(`a ${some.family} network`);
  const withSkips = (...skips: number[]) => {
    const layers = some.layers.map((_, i) => ({ operation: 'C3' as const, skips: i === 5 ? skips : [] }));
    return { ...some, layers };
  };
  const [one, two] = [withSkips(1), withSkips(1, 2)];
  const supernet = await digits({ batchNormalisation: true, trainImages: 256 });
  supernet.begin(1);
  await supernet.train({ batch: 0, architecture: one }, 0.01);
  const sizes = (await supernet.save()).length;
  // the second network brings only the kernel of its other skip, and the moments that come with its first update
  await supernet.evaluate({ batch: 0, architecture: two });
  const kernel = 4 * 8 * 8;
  const entry = (await supernet.save()).length - sizes;
  expect(entry).toBeGreaterThanOrEqual(kernel);
  expect(entry).toBeLessThan(kernel + 200);
  supernet.dispose();
});
