import type { Dataset } from '../datasets/dataset.ts';
import { makeSheet, type Sheet } from './sheet.ts';

/** Mistakes that are shown, at most. */
export const MISTAKES = 32;
const COLUMNS = 8;

/** A validation image that was taken for another class. */
export interface Mistake {
  row: number;
  label: number;
  predicted: number;
  /** That the classifier gives the class it predicted. */
  probability: number;
}

/** Collects a classifier's most confident mistakes over the batches of one evaluation. */
export class Mistakes {
  private worst: Mistake[] = [];

  /** The most confident first; of equal ones the lower row. */
  get list(): readonly Mistake[] {
    return this.worst;
  }

  /** Looks at the first `labels.length` rows of logits [n, classes]; `rows` are their places in the validation set. */
  look(rows: Int32Array, labels: Uint8Array, logits: Float32Array, classes: number): void {
    for (let i = 0; i < labels.length; i++) {
      const row = logits.subarray(i * classes, (i + 1) * classes);
      let predicted = 0;
      for (let c = 1; c < classes; c++) if (row[c]! > row[predicted]!) predicted = c;
      if (predicted === labels[i]) continue;
      // softmax of the largest logit
      const probability = 1 / row.reduce((sum, value) => sum + Math.exp(value - row[predicted]!), 0);
      this.keep({ row: rows[i]!, label: labels[i]!, predicted, probability });
    }
  }

  private keep(mistake: Mistake): void {
    const least = this.worst.at(-1);
    if (this.worst.length === MISTAKES && before(least!, mistake) < 0) return;
    this.worst.push(mistake);
    this.worst.sort(before);
    this.worst.length = Math.min(this.worst.length, MISTAKES);
  }
}

const before = (a: Mistake, b: Mistake): number => b.probability - a.probability || a.row - b.row;

/** The images, each with its class, the one it was taken for and how sure of it the classifier is; null when it makes no mistake. */
export function mistakesSheet(mistakes: readonly Mistake[], { validation, image }: Dataset): Sheet | null {
  if (mistakes.length === 0) return null;
  const pixels = image.height * image.width * image.channels;
  const images = new Float32Array(mistakes.length * pixels);
  mistakes.forEach(({ row }, i) => {
    for (let p = 0; p < pixels; p++) images[i * pixels + p] = validation.images[row * pixels + p]! / 255;
  });
  const tiles = mistakes.map(({ label, predicted, probability }) => ({ label, predicted, probability }));
  return { ...makeSheet(images, image, COLUMNS), tiles };
}
