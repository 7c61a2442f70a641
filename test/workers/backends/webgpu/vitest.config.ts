import { defineConfig } from 'vitest/config';

/** Tests that need a GPU, or a software one: a child of webgpu.test.ts runs them, since drivers are found by the environment of a process. */
export default defineConfig({
  test: { include: ['test/workers/backends/webgpu/*.device.ts'], fileParallelism: false, testTimeout: 300_000, hookTimeout: 120_000 },
});
