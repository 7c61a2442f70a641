/**
 * Ranks from 1 for the largest value; equal values share the mean of their places, so that ranks always add up to n (n + 1) / 2.
 * @throws RangeError for a value that is not a number
 */
export function ranks(values: readonly number[]): number[] {
  checkNumbers('values', values);
  const order = values.map((_, i) => i).sort((a, b) => values[b]! - values[a]!);
  const result = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    // places start + 1 .. end
    for (let i = start; i < end; i++) result[order[i]!] = (start + 1 + end) / 2;
    start = end;
  }
  return result;
}

/** Positions of the k largest values, of equals the first; all positions where there are fewer. */
export function top(values: readonly number[], k: number): number[] {
  checkNumbers('values', values);
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k: ${k}; allowed: a whole number from 1`);
  return values
    .map((_, i) => i)
    .sort((a, b) => values[b]! - values[a]! || a - b)
    .slice(0, k);
}

/** Infinity would be a value like any other in an order, but has no mean: callers leave out what is not finite. */
export function checkNumbers(name: string, values: readonly number[]): void {
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong !== -1) throw new RangeError(`${name}.${wrong}: ${values[wrong]}; allowed: a finite number`);
}

export function checkPairs(x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length) throw new RangeError(`y: ${y.length} values; allowed: ${x.length}, one for each of x`);
  checkNumbers('x', x);
  checkNumbers('y', y);
}
