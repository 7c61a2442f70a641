/** A process of its own for `npm run backend`: opens the backend that HANDPICK_BACKEND names, measures it, and prints it as one line of JSON. */

import { measureTraining } from './benchmark.ts';
import { openBackend } from './choose.ts';
import { measureSpeed } from './speed.ts';

const backend = await openBackend();
const { version, device, reproducible } = backend;
// A GPU that is imitated takes minutes, and nobody would choose it for its speed.
const imitated = backend.name === 'webgpu' && device.kind === 'CPU';
const speed = imitated ? {} : { gflops: await measureSpeed(backend.tf), imagesPerSecond: await measureTraining(backend) };
process.stdout.write(JSON.stringify({ version, device, reproducible, ...speed }), () => process.exit(0));
