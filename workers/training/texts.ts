import type * as tfjs from '@tensorflow/tfjs-core';
import { END, joinWords } from '../../schema/datasets/words.ts';
import { Random } from '../../schema/random.ts';
import type { FunctionSpec, Program } from '../backends/backend.ts';
import type { TextDataset } from '../datasets/dataset.ts';
import type { LanguageModel } from '../models/language-model.ts';

/** Texts that a network writes, beside each other. */
const TEXTS = 4;
/** Tokens of each. */
const LENGTH = { WORDS: 60, CHARACTERS: 300 } as const;

/** The program's function of the last token of each text [4] and the states [4, units]: scores of the next one, and the states behind. */
export const NEXT = {
  name: 'next',
  function: (network: LanguageModel, units: number): FunctionSpec => ({
    inputs: { words: { shape: [TEXTS], dtype: 'int32' }, state: { shape: [TEXTS, units], dtype: 'float32' } },
    outputs: ({ words, state }) => {
      const { states, last } = network.read(words as tfjs.Tensor1D, state as tfjs.Tensor2D);
      return [network.scores(states), last];
    },
  }),
};

/**
 * Texts that a network writes: each token is drawn with the probability that the network gives it, `<unk>` left out, behind the end of a
 * paragraph. The random numbers depend on the seed only: the same for all candidates of a search.
 */
export async function writeTexts(
  program: Program,
  { unit, vocabulary }: Pick<TextDataset, 'unit' | 'vocabulary'>,
  { units, seed }: { units: number; seed: number },
): Promise<string[]> {
  const random = Random.of(seed, 'texts');
  const begin = vocabulary.indexOf(unit === 'WORDS' ? END : '\n');
  let words = new Int32Array(TEXTS).fill(Math.max(0, begin));
  let state: Float32Array = new Float32Array(TEXTS * units);
  const texts = Array.from({ length: TEXTS }, (): string[] => []);
  for (let i = 0; i < LENGTH[unit]; i++) {
    const [scores, last] = await program.run(NEXT.name, { words, state });
    state = last!;
    const size = vocabulary.length;
    words = Int32Array.from(texts, (text, t) => {
      const token = draw(scores!.subarray(t * size, (t + 1) * size), unit === 'WORDS' ? 1 : 0, random.uniform());
      text.push(vocabulary[token]!);
      return token;
    });
  }
  return texts.map((text) => (unit === 'WORDS' ? joinWords(text) : text.join('')).trim());
}

/** Place of a score, from `first` on, in proportion to its exponential. */
function draw(scores: Float32Array, first: number, uniform: number): number {
  const highest = scores.reduce((most, score) => Math.max(most, score));
  const weights = Float64Array.from(scores, (score, i) => (i < first ? 0 : Math.exp(score - highest)));
  let left = uniform * weights.reduce((sum, weight) => sum + weight);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? weights.length - 1 : found;
}
