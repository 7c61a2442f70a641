import { expect, test } from 'vitest';
import { shapeOf } from '../../../server/datasets/shape.ts';

const sized = (...sizes: { height: number; width: number; count: number }[]) =>
  shapeOf({
    ...{ height: 32, width: 32, channels: 3, classes: ['a', 'b'], kind: 'IMAGES' },
    description: { classCounts: [], sizes, normalisation: null, vocabulary: null },
  });

test('the frame of pictures of many sizes is as high as the highest and as wide as the widest; of one size there is none', () => {
  const image = { height: 32, width: 32, channels: 3 };
  expect(sized({ height: 32, width: 48, count: 9 }, { height: 64, width: 32, count: 2 }, { height: 32, width: 32, count: 1 })).toEqual({
    ...{ image, classes: 2, manySizes: true },
    frame: { height: 64, width: 48, channels: 3 },
  });
  expect(sized({ height: 32, width: 32, count: 9 })).toEqual({ image, classes: 2 });
});
