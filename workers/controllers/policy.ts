import type { Blocks, Gradients } from './blocks.ts';

/** What a policy sees at one step of a walk. */
export interface Situation {
  /** Key of the state. */
  key: string;
  /** Tokens of the actions that are allowed there. */
  allowed: readonly string[];
}

/** Scores of the allowed actions, step by step along a walk: what is learned. */
export interface Policy {
  /** Begins a walk. */
  walk(blocks: Blocks): PolicyWalk;
}

export interface PolicyWalk {
  /** Raw scores of the allowed actions, in their order; to be called once a step, with what was taken at the step before. */
  scores(situation: Situation, previous: string | null): Float64Array;
  /**
   * Adds the gradient of a loss to `gradients`, given its gradient with respect to every score of the walk, step by step.
   */
  backward(scoreGradients: readonly Float64Array[], gradients: Gradients): void;
}

/** How scores become probabilities: logits = tanhConstant x tanh(score / temperature), as in ENAS (Pham et al. 2018). */
export interface Squash {
  temperature: number;
  /** null for no bound. */
  tanhConstant: number | null;
}

export interface Distribution {
  probabilities: Float64Array;
  /** ln of them. */
  logs: Float64Array;
  /** In nats. */
  entropy: number;
  /** d logit / d score. */
  slopes: Float64Array;
}

/** The softmax of squashed scores. */
export function distribution(scores: Float64Array, { temperature, tanhConstant }: Squash): Distribution {
  const count = scores.length;
  const slopes = new Float64Array(count);
  const logs = new Float64Array(count);
  const probabilities = new Float64Array(count);
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const scaled = scores[i]! / temperature;
    if (tanhConstant === null) {
      slopes[i] = 1 / temperature;
      logs[i] = scaled;
    } else {
      const bounded = Math.tanh(scaled);
      slopes[i] = (tanhConstant * (1 - bounded * bounded)) / temperature;
      logs[i] = tanhConstant * bounded;
    }
    most = Math.max(most, logs[i]!);
  }
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.exp(logs[i]! - most);
  const logSum = most + Math.log(sum);
  let entropy = 0;
  for (let i = 0; i < count; i++) {
    logs[i] = logs[i]! - logSum + 0; // never -0, which JSON does not know
    probabilities[i] = Math.exp(logs[i]!);
    if (probabilities[i]! > 0) entropy -= probabilities[i]! * logs[i]!;
  }
  return { probabilities, logs, entropy, slopes };
}

/**
 * Gradient with respect to the scores of  -coefficient x ln p(taken) - entropyWeight x entropy.
 */
export function scoreGradient(
  { probabilities, logs, entropy, slopes }: Distribution,
  taken: number,
  coefficient: number,
  entropyWeight: number,
): Float64Array {
  const gradient = new Float64Array(probabilities.length);
  for (let i = 0; i < gradient.length; i++) {
    const p = probabilities[i]!;
    const ofLog = (i === taken ? 1 : 0) - p;
    const ofEntropy = p > 0 ? -p * (logs[i]! + entropy) : 0;
    gradient[i] = -(coefficient * ofLog + entropyWeight * ofEntropy) * slopes[i]!;
  }
  return gradient;
}
