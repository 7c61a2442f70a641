import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../../app.ts';
import { globalId } from '../../ids.ts';
import { localWorkerToken } from '../../teams/tokens.ts';
import { Api } from '../client/api.ts';
import { commandAccess } from './command-account.ts';
import { planWorkers } from './local-plan.ts';
import { startLocalWorkers } from './local-workers.ts';
import { provideNative } from './native.ts';

export interface OwnPlatform {
  /** Where database and files are kept; without it in a temporary folder, removed at the end. */
  data: string | undefined;
  /** Left out: as many as the machine is best with. */
  workers: number | undefined;
  threads: number | undefined;
  backend: string | undefined;
  /** Shows what the workers say. */
  verbose: boolean;
}

/** A platform of its own with workers, for the time that `body` takes. */
export async function withPlatform(
  wanted: OwnPlatform,
  stop: AbortSignal,
  body: (api: Api, teamId: string) => Promise<number>,
): Promise<number> {
  const { backend, workers, threads } = wanted;
  const temporary = wanted.data === undefined ? mkdtempSync(join(tmpdir(), 'handpick-')) : null;
  const closers: (() => unknown)[] = [() => temporary && rmSync(temporary, { recursive: true, force: true })];
  try {
    // PostgreSQL's user, where it is another, has to pass; what is inside is closed
    if (temporary) chmodSync(temporary, 0o755);
    await provideNative(backend, console.log, stop);
    const plan = await planWorkers({ workers, threads, backend }, console.log, stop);
    const app = await startApp({ port: 0, web: false, dataDir: temporary ?? wanted.data! });
    closers.push(app.stop);
    const access = await commandAccess(app.database);
    closers.push(access.end);
    const token = await localWorkerToken(app.database, access.teamId);
    const line = (text: string) => wanted.verbose && console.error(text);
    const local = startLocalWorkers({ server: app.url, token, workers: plan.workers, backend, line });
    closers.push(local.stop);
    return await body(new Api(new URL(app.url), access.token), globalId('Team', access.teamId));
  } catch (error) {
    if (stop.aborted) return 130;
    throw error;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}
