import { describe } from 'vitest';
import { openBackend } from '../../../../workers/backends/choose.ts';
import { contract } from '../contract.ts';

const backend = await openBackend({ name: 'webgpu' });

describe('WebGPU', () => contract(backend, { steps: 3, cycles: 2 }));
