import type { TestProject } from 'vitest/node';
import { type OpenDatabase, openDatabase } from '../../server/database/open.ts';
import { ensureBuiltIns } from '../../server/datasets/built-ins.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a migrated database that tests clone, and never change. */
    templateUrl: string;
  }
}

/** The template, of those projects of the run that want it: each loads this module anew, in one process. */
interface Shared {
  template: Promise<OpenDatabase>;
  users: number;
}
const SHARED = Symbol.for('handpick: database of a test run');
const held = globalThis as { [SHARED]?: Shared };

/** One embedded PostgreSQL for the run, gone after the last project that uses it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  held[SHARED] ??= { template: openTemplate(), users: 0 };
  const shared = held[SHARED];
  shared.users++;
  const { url, close } = await shared.template;
  project.provide('templateUrl', url);
  return async () => {
    if (--shared.users > 0) return;
    delete held[SHARED];
    await close();
  };
}

async function openTemplate(): Promise<OpenDatabase> {
  const open = await openDatabase({});
  await ensureBuiltIns(open.database);
  // a template may have no connections
  await open.database.destroy();
  return open;
}
