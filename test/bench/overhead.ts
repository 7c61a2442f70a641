import { writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONTROLLER_KINDS, type ControllerKind } from '../../schema/plans/controller.ts';
import { defaultPlan } from '../../schema/plans/presets/presets.ts';
import { type App, startApp } from '../../server/app.ts';
import { parseId } from '../../server/ids.ts';
import { firstStart } from '../../server/teams/invitations.ts';
import { acceptInvitation, createToken, type User } from '../kit/stories.ts';
import type { Bench } from './main.ts';
import { oneOf, whole } from './options.ts';
import { measureOptuna } from './optuna.ts';
import { startBenchWorkers } from './overhead-workers.ts';

const HELP = `Candidates a second through the whole platform, with trials that do nothing: GraphQL, leases, controller, every result on disk in PostgreSQL.

  npm run bench -- overhead [--workers N,N] [--candidates N] [--parallelism N] [--controller KIND] [--yardstick none] [--json FILE]

  --workers       processes that work, one figure each; default: 1,4
  --candidates    of each search; default: 4000
  --parallelism   candidates in flight; default: 64
  --controller    default: RANDOM
  --yardstick     none leaves out Optuna (its RDB storage on the same PostgreSQL, random sampler, as many processes)
  --json          file that gets the lines as well

The database is an embedded PostgreSQL of its own, with fsync, that is gone afterwards.`;

export interface OverheadFigure {
  bench: 'overhead';
  controller: ControllerKind;
  workers: number;
  parallelism: number;
  candidates: number;
  /** From the first lease to the end of the search. */
  seconds: number;
  candidates_per_s: number;
  /** Null where there is no Python, or Optuna can't be had. */
  yardstick: string | null;
  yardstick_candidates_per_s: number | null;
  ratio: number | null;
}

interface Options {
  workers: number[];
  candidates: number;
  parallelism: number;
  controller: ControllerKind;
  yardstick: boolean;
  json: string | null;
}

const YARDSTICK_SECONDS = 12;

export const overhead: Bench = {
  about: 'candidates/s through the whole platform with trials that do nothing, beside Optuna',
  async run(args) {
    let options: Options | 'help';
    try {
      options = parseOptions(args);
    } catch (error) {
      console.error(`bench overhead: ${(error as Error).message}`);
      return 1;
    }
    if (options === 'help') {
      console.log(HELP);
      return 0;
    }
    const lines: string[] = [];
    for await (const figure of measureOverhead(options, (line) => console.error(line))) {
      lines.push(JSON.stringify(figure));
      console.log(lines.at(-1));
    }
    if (options.json) writeFileSync(options.json, lines.map((line) => `${line}\n`).join(''));
    return 0;
  },
};

/** @throws RangeError or TypeError that names the option, its value and what is allowed */
export function parseOptions(args: string[]): Options | 'help' {
  const text = { type: 'string' } as const;
  const options = { workers: text, candidates: text, parallelism: text, controller: text, yardstick: text, json: text };
  const { values } = parseArgs({ args, options: { ...options, help: { type: 'boolean' } } });
  if (values.help) return 'help';
  const kinds = CONTROLLER_KINDS.filter((kind) => kind !== 'LIST' && kind !== 'ENAS');
  return {
    workers: (values.workers ?? '1,4').split(',').map((count) => whole('workers', count, 1, 1, 64)),
    candidates: whole('candidates', values.candidates, 4_000, 10, 100_000),
    parallelism: whole('parallelism', values.parallelism, 64, 1, 64),
    controller: oneOf('controller', values.controller ?? 'RANDOM', kinds),
    yardstick: oneOf('yardstick', values.yardstick ?? 'optuna', ['optuna', 'none']) === 'optuna',
    json: values.json ?? null,
  };
}

/** One search for each number of workers, and Optuna with as many processes on the same PostgreSQL after it. */
export async function* measureOverhead(options: Options, progress: (line: string) => void): AsyncGenerator<OverheadFigure> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'handpick-bench-overhead-'));
  // PostgreSQL's user, where it is another, has to pass
  await chmod(folder, 0o755);
  const app = await startApp({ port: 0, dataDir: folder, web: false });
  try {
    const user = await acceptInvitation(app.url, 'Bench', (await firstStart(app.database))!.secret);
    const { secret: token } = await createToken(user, 'WORKER');
    for (const count of options.workers) {
      const seconds = await searchSeconds(app, user, token, count, { ...options, spool: path.join(folder, 'spool') });
      const rate = options.candidates / seconds;
      const theirs = options.yardstick ? await measureOptuna(app.databaseUrl, count, YARDSTICK_SECONDS, progress) : null;
      const { controller, parallelism, candidates } = options;
      yield {
        ...{
          bench: 'overhead',
          controller,
          workers: count,
          parallelism,
          candidates,
          seconds: round(seconds),
          candidates_per_s: round(rate),
        },
        ...{ yardstick: theirs && `${theirs.name}, RDB storage on the same PostgreSQL, random sampler` },
        ...{ yardstick_candidates_per_s: theirs && round(theirs.rate), ratio: theirs && round(rate / theirs.rate) },
      };
    }
  } finally {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Work = Pick<Options, 'candidates' | 'parallelism' | 'controller'> & { spool: string };

/** Workers are there before the search is made. @throws Error when the search ends otherwise than by its budget */
async function searchSeconds(app: App, user: User, token: string, count: number, work: Work): Promise<number> {
  const workers = await startBenchWorkers(app.url, token, count, work.spool);
  try {
    const id = await createSearch(user, work);
    for (;;) {
      const [search] = (await app.database.query(
        `SELECT status, extract(epoch FROM finished_at - started_at)::float8 AS seconds,
           (SELECT count(*)::int FROM candidate WHERE search_id = search.id AND status = 'DONE') AS done
         FROM search WHERE id = $1`,
        [parseId('Search', id)],
      )) as [{ status: string; seconds: number; done: number }];
      if (search.status === 'FINISHED' && search.done === work.candidates) return search.seconds;
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

async function createSearch(user: User, { candidates, parallelism, controller }: Work): Promise<string> {
  const plan = defaultPlan('CLASSIFICATION');
  const { team } = await user.ask<{ team: { datasets: { id: string; name: string }[] } }>(
    'query ($id: ID!) { team(id: $id) { datasets { id name } } }',
    { id: user.teamId },
  );
  const pools = [{ size: 2, stride: 2 }];
  const chain = {
    rules: 'THESIS',
    filters: [8, 16, 32],
    kernels: [1, 3, 5],
    pools,
    units: [32, 64],
    globalAveragePool: true,
    maxLayers: 6,
  };
  const input = {
    ...{ teamId: user.teamId, name: 'Overhead', datasetId: team.datasets.find(({ name }) => name === 'MNIST')!.id, limits: { chain } },
    plan: { ...plan, parallelism, budget: { candidates, seconds: null }, controller: { ...plan.controller, kind: controller } },
  };
  const { createSearch: created } = await user.ask<Created>(CREATE, { input });
  if (!created.search) throw new Error(created.userErrors.map(({ field, message }) => `${field}: ${message}`).join('; '));
  return created.search.id;
}

const round = (value: number): number => Number(value.toPrecision(4));
