import { describe, it } from 'vitest';
import type { Backend } from '../../../workers/backends/backend.ts';
import { openBackend } from '../../../workers/backends/choose.ts';
import { MissingError, packageFolder } from '../../../workers/backends/install/tools.ts';

/** Tests that this machine cannot run stand in the report as one that was skipped, with the reason. */

export function skipped(title: string, reason: string): void {
  it(title, ({ skip }) => skip(reason));
}

/** The tests of `declare` with TensorFlow on one thread, or one that is skipped. Anything but its being missing here is an error. */
export async function withTensorflow(title: string, declare: (backend: Backend) => void): Promise<void> {
  const found = await openBackend({ name: 'tensorflow', threads: 1 }).catch((error: unknown) => {
    if (!(error instanceof MissingError)) throw error;
    return error.message;
  });
  if (typeof found === 'string') skipped(title, `native TensorFlow cannot be had here: ${found}`);
  else describe(title, () => declare(found));
}

/** The tests of `declare` where this machine could run the native backend at all; else one that is skipped. */
export function withNativePackage(title: string, declare: () => void): void {
  try {
    packageFolder();
  } catch (error) {
    skipped(title, error instanceof Error ? error.message : String(error));
    return;
  }
  describe(title, declare);
}
