import { describe } from 'vitest';
import { openBackend } from '../../../workers/backends/choose.ts';
import { contract } from './contract.ts';

const backend = await openBackend({ name: 'wasm' });

describe('wasm', () => contract(backend));
