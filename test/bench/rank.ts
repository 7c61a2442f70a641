import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { rewardKinds } from '../../schema/plans/rewards.ts';
import { startApp } from '../../server/app.ts';
import { parseId } from '../../server/ids.ts';
import { firstStart } from '../../server/teams/invitations.ts';
import { fillSearch } from '../kit/fill-search.ts';
import { acceptInvitation } from '../kit/stories.ts';
import { figureBench } from './bench.ts';
import { median } from './figures.ts';
import { readTexts, whole } from './options.ts';

const HELP = `Time to rank stored candidates under each reward through GraphQL, beside the plain ORDER BY in SQL on the same rows.

  npm run bench -- rank [--candidates N] [--repeat N] [--json FILE]

  --candidates   stored in one search, each with all rewards; default: 10000
  --repeat       requests a reward, of which the median is taken; default: 15
  --json         file that gets the lines as well

The database is an embedded PostgreSQL of its own that is gone afterwards.`;

/** One line: a page of the best and the count of all, as the table of candidates asks for them. */
export interface RankFigure {
  bench: 'rank';
  reward: string;
  candidates: number;
  /** Median of the whole request. */
  ms: number;
  /** Median of a page at the far end of the same ranking. */
  last_page_ms: number;
  yardstick: 'ORDER BY in SQL';
  yardstick_ms: number;
  ratio: number;
}

const PAGE = 100;
const QUERY = `query ($id: ID!, $skip: Int!, $reward: RewardKind!) {
  search(id: $id) {
    candidates(first: ${PAGE}, skip: $skip, sort: { by: REWARD, reward: $reward, direction: DESCENDING }) {
      totalCount
      edges { node { id number notation status parameters latent reward rewards { kind value } } }
    }
  }
}`;

type Ranked = { search: { candidates: { totalCount: number; edges: { node: { number: number } }[] } } };

export const rank = figureBench({
  name: 'rank',
  about: 'time to rank 10,000 candidates under each reward, beside plain SQL',
  help: HELP,
  parse: parseOptions,
  figures: (options) => measureRanks(options),
});

/** @throws RangeError or TypeError that names the option, its value and what is allowed */
export function parseOptions(args: string[]): { candidates: number; repeat: number; json: string | null } | 'help' {
  const values = readTexts(args, ['candidates', 'repeat', 'json']);
  if (values === 'help') return 'help';
  return {
    candidates: whole('candidates', values.candidates, 10_000, 10, 100_000),
    repeat: whole('repeat', values.repeat, 15, 1, 1000),
    json: values.json ?? null,
  };
}

/** @throws Error where GraphQL and SQL do not agree on the order */
export async function* measureRanks({ candidates, repeat }: { candidates: number; repeat: number }): AsyncGenerator<RankFigure> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'handpick-bench-rank-'));
  const app = await startApp({ port: 0, dataDir, web: false });
  const sql = new pg.Client({ connectionString: app.databaseUrl });
  try {
    const user = await acceptInvitation(app.url, 'Bench', (await firstStart(app.database))!.secret);
    const id = await fillSearch(app.database, user.teamId, { candidates });
    await sql.connect();
    await sql.query('ANALYZE');
    for (const { kind } of rewardKinds) {
      const ask = async (skip: number) => (await user.ask<Ranked>(QUERY, { id, skip, reward: kind })).search.candidates;
      const plain = async () =>
        (
          await sql.query<{ number: number }>(
            `SELECT candidate.* FROM candidate LEFT JOIN reward ON reward.candidate_id = candidate.id AND reward.kind = $2
             WHERE candidate.search_id = $1 ORDER BY reward.value DESC NULLS LAST, candidate.number LIMIT ${PAGE}`,
            [parseId('Search', id), kind],
          )
        ).rows;
      const [ours, theirs] = [await ask(0), await plain()];
      if (ours.totalCount !== candidates || ours.edges.some(({ node }, i) => node.number !== theirs[i]!.number))
        throw new Error(`${kind}: GraphQL and SQL give another order`);
      const times = { ours: [] as number[], last: [] as number[], plain: [] as number[] };
      for (let i = 0; i < repeat; i++) {
        times.ours.push(await milliseconds(() => ask(0)));
        times.plain.push(await milliseconds(plain));
        times.last.push(await milliseconds(() => ask(candidates - PAGE)));
      }
      const [ms, last, yardstick] = [median(times.ours), median(times.last), median(times.plain)];
      yield {
        ...{ bench: 'rank', reward: kind, candidates, ms: round(ms), last_page_ms: round(last) },
        ...{ yardstick: 'ORDER BY in SQL', yardstick_ms: round(yardstick), ratio: round(ms / yardstick) },
      };
    }
  } finally {
    await sql.end();
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

const round = (value: number): number => Number(value.toFixed(2));
