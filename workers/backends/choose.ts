import type { Backend } from './backend.ts';
import { openTensorflow } from './tensorflow.ts';

export interface OpenOptions {
  threads?: number;
  progress?: (line: string) => void;
}

/** Opens the backend of this process. */
export async function openBackend({ threads }: OpenOptions = {}): Promise<Backend> {
  return openTensorflow(threads);
}
