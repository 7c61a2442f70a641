import { type Zippable, zipSync } from 'fflate';

/** Zip has no older time; a fixed one makes equal files of equal contents. */
const TIME = new Date(1980, 0, 1);

/** Files in a zip, stored as they are: weights do not get smaller. The same files give the same bytes. */
export function zip(files: Record<string, Uint8Array>): Uint8Array {
  const entries: Zippable = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { level: 0, mtime: TIME }]]));
  return zipSync(entries);
}
