import { contract } from './contract.ts';
import { withTensorflow } from './skipped.ts';

await withTensorflow('TensorFlow', contract);
