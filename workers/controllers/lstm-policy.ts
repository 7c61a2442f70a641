import { block } from '../../schema/values/blocks.ts';
import { gradientOf } from './blocks.ts';
import type { Policy } from './policy.ts';

/** NAS (Zoph & Le 2017): weights begin uniform between -0.08 and 0.08. */
const SPREAD = 0.08;

/** What one step of the LSTM leaves for its backward pass; all vectors have the length of the hidden state. */
interface Passed {
  previous: string;
  allowed: readonly string[];
  /** Hidden and cell state before. */
  h: Float64Array;
  c: Float64Array;
  /** Gates after their nonlinearity, one after the other: input, forget, candidate, output. */
  gates: Float64Array;
  /** After. */
  cell: Float64Array;
  hidden: Float64Array;
}

/**
 * NAS's controller (Zoph & Le 2017; thesis 4.2): an LSTM (Hochreiter & Schmidhuber 1997) that reads the decision taken before, as an
 * embedding, and scores each allowed one by the product of its own vector with the hidden state, plus a bias. Embeddings and vectors
 * belong to decisions, not to states, so what is learned about a layer at one place serves at others.
 *
 * @param size of the hidden state, of embeddings and of vectors
 */
export function lstmPolicy(size: number, seed: number): Policy {
  const gates = 4 * size;
  return {
    walk(blocks) {
      const fromInput = block(blocks, 'lstm:input', gates * size, seed, SPREAD);
      const fromHidden = block(blocks, 'lstm:hidden', gates * size, seed, SPREAD);
      const bias = block(blocks, 'lstm:bias', gates, seed, SPREAD);
      const embedding = (token: string) => block(blocks, `in:${token}`, size, seed, SPREAD);
      // One number more: the bias of the score.
      const vector = (token: string) => block(blocks, `out:${token}`, size + 1, seed, SPREAD);
      const passed: Passed[] = [];
      let h: Float64Array = new Float64Array(size);
      let c: Float64Array = new Float64Array(size);

      return {
        scores({ allowed }, before) {
          const previous = before ?? '';
          const x = embedding(previous);
          const activated = new Float64Array(gates);
          for (let row = 0; row < gates; row++) {
            let sum = bias[row]!;
            const at = row * size;
            for (let i = 0; i < size; i++) sum += fromInput[at + i]! * x[i]! + fromHidden[at + i]! * h[i]!;
            activated[row] = row >= 2 * size && row < 3 * size ? Math.tanh(sum) : 1 / (1 + Math.exp(-sum));
          }
          const cell = new Float64Array(size);
          const hidden = new Float64Array(size);
          for (let i = 0; i < size; i++) {
            cell[i] = activated[size + i]! * c[i]! + activated[i]! * activated[2 * size + i]!;
            hidden[i] = activated[3 * size + i]! * Math.tanh(cell[i]!);
          }
          passed.push({ previous, allowed, h, c, gates: activated, cell, hidden });
          h = hidden;
          c = cell;
          return Float64Array.from(allowed, (token) => {
            const weights = vector(token);
            let score = weights[size]!;
            for (let i = 0; i < size; i++) score += weights[i]! * hidden[i]!;
            return score;
          });
        },

        backward(scoreGradients, gradients) {
          const ofInput = gradientOf(gradients, 'lstm:input', gates * size);
          const ofHidden = gradientOf(gradients, 'lstm:hidden', gates * size);
          const ofBias = gradientOf(gradients, 'lstm:bias', gates);
          let dh = new Float64Array(size);
          let dc = new Float64Array(size);
          for (let step = passed.length - 1; step >= 0; step--) {
            const { previous, allowed, h, c, gates: activated, cell, hidden } = passed[step]!;
            for (const [k, token] of allowed.entries()) {
              const g = scoreGradients[step]![k]!;
              const weights = vector(token);
              const ofVector = gradientOf(gradients, `out:${token}`, size + 1);
              for (let i = 0; i < size; i++) {
                ofVector[i] = ofVector[i]! + g * hidden[i]!;
                dh[i] = dh[i]! + g * weights[i]!;
              }
              ofVector[size] = ofVector[size]! + g;
            }
            const raw = new Float64Array(gates);
            const before = new Float64Array(size);
            for (let i = 0; i < size; i++) {
              const [input, forget, candidate, output] = [0, 1, 2, 3].map((gate) => activated[gate * size + i]!) as [
                number,
                number,
                number,
                number,
              ];
              const squashed = Math.tanh(cell[i]!);
              const ofCell = dc[i]! + dh[i]! * output * (1 - squashed * squashed);
              raw[i] = ofCell * candidate * input * (1 - input);
              raw[size + i] = ofCell * c[i]! * forget * (1 - forget);
              raw[2 * size + i] = ofCell * input * (1 - candidate * candidate);
              raw[3 * size + i] = dh[i]! * squashed * output * (1 - output);
              before[i] = ofCell * forget;
            }
            const x = embedding(previous);
            const ofEmbedding = gradientOf(gradients, `in:${previous}`, size);
            const earlier = new Float64Array(size);
            for (let row = 0; row < gates; row++) {
              const g = raw[row]!;
              const at = row * size;
              ofBias[row] = ofBias[row]! + g;
              for (let i = 0; i < size; i++) {
                ofInput[at + i] = ofInput[at + i]! + g * x[i]!;
                ofHidden[at + i] = ofHidden[at + i]! + g * h[i]!;
                ofEmbedding[i] = ofEmbedding[i]! + g * fromInput[at + i]!;
                earlier[i] = earlier[i]! + g * fromHidden[at + i]!;
              }
            }
            dh = earlier;
            dc = before;
          }
        },
      };
    },
  };
}
