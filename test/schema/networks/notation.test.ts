import { describe, expect, test } from 'vitest';
import type { Architecture, Convolution, Layer } from '../../../schema/networks/architecture.ts';
import { architectureHash } from '../../../schema/networks/hash.ts';
import { NotationError, parseNotation, printNotation } from '../../../schema/networks/notation.ts';
import { Random } from '../../../schema/random.ts';

const context = { input: { height: 28, width: 28, channels: 1 }, padding: 'same' as const };
const parse = (text: string) => parseNotation(text, context);

function randomLayer(random: Random): Layer {
  const number = () => 1 + random.integer(600);
  const index = 1 + random.integer(5);
  return random.choose<Layer>([
    { type: 'convolution', filters: number(), kernel: number(), stride: number() },
    { type: 'pool', size: number(), stride: number() },
    { type: 'dropout', index, of: index + random.integer(3) },
    { type: 'fullyConnected', units: number() },
    { type: 'globalAveragePool', units: number() },
  ]);
}

function randomArchitecture(random: Random): Architecture {
  const list = <T>(make: () => T) => Array.from({ length: 1 + random.integer(8) }, make);
  if (random.uniform() < 0.5) {
    const layers = [...list(() => randomLayer(random)), { type: 'softmax', classes: 10 } as Layer];
    return { family: 'chain', ...context, layers };
  }
  const convolution = (): Convolution => ({
    type: 'convolution',
    filters: 1 + random.integer(99),
    kernel: 1 + random.integer(9),
    stride: 2,
  });
  return {
    family: 'variational',
    input: context.input,
    encoder: list(convolution),
    latent: 1 + random.integer(99),
    decoder: list(convolution),
  };
}

describe('notation', () => {
  test('a chain is written as in the thesis', () => {
    const chain = parse('C(64,5,1), P(2,2), FC(128), SM(10)');
    expect(chain).toEqual({
      family: 'chain',
      ...context,
      layers: [
        { type: 'convolution', filters: 64, kernel: 5, stride: 1 },
        { type: 'pool', size: 2, stride: 2 },
        { type: 'fullyConnected', units: 128 },
        { type: 'softmax', classes: 10 },
      ],
    });
  });

  test('a variational autoencoder is encoder, latent size, decoder', () => {
    const text = 'C(64,6,2), C(128,4,2) | Z(5) | C(128,8,2), C(256,2,2), C(512,4,2)';
    const network = parse(text);
    expect(network).toMatchObject({ family: 'variational', latent: 5, encoder: [{ filters: 64 }, { kernel: 4 }] });
    expect(printNotation(network)).toBe(text);
    expect(parse('[C(64,6,2),C(128,4,2)]|Z(5)|[C(128,8,2),C(256,2,2),C(512,4,2)]')).toEqual(network);
  });

  test("MetaQNN's brackets and any white space are accepted", () => {
    const plain = parse('C(64,5,1), D(1,6), GAP(10), SM(10)');
    expect(parse('[C(64,5,1), D(1,6), GAP(10), SM(10)]')).toEqual(plain);
    expect(parse('  [ C ( 6 4 ,5,\n1),D(1,6)\t, GAP(10),SM (10) ] ')).toEqual(plain);
  });

  test('printing and parsing are inverse for 500 random networks', () => {
    const random = Random.of(11, 'notation');
    for (let i = 0; i < 500; i++) {
      const network = randomArchitecture(random);
      expect(parse(printNotation(network))).toEqual(network);
    }
  });

  test.each([
    ['', 0, 'found the end; allowed: C(filters,kernel,stride), P(size,stride), D(i,n)'],
    ['C(64,5,1), X(3), SM(10)', 11, 'found "X"; allowed: C('],
    ['C(64,5), SM(10)', 6, '"," was expected, found ")"; allowed: C(filters,kernel,stride)'],
    ['C(64,5,1,1), SM(10)', 8, '")" was expected, found ","'],
    ['C(64,0,1), SM(10)', 5, '0 in C(filters,kernel,stride); allowed: a whole number from 1'],
    ['C(64,-3,1), SM(10)', 5, '"-" in C('],
    ['C(64,1.5,1), SM(10)', 6, 'found "."'],
    ['P(2,2), FC(128)', 8, 'the last layer is FC(128); allowed: SM(classes)'],
    ['SM(10), FC(128)', 8, 'SM has to be the last layer'],
    ['D(3,2), SM(10)', 0, 'i is at most n'],
    ['[C(64,5,1), SM(10)', 18, '"]" was expected, found the end'],
    ['C(64,5,1), SM(10) SM(10)', 18, 'found "S"; allowed: "," or the end'],
    ['C(64,6,2), P(2,2) | Z(5) | C(8,2,2)', 11, 'found "P"; allowed: C(filters,kernel,stride)'],
    ['C(64,6,2) | C(8,2,2)', 12, 'the decoder is not the encoder'],
    ['C(64,6,2) | Z(5)', 16, '"|" was expected, found the end'],
  ])('%j is refused at character %i', (text, position, message) => {
    const error = (() => {
      try {
        parse(text);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(NotationError);
    expect(error).toMatchObject({ position });
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).toContain(`character ${position + 1}`);
  });
});

describe('hash', () => {
  const text = 'C(64,5,1), SM(10)';

  test('is the same on every machine: SHA-256 of the canonical text', async () => {
    const canonical = new TextEncoder().encode(`chain same 28x28x1 ${text}`);
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', canonical)).toString('hex');
    expect(architectureHash(parse(text))).toBe(digest.slice(0, 16));
  });

  test('differs with layers, padding and input shape', () => {
    const variants = [
      parse(text),
      parse('C(64,3,1), SM(10)'),
      parseNotation(text, { ...context, padding: 'valid' }),
      parseNotation(text, { ...context, input: { height: 28, width: 28, channels: 3 } }),
    ];
    expect(new Set(variants.map(architectureHash)).size).toBe(variants.length);
  });
});
