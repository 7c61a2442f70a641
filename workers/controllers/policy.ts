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
  const slopes = new Float64Array(scores.length);
  const logits = scores.map((score, i) => {
    const scaled = score / temperature;
    if (tanhConstant === null) {
      slopes[i] = 1 / temperature;
      return scaled;
    }
    const bounded = Math.tanh(scaled);
    slopes[i] = (tanhConstant * (1 - bounded * bounded)) / temperature;
    return tanhConstant * bounded;
  });
  const most = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const logSum = most + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0));
  const logs = logits.map((logit) => logit - logSum + 0); // never -0, which JSON does not know
  const probabilities = logs.map(Math.exp);
  const entropy = -probabilities.reduce((sum, p, i) => sum + (p > 0 ? p * logs[i]! : 0), 0);
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
  return probabilities.map((p, i) => {
    const ofLog = (i === taken ? 1 : 0) - p;
    const ofEntropy = p > 0 ? -p * (logs[i]! + entropy) : 0;
    return -(coefficient * ofLog + entropyWeight * ofEntropy) * slopes[i]!;
  });
}
