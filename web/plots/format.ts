/** A reward or metric with four significant digits, without an exponent where it can be helped. */
export function formatValue(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) return value.toExponential(2);
  const digits = Math.max(0, Math.min(6, 3 - Math.floor(Math.log10(size))));
  return value.toFixed(digits);
}

/** 950, 12.3 k, 4.56 M, 7.8 G, up to E: three digits. */
export function formatCount(value: number): string {
  const units = ['', ' k', ' M', ' G', ' T', ' P', ' E'];
  let scaled = value;
  let unit = 0;
  while (Math.abs(scaled) >= 999.5 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  const text = unit === 0 ? String(Math.round(scaled)) : Number(scaled.toPrecision(3)).toString();
  return text + units[unit];
}

/** 0.4 s, 12 s, 3 min 5 s, 2 h 10 min, 3 d 4 h: at most two units. */
export function formatSeconds(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return '–';
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return two(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(whole / 60);
  if (minutes < 24 * 60) return two(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(whole / 3600);
  return two(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function two(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

/** Labels of an axis: as many decimals as its step needs, and no more. */
export function formatTicks(ticks: readonly number[], step: number): string[] {
  const decimals = step > 0 ? Math.min(8, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) : 0;
  return ticks.map((tick) => (Math.abs(tick) >= 1e6 ? tick.toExponential(1) : tick.toFixed(decimals)));
}

/** 12.3%. */
export function formatShare(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
