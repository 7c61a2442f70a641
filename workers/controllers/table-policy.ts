import { block } from '../../schema/values/blocks.ts';
import { gradientOf } from './blocks.ts';
import type { Policy } from './policy.ts';

/** One score for every action of every state, 0 at first: the policy of a table (thesis 2.3.1). */
export function tablePolicy(): Policy {
  return {
    walk(blocks) {
      const passed: { key: string; size: number }[] = [];
      return {
        scores({ key, allowed }) {
          passed.push({ key, size: allowed.length });
          return block(blocks, key, allowed.length, 0, 0);
        },
        backward(scoreGradients, gradients) {
          for (const [step, { key, size }] of passed.entries()) {
            const sum = gradientOf(gradients, key, size);
            for (let i = 0; i < size; i++) sum[i] = sum[i]! + scoreGradients[step]![i]!;
          }
        },
      };
    },
  };
}
