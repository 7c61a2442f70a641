import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// Threads of Node 20 do not inherit the TypeScript loader of the main thread: this one brings it, then runs the module it was made for.
register();
await import(workerData.module);
