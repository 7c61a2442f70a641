import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/kit/longest-first.ts';

/** Vite would take graphql's ES modules for our files, Node takes its CommonJS for everybody else's: there must be one. */
const resolve = { alias: [{ find: /^graphql$/, replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)) }] };

/** What needs a platform gets one PostgreSQL for the whole run, and a database of its own for each file. */
const platform = { globalSetup: 'test/kit/global-setup.ts', hookTimeout: 60_000 };

/**
 * Files that change nothing of their process share one, and what it has imported: the server takes seconds to import. What opens a backend
 * has a process of its own.
 */
const shared = { isolate: false };

/** Counts what a process keeps: sign-ins by address. */
const alone = ['test/server/access/browser.test.ts'];

/** Of the workers, what trains nothing. */
const controllers = [
  'test/workers/{controllers,prediction}/**/*.test.ts',
  'test/workers/q-values.test.ts',
  'test/bench/{controllers,nas-bench-201,figures,time-left-figure}.test.ts',
];

/** Fast tests first: the pure ones, then, in the order of LongestFirst and with no wait between projects, all others. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve,
        test: { name: 'schema', include: ['test/schema/**/*.test.ts'], ...shared, testTimeout: 60_000, sequence: { groupOrder: 1 } },
      },
      { resolve, test: { name: 'web', include: ['test/web/**/*.test.ts'], ...shared, sequence: { groupOrder: 1 } } },
      {
        resolve,
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          exclude: alone,
          ...platform,
          ...shared,
          testTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        resolve,
        test: { name: 'server alone', include: alone, ...platform, testTimeout: 30_000, sequence: { groupOrder: 2 } },
      },
      { resolve, test: { name: 'controllers', include: controllers, ...shared, testTimeout: 120_000, sequence: { groupOrder: 2 } } },
      {
        resolve,
        test: {
          name: 'workers',
          include: ['test/workers/**/*.test.ts', 'test/bench/**/*.test.ts'],
          exclude: controllers,
          ...platform,
          testTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        resolve,
        test: {
          name: 'end to end',
          include: ['test/e2e/**/*.test.ts'],
          ...platform,
          testTimeout: 600_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
