import type { Problem } from '../spaces/limits.ts';

/** No problem, or that a number is not whole or out of range. */
export function whole(field: string, value: number, low: number, high: number, reason = ''): Problem[] {
  if (Number.isInteger(value) && value >= low && value <= high) return [];
  return [{ field, message: `${value}; allowed: a whole number from ${low} to ${high}${reason && ` (${reason})`}`, code: 'OUT_OF_RANGE' }];
}

/** No problem, or that a number is out of range. */
export function number(
  field: string,
  value: number,
  low: number,
  high: number,
  bottom: 'above' | 'from' = 'from',
  top: 'below' | 'up to' = 'up to',
): Problem[] {
  const fits = (bottom === 'above' ? value > low : value >= low) && (top === 'below' ? value < high : value <= high);
  if (Number.isFinite(value) && fits) return [];
  return [{ field, message: `${value}; allowed: ${bottom} ${low} ${top} ${high}`, code: 'OUT_OF_RANGE' }];
}
