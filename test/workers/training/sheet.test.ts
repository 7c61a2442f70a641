import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { makeSheet } from '../../../workers/training/sheet.ts';

describe('sheet', () => {
  test('lays grey tiles out in rows, every pixel kept', () => {
    // Five images of 2 x 3 (height x width) in rows of three; image i is i / 10 everywhere, its top left pixel 1.
    const images = Float32Array.from({ length: 5 * 6 }, (_, i) => (i % 6 === 0 ? 1 : Math.floor(i / 6) / 10));
    const { png, tile, columns, count } = makeSheet(images, { height: 2, width: 3, channels: 1 }, 3);
    expect([tile, columns, count]).toEqual([{ width: 3, height: 2 }, 3, 5]);
    const picture = PNG.sync.read(Buffer.from(png));
    expect([picture.width, picture.height]).toEqual([9, 4]);
    const at = (x: number, y: number) => picture.data[4 * (y * picture.width + x)];
    expect([at(0, 0), at(3, 0), at(0, 2), at(4, 0), at(5, 1), at(1, 2), at(4, 3)]).toEqual([255, 255, 255, 26, 26, 77, 102]);
    expect(at(8, 3)).toBe(0);
    expect(png[25]).toBe(0); // colour type: greyscale
  });

  test('keeps colours, and clips what is out of range', () => {
    const { png } = makeSheet(Float32Array.of(1.5, -0.5, 0.5), { height: 1, width: 1, channels: 3 }, 1);
    expect([...PNG.sync.read(Buffer.from(png)).data]).toEqual([255, 0, 128, 255]);
  });

  test('refuses images that are neither grey nor coloured', () => {
    expect(() => makeSheet(new Float32Array(2), { height: 1, width: 1, channels: 2 }, 1)).toThrow('allowed are 1 and 3');
  });
});
