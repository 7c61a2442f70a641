import { expect, test } from 'vitest';
import { bench } from './main.ts';
import { samplesSeconds } from './samples-figure.ts';

test('a run that is the whole candidate is not extrapolated', () => {
  const run = { training: 36, samples: [0.1, 0.2, 0.5], images: 60_000 };
  expect(samplesSeconds(run, { epochs: 3, images: 60_000 })).toEqual({
    ...{ training_s: 36, samples_epoch_s: 0.2, samples_last_s: 0.5, samples_s: 0.9, share: 0.025 },
  });
});

test('training grows with images and epochs, pictures with epochs only, and what is made once is counted once', () => {
  const run = { training: 8, samples: [0.25, 1], images: 6_000 };
  // 20 epochs of 40 s; 19 times 0.25 s and once 1 s
  expect(samplesSeconds(run, { epochs: 20, images: 60_000 })).toEqual({
    ...{ training_s: 800, samples_epoch_s: 0.25, samples_last_s: 1, samples_s: 5.75, share: 0.00719 },
  });
});

test('one epoch does not tell what is made after each from what is made once', () => {
  expect(() => samplesSeconds({ training: 3, samples: [1], images: 10 }, { epochs: 2, images: 10 })).toThrow('samples: 1 epochs');
});

test.each([
  ['--candidate', 'chapter-8'],
  ['--epochs', '1'],
  ['--images', '100'],
  ['--threads', 'x'],
  ['--backend', 'gpu'],
])('%s %s is refused', async (option, value) => {
  expect(await bench(['samples', option, value])).toBe(1);
});
