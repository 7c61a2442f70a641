import { parseArgs } from 'node:util';
import { CONTROLLER_KINDS, type ControllerKind } from '../../schema/plans/controller.ts';
import { defaultPlan } from '../../schema/plans/presets/presets.ts';
import { figureBench } from './bench.ts';
import { oneOf, whole } from './options.ts';
import { measureOptuna } from './optuna.ts';
import { openPlatform, type SearchInput, searchSeconds } from './overhead-search.ts';
import { measureShares, SHARED } from './overhead-share.ts';
import { startBenchWorkers } from './overhead-workers.ts';

const HELP = `Candidates a second through the whole platform, with trials that do nothing: GraphQL, leases, controller, every result on disk in PostgreSQL.

  npm run bench -- overhead [--workers N,N] [--candidates N] [--parallelism N] [--controller KIND] [--yardstick none] [--json FILE]
  npm run bench -- overhead --share [--json FILE]

  --workers       processes that work, one figure each; default: 1,4
  --candidates    of each search; default: 4000
  --parallelism   candidates in flight; default: 64
  --controller    default: RANDOM
  --yardstick     none leaves out Optuna (its RDB storage on the same PostgreSQL, random sampler, as many processes)
  --share         instead, what share of a search's time its controller takes: presets ${SHARED.join(' and ')}, which really train, with one worker
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
  share: boolean;
  workers: number[];
  candidates: number;
  parallelism: number;
  controller: ControllerKind;
  yardstick: boolean;
  json: string | null;
}

const YARDSTICK_SECONDS = 12;

export const overhead = figureBench({
  name: 'overhead',
  about: 'candidates/s through the whole platform with trials that do nothing, beside Optuna',
  help: HELP,
  parse: parseOptions,
  figures: (options) => (options.share ? measureShares() : measureOverhead(options, (line) => console.error(line))),
});

/** @throws RangeError or TypeError that names the option, its value and what is allowed */
export function parseOptions(args: string[]): Options | 'help' {
  const text = { type: 'string' } as const;
  const options = { workers: text, candidates: text, parallelism: text, controller: text, yardstick: text, json: text };
  const { values } = parseArgs({ args, options: { ...options, share: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return 'help';
  const kinds = CONTROLLER_KINDS.filter((kind) => kind !== 'LIST' && kind !== 'ENAS');
  return {
    share: values.share ?? false,
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
  const bench = await openPlatform();
  try {
    for (const count of options.workers) {
      const seconds = await searchSeconds(bench, () => startBenchWorkers(bench.app.url, bench.token, count, bench.spool), inputOf(options));
      const rate = options.candidates / seconds;
      const theirs = options.yardstick ? await measureOptuna(bench.app.databaseUrl, count, YARDSTICK_SECONDS, progress) : null;
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
    await bench.close();
  }
}

/** Trials that do nothing, of small networks. */
function inputOf({ candidates, parallelism, controller }: Options): SearchInput {
  const plan = defaultPlan('CLASSIFICATION');
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
  return {
    dataset: 'MNIST',
    limits: { chain },
    plan: { ...plan, parallelism, budget: { candidates, seconds: null }, controller: { ...plan.controller, kind: controller } },
  };
}

const round = (value: number): number => Number(value.toPrecision(4));
