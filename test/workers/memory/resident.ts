import { readFileSync, writeFileSync } from 'node:fs';

/** Resident bytes of this process, by Linux: now, or the most since its start or since `forgetPeak`. */
export const resident = (field: 'VmRSS' | 'VmHWM'): number =>
  1024 * Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))![1]);

/** The most is counted anew from here. */
export const forgetPeak = (): void => writeFileSync('/proc/self/clear_refs', '5');
