import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { mnistTrial, ofType, reportsOf, seriesOf } from './kit.ts';

const tiny = (latent: number) => `C(8,4,2), C(16,4,2) | Z(${latent}) | C(16,4,2), C(8,4,2), C(8,4,2)`;

describe('variational autoencoder on real MNIST', () => {
  test('the reformulated loss learns, and shows what it generates', async () => {
    const reports = await reportsOf(mnistTrial(tiny(2), { epochs: 3, trainImages: 2000 }));
    expect(reports.at(-1)).toMatchObject({ status: 'DONE' });
    for (const name of ['loss', 'reconstruction', 'bce'])
      for (const split of ['TRAIN', 'VALIDATION'] as const) {
        const values = seriesOf(reports, name, split);
        expect(values).toHaveLength(3);
        expect(values[2]!).toBeLessThan(0.9 * values[0]!);
      }
    const [loss, reconstruction, kl] = ['loss', 'reconstruction', 'kl'].map((name) => seriesOf(reports, name).at(-1)!);
    expect(loss).toBeCloseTo(reconstruction! + kl!, 4);
    expect(kl).toBeGreaterThan(0);

    const samples = ofType(reports, 'samples');
    expect(samples.map((s) => `${s.epoch} ${s.kind}`)).toEqual([
      '1 GENERATED',
      '2 GENERATED',
      '3 GENERATED',
      '3 RECONSTRUCTION',
      '3 LATENT_GRID',
      '3 EMBEDDING',
    ]);
    const sizes = samples.slice(2).map(({ png, tile, columns, count }) => {
      const { width, height } = PNG.sync.read(Buffer.from(png));
      expect(tile).toEqual({ width: 28, height: 28 });
      expect([width, height]).toEqual([28 * columns, 28 * Math.ceil(count / columns)]);
      return [columns, count];
    });
    expect(sizes).toEqual([
      [8, 32],
      [8, 32],
      [21, 441],
      [25, 300],
    ]);
  });

  test('a reconstruction stands under its input', async () => {
    const work = mnistTrial(tiny(8), { epochs: 1 });
    const sheet = ofType(await reportsOf(work), 'samples').find((s) => s.kind === 'RECONSTRUCTION')!;
    const { data, width } = PNG.sync.read(Buffer.from(sheet.png));
    const { images } = work.dataset.validation;
    const row = (tile: number) =>
      data
        .filter((_, i) => i % 4 === 0)
        .subarray((28 * Math.floor(tile / 8) + 14) * width + 28 * (tile % 8))
        .subarray(0, 28);
    const isInput = (tile: number) => {
      const wanted = Buffer.from(row(tile)).toString('hex');
      for (let n = 0; n < 10_000; n++)
        if (Buffer.from(images.subarray(784 * n + 14 * 28, 784 * n + 15 * 28)).toString('hex') === wanted) return true;
      return false;
    };
    const inputs = Array.from({ length: 32 }, (_, tile) => tile).filter(isInput);
    expect(inputs).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]);
  });

  test('under the vanilla loss the reconstruction term is the BCE, and beta weighs the prior', async () => {
    const loss = { kind: 'VANILLA' as const, beta: 3 };
    const reports = await reportsOf(mnistTrial(tiny(8), { epochs: 1, loss }));
    const [total, reconstruction, bce, kl] = ['loss', 'reconstruction', 'bce', 'kl'].map((name) => seriesOf(reports, name)[0]!);
    expect(reconstruction).toBe(bce);
    expect(total).toBeCloseTo(bce! + 3 * kl!, 6);
    expect(ofType(reports, 'samples').some((s) => s.kind === 'LATENT_GRID')).toBe(false);
  });
});
