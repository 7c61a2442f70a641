import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type App, type AppOptions, startApp } from '../../server/app.ts';
import { createDatabase } from './database.ts';

/** A whole platform: a database of its own, the real application on a free port, no page unless asked for. */
export interface TestPlatform extends App {
  dataDir: string;
  /** Stops the application and starts it again on the same database, files and port, with other options if given. */
  restart(changed?: Partial<AppOptions>): Promise<void>;
}

export async function startTestPlatform(options: Partial<AppOptions> = {}): Promise<TestPlatform> {
  const database = await createDatabase();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'handpick-test-'));
  const start = (port: number, changed: Partial<AppOptions> = {}) =>
    startApp({
      port,
      databaseUrl: database.url,
      dataDir,
      web: false,
      signInsPerMinute: 10_000,
      reaper: { everySeconds: 0.2, firstAfterSeconds: 0.2 },
      ...options,
      ...changed,
    });
  let app = await start(0);
  const platform: TestPlatform = {
    ...app,
    dataDir,
    restart: async (changed) => {
      await app.stop();
      app = await start(platform.port, changed);
      Object.assign(platform, { ...app, stop: platform.stop });
    },
    stop: async () => {
      await app.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return platform;
}
