/** A process of its own for `npm run backend`: opens the backend that HANDPICK_BACKEND names, measures it, and prints it as one line of JSON. */
import { measureSpeed } from '../speed.ts';
import { measureTraining } from './benchmark.ts';
import { openBackend } from './choose.ts';

const backend = await openBackend();
const { version, device, reproducible } = backend;
const gflops = await measureSpeed(backend.tf);
console.log(JSON.stringify({ version, device, reproducible, gflops, imagesPerSecond: await measureTraining(backend) }));
