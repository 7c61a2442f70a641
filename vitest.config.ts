import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/kit/longest-first.ts';

/** Vite would take graphql's ES modules for our files, Node takes its CommonJS for everybody else's: there must be one. */
const resolve = { alias: [{ find: /^graphql$/, replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) }] };

/** What needs a platform gets one PostgreSQL for the whole run, and a database of its own for each file. */
const platform = { globalSetup: 'test/kit/global-setup.ts', hookTimeout: 60_000 };

/** Fast tests first. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { resolve, test: { name: 'schema', include: ['test/schema/**/*.test.ts'], testTimeout: 60_000, sequence: { groupOrder: 1 } } },
      { resolve, test: { name: 'web', include: ['test/web/**/*.test.ts'], sequence: { groupOrder: 1 } } },
      {
        resolve,
        test: { name: 'server', include: ['test/server/**/*.test.ts'], ...platform, testTimeout: 30_000, sequence: { groupOrder: 2 } },
      },
      {
        resolve,
        test: {
          name: 'workers',
          include: ['test/workers/**/*.test.ts', 'test/bench/**/*.test.ts'],
          ...platform,
          testTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
      {
        resolve,
        test: {
          name: 'end to end',
          include: ['test/e2e/**/*.test.ts'],
          ...platform,
          fileParallelism: false,
          testTimeout: 600_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
