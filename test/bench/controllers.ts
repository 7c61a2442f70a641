import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CONTROLLER_DEFAULTS, CONTROLLER_KINDS, type ControllerKind, type ControllerPlan } from '../../schema/plans/controller.ts';
import { thesisEpsilon } from '../../schema/plans/defaults.ts';
import { type RungKind, usesRungs } from '../../schema/plans/rungs.ts';
import { Random } from '../../schema/random.ts';
import { type ControllerRun, runController } from './controller-run.ts';
import { drawCurves } from './curves.ts';
import { quantile } from './figures.ts';
import type { Bench } from './main.ts';
import { oneOf, whole } from './options.ts';
import { tabularProblem } from './tabular.ts';

type Kind = Exclude<ControllerKind, 'LIST' | RungKind>;
const KINDS = CONTROLLER_KINDS.filter((kind): kind is Kind => kind !== 'LIST' && kind !== 'ENAS' && !usesRungs(kind));

const HELP = `All controllers on one table of networks whose rewards are known: the best found against candidates, over many seeds.

  npm run bench -- controllers [--kind KIND] [--seeds N] [--candidates N] [--unguarded] [--plot FILE] [--json FILE]

  --kind         one of ${KINDS.join(', ')}; default: all, RANDOM first
  --seeds        searches of each; default: 30
  --candidates   budget of each; default: 500
  --unguarded    policy gradients without what keeps them from settling too early: entropy, bounds, scaled advantages
  --plot         SVG with the median and the quartiles of the regret
  --json         file that gets the lines as well`;

/** One line: medians and quartiles over seeds. Regret is the best of the table less the best found. */
export interface ControllerFigure {
  bench: 'controllers';
  kind: Kind;
  networks: number;
  candidates: number;
  seeds: number;
  best: Quartiles;
  /** At a tenth, a fifth, a half and all of the budget. */
  regret: { candidates: number; quartiles: Quartiles }[];
  /** Median of best - RANDOM's median best, with the 95% interval of the bootstrap over seeds; null for RANDOM. */
  over_random: { value: number; low: number; high: number } | null;
  /** Median share of new networks among the 50 drawn last before half of the budget. */
  distinct: number;
  /** Median of the mean time of a step. */
  ms_per_step: number;
  state_kb: number;
}

export type Quartiles = [low: number, median: number, high: number];

const PARALLELISM = 4;
const RESAMPLES = 2000;

export const controllers: Bench = {
  about: 'all controllers on a table of networks whose rewards are known',
  async run(args) {
    let options: Options | 'help';
    try {
      options = parseOptions(args);
    } catch (error) {
      console.error(`bench controllers: ${(error as Error).message}`);
      return 1;
    }
    if (options === 'help') {
      console.log(HELP);
      return 0;
    }
    const problem = tabularProblem();
    console.error(`${problem.rewards.size} networks, the best ${problem.best.toFixed(4)}`);
    const lines: string[] = [];
    const curves: { name: string; quartiles: Quartiles[] }[] = [];
    let random: number[] | null = null;
    for (const kind of options.kinds) {
      const runs: ControllerRun[] = [];
      for (let seed = 1; seed <= options.seeds; seed++)
        runs.push(
          runController(planOf(kind, options.unguarded), problem, { seed, candidates: options.candidates, parallelism: PARALLELISM }),
        );
      if (kind === 'RANDOM') random = runs.map(({ best }) => best.at(-1)!);
      const figure = figureOf(kind, runs, problem, kind === 'RANDOM' ? null : random);
      lines.push(JSON.stringify(figure));
      console.log(lines.at(-1));
      curves.push({ name: kind, quartiles: runs[0]!.best.map((_, i) => quartiles(runs.map(({ best }) => problem.best - best[i]!))) });
    }
    if (options.json) writeFileSync(options.json, lines.map((line) => `${line}\n`).join(''));
    if (options.plot) writeFileSync(options.plot, drawCurves(curves, { x: 'candidates', y: 'regret' }));
    return 0;
  },
};

export function figureOf(
  kind: Kind,
  runs: readonly ControllerRun[],
  problem: { rewards: ReadonlyMap<string, number>; best: number },
  random: readonly number[] | null,
): ControllerFigure {
  const candidates = runs[0]!.best.length;
  const last = runs.map(({ best }) => best.at(-1)!);
  return {
    bench: 'controllers',
    kind,
    networks: problem.rewards.size,
    candidates,
    seeds: runs.length,
    best: quartiles(last),
    regret: [0.1, 0.2, 0.5, 1].map((share) => {
      const at = Math.max(1, Math.round(share * candidates));
      return { candidates: at, quartiles: quartiles(runs.map(({ best }) => problem.best - best[at - 1]!)) };
    }),
    over_random: random && difference(last, random),
    distinct: quantile(
      runs.map(({ distinct }) => distinct),
      0.5,
    ),
    ms_per_step: Number(
      quantile(
        runs.map(({ milliseconds }) => milliseconds),
        0.5,
      ).toFixed(3),
    ),
    state_kb: Math.round(Math.max(...runs.map(({ bytes }) => bytes)) / 1024),
  };
}

/** Difference of medians with its 95% interval: both sides are drawn anew with replacement (Efron 1979). */
export function difference(ours: readonly number[], theirs: readonly number[]): { value: number; low: number; high: number } {
  const random = Random.of(1, 'bootstrap');
  const anew = (values: readonly number[]) =>
    quantile(
      values.map(() => random.choose(values)),
      0.5,
    );
  const drawn = Array.from({ length: RESAMPLES }, () => anew(ours) - anew(theirs));
  const value = quantile(ours, 0.5) - quantile(theirs, 0.5);
  return { value: round(value), low: round(quantile(drawn, 0.025)), high: round(quantile(drawn, 0.975)) };
}

const quartiles = (values: readonly number[]): Quartiles => [0.25, 0.5, 0.75].map((share) => round(quantile(values, share))) as Quartiles;
const round = (value: number) => Number(value.toFixed(5));

function planOf(kind: Kind, unguarded: boolean): ControllerPlan {
  const { policy } = CONTROLLER_DEFAULTS;
  const plain = { entropyWeight: 0, tanhConstant: null, normalise: false, clipNorm: null };
  return { ...CONTROLLER_DEFAULTS, kind, epsilon: [...thesisEpsilon], policy: unguarded ? { ...policy, ...plain } : policy };
}

interface Options {
  kinds: Kind[];
  seeds: number;
  candidates: number;
  unguarded: boolean;
  plot: string | null;
  json: string | null;
}

/** @throws RangeError or TypeError that names the option, its value and what is allowed */
export function parseOptions(args: string[]): Options | 'help' {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { kind: text, seeds: text, candidates: text, plot: text, json: text, unguarded: flag, help: flag };
  const { values } = parseArgs({ args, options });
  if (values.help) return 'help';
  return {
    kinds: values.kind === undefined ? ['RANDOM', ...KINDS.filter((kind) => kind !== 'RANDOM')] : [oneOf('kind', values.kind, KINDS)],
    seeds: whole('seeds', values.seeds, 30, 1, 1000),
    candidates: whole('candidates', values.candidates, 500, 10, 10_000),
    unguarded: values.unguarded ?? false,
    plot: values.plot ?? null,
    json: values.json ?? null,
  };
}
