import { describe, it } from 'vitest';
import { openBackend } from '../../../workers/backends/choose.ts';
import { MissingError } from '../../../workers/backends/install/tools.ts';
import { contract } from './contract.ts';

const backend = await openBackend({ name: 'tensorflow', threads: 1 }).catch((error: unknown) => {
  if (!(error instanceof MissingError)) throw error;
  console.warn(`skipped: native TensorFlow cannot be had here: ${error.message}`);
  return undefined;
});

if (backend) describe('TensorFlow', () => contract(backend));
else it.skip('TensorFlow: not on this machine', () => {});
