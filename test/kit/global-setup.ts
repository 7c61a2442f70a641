import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/database/open.ts';
import { ensureBuiltIns } from '../../server/datasets/built-ins.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a migrated database that tests clone, and never change. */
    templateUrl: string;
  }
}

/** One embedded PostgreSQL for the run, gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const open = await openDatabase({});
  await ensureBuiltIns(open.database);
  // a template may have no connections
  await open.database.destroy();
  project.provide('templateUrl', open.url);
  return open.close;
}
