import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism, hostname, totalmem } from 'node:os';

/** The machine that this process runs on, as far as workers share it. */

/**
 * The same in all processes that share this machine's memory and processor, and in none besides: made of the name, the machine's id and that of its
 * boot. Containers have names of their own, and so do not count as one machine. It says nothing about the machine.
 */
export function hostId(): string {
  const parts = [hostname(), read('/etc/machine-id'), read('/proc/sys/kernel/random/boot_id')];
  return createHash('sha256')
    .update(`handpick host\n${parts.join('\n')}`)
    .digest('hex')
    .slice(0, 32);
}

/** Bytes of memory, or of what a container may use of it. */
export function hostMemory(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}

/** Cores that this process may use. */
export const hostCores = (): number => availableParallelism();

/** Missing where there is no such file, as on other systems. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES') return '';
    throw error;
  }
}
