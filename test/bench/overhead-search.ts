import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Plan } from '../../schema/plans/plan.ts';
import { type App, startApp } from '../../server/app.ts';
import { parseId } from '../../server/ids.ts';
import { firstStart } from '../../server/teams/invitations.ts';
import { acceptInvitation, createToken, type User } from '../kit/stories.ts';
import type { BenchWorkers } from './overhead-workers.ts';

/** A platform of its own, with fsync, that is gone afterwards. */
export interface BenchPlatform {
  app: App;
  user: User;
  /** Of workers. */
  token: string;
  /** Folder of the workers' spools. */
  spool: string;
  close(): Promise<void>;
}

export async function openPlatform(): Promise<BenchPlatform> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'handpick-bench-overhead-'));
  // PostgreSQL's user, where it is another, has to pass
  await chmod(folder, 0o755);
  const app = await startApp({ port: 0, dataDir: folder, web: false });
  const close = async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const user = await acceptInvitation(app.url, 'Bench', (await firstStart(app.database))!.secret);
    const { secret: token } = await createToken(user, 'WORKER');
    return { app, user, token, spool: path.join(folder, 'spool'), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What is searched: a preset, or one of the datasets by its name in a space of its own. */
export type SearchInput = { plan: Plan } & ({ preset: string } | { dataset: string; limits: unknown });

/**
 * From the first lease to the end of a search. Workers are there before it is made, and end with it.
 * @throws Error when the search ends otherwise than by its budget
 */
export async function searchSeconds({ app, user }: BenchPlatform, start: () => Promise<BenchWorkers>, input: SearchInput): Promise<number> {
  const workers = await start();
  const { candidates } = input.plan.budget;
  try {
    const id = await createSearch(user, input);
    for (;;) {
      const [search] = (await app.database.query(
        `SELECT status, extract(epoch FROM finished_at - started_at)::float8 AS seconds,
           (SELECT count(*)::int FROM candidate WHERE search_id = search.id AND status = 'DONE') AS done
         FROM search WHERE id = $1`,
        [parseId('Search', id)],
      )) as [{ status: string; seconds: number; done: number }];
      if (search.status === 'FINISHED' && search.done === candidates) return search.seconds;
      if (!['QUEUED', 'RUNNING'].includes(search.status)) throw new Error(`the search is ${search.status} after ${search.done} candidates`);
      workers.check();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  } finally {
    await workers.stop();
  }
}

const CREATE = 'mutation ($input: CreateSearchInput!) { createSearch(input: $input) { search { id } userErrors { field message } } }';
type Created = { createSearch: { search: { id: string } | null; userErrors: { field: string; message: string }[] } };

async function createSearch(user: User, { plan, ...search }: SearchInput): Promise<string> {
  const where = 'preset' in search ? search : { datasetId: await idOf(user, search.dataset), limits: search.limits };
  const input = { teamId: user.teamId, name: 'Overhead', ...where, plan };
  const { createSearch: created } = await user.ask<Created>(CREATE, { input });
  if (!created.search) throw new Error(created.userErrors.map(({ field, message }) => `${field}: ${message}`).join('; '));
  return created.search.id;
}

async function idOf(user: User, dataset: string): Promise<string> {
  const { team } = await user.ask<{ team: { datasets: { id: string; name: string }[] } }>(
    'query ($id: ID!) { team(id: $id) { datasets { id name } } }',
    { id: user.teamId },
  );
  return team.datasets.find(({ name }) => name === dataset)!.id;
}
