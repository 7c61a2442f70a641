/** How often images of one class (row) were taken for another (column): counts [classes, classes], row-major. */
export interface Confusion {
  classes: number;
  counts: Float64Array;
}

export function makeConfusion(classes: number): Confusion {
  return { classes, counts: new Float64Array(classes * classes) };
}

/** Adds the first `count` rows of a batch: labels [count], logits [count, classes]; equal logits go to the lower class. */
export function addToConfusion(confusion: Confusion, labels: Uint8Array, logits: Float32Array, count: number): void {
  const { classes, counts } = confusion;
  for (let row = 0; row < count; row++) {
    let predicted = 0;
    for (let c = 1; c < classes; c++) if (logits[row * classes + c]! > logits[row * classes + predicted]!) predicted = c;
    const cell = labels[row]! * classes + predicted;
    counts[cell] = counts[cell]! + 1;
  }
}

export interface ClassScore {
  precision: number;
  recall: number;
  f1: number;
}

/** Share of images whose class was predicted; NaN without images. */
export function accuracy({ classes, counts }: Confusion): number {
  let right = 0;
  for (let c = 0; c < classes; c++) right += counts[c * classes + c]!;
  return right / counts.reduce((sum, n) => sum + n, 0);
}

/**
 * Precision, recall and F1 = 2 TP / (2 TP + FP + FN) of each class. A class that was never predicted has precision 0, one without
 * images recall 0, one with neither F1 0: the convention that punishes a classifier for classes it ignores.
 */
export function classScores({ classes, counts }: Confusion): ClassScore[] {
  return Array.from({ length: classes }, (_, c) => {
    let actual = 0;
    let predicted = 0;
    for (let other = 0; other < classes; other++) {
      actual += counts[c * classes + other]!;
      predicted += counts[other * classes + c]!;
    }
    const hits = counts[c * classes + c]!;
    return { precision: ratio(hits, predicted), recall: ratio(hits, actual), f1: ratio(2 * hits, actual + predicted) };
  });
}

/** What a classifier by which an image may have several classes, or none, got right and wrong. */
export interface MultiLabelTally {
  images: number;
  /** Images of which every class was told rightly. */
  exact: number;
  /** By class: told and true, told and not true, true and not told. */
  hits: Float64Array;
  falseAlarms: Float64Array;
  misses: Float64Array;
}

export function makeTally(classes: number): MultiLabelTally {
  const zeros = () => new Float64Array(classes);
  return { images: 0, exact: 0, hits: zeros(), falseAlarms: zeros(), misses: zeros() };
}

/** Adds the first `count` rows of a batch: labels of 0 and 1 and logits, both [count, classes]; a class is told from probability 1/2 on. */
export function addToTally(tally: MultiLabelTally, labels: Uint8Array, logits: Float32Array, count: number): void {
  const classes = tally.hits.length;
  for (let row = 0; row < count; row++) {
    let right = true;
    for (let c = 0; c < classes; c++) {
      const told = logits[row * classes + c]! >= 0;
      const is = labels[row * classes + c] === 1;
      if (told && is) tally.hits[c]!++;
      else if (told) tally.falseAlarms[c]!++;
      else if (is) tally.misses[c]!++;
      right &&= told === is;
    }
    tally.images++;
    if (right) tally.exact++;
  }
}

/** Precision, recall and F1 of each class, by the conventions of `classScores`. */
export function tallyScores({ hits, falseAlarms, misses }: MultiLabelTally): ClassScore[] {
  return Array.from(hits, (hit, c) => {
    const told = hit + falseAlarms[c]!;
    const actual = hit + misses[c]!;
    return { precision: ratio(hit, told), recall: ratio(hit, actual), f1: ratio(2 * hit, told + actual) };
  });
}

/** Mean F1 over the classes, each counted the same however many images it has. */
export function macroF1(scores: readonly ClassScore[]): number {
  return scores.reduce((sum, score) => sum + score.f1, 0) / scores.length;
}

const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);
