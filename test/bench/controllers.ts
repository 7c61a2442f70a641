import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { usesRungs } from '../../schema/plans/rungs.ts';
import type { Bench } from './bench.ts';
import { bestAt, figureOf, regretAt } from './controller-figures.ts';
import { HELP, type Options, parseOptions } from './controller-options.ts';
import type { Kind } from './controller-plans.ts';
import { inProcesses } from './controller-pool.ts';
import { readTable, type Task } from './controller-process.ts';
import type { ControllerRun } from './controller-run.ts';
import type { StepFigure } from './controller-steps.ts';
import { drawPanels } from './curves.ts';
import type { TabularProblem } from './tabular.ts';

const PARALLELISM = 4;
/** What the time of a step and the size of a state are told at. */
const RESULTS = 10_000;
const TELL_EVERY_MS = 10_000;

export const controllers: Bench = {
  about: 'all controllers on a table of networks whose rewards are known',
  async run(args) {
    try {
      const options = parseOptions(args);
      if (options === 'help') console.log(HELP);
      else await compare(options);
      return 0;
    } catch (error) {
      console.error(`bench controllers: ${(error as Error).message}`);
      return 1;
    }
  },
};

async function compare(options: Options): Promise<void> {
  const problem = readTable(options.table);
  const kinds = kindsOn(problem, options);
  console.error(`${problem.name}: ${problem.rewards.size} networks, the best ${problem.best.toFixed(4)}`);
  const { runs, steps } = await collect(options, kinds, problem);
  const lines = kinds.map((kind) =>
    JSON.stringify(figureOf(kind, runs.get(kind)!, problem, runs.get('RANDOM') ?? null, steps.get(kind) ?? null)),
  );
  for (const line of lines) console.log(line);
  if (options.json) writeFileSync(options.json, lines.map((line) => `${line}\n`).join(''));
  if (options.plot) writeFileSync(options.plot, plot(problem, kinds, runs));
}

/** Without those that the table has no rewards for; says which. */
function kindsOn(problem: TabularProblem, { kinds }: Options): Kind[] {
  console.error('ENAS is left out: it learns from networks with shared weights, and a table has none');
  if (problem.rewardAfter) return [...kinds];
  const left = kinds.filter(usesRungs);
  if (left.length > 0) console.error(`${left.join(', ')}: left out, the table has no rewards before the end of a training`);
  return kinds.filter((kind) => !usesRungs(kind));
}

interface Collected {
  /** In order of seeds. */
  runs: Map<Kind, ControllerRun[]>;
  steps: Map<Kind, StepFigure>;
}

async function collect(options: Options, kinds: readonly Kind[], problem: TabularProblem): Promise<Collected> {
  const { seeds, candidates, unguarded, prediction } = options;
  const common = { unguarded, parallelism: PARALLELISM };
  // seed by seed, so that what was done tells how long the rest takes; the longest first, so that no process is alone at the end
  const searches = Array.from({ length: seeds }, (_, i) =>
    kinds.map(
      (kind): Task => ({ ask: 'search', kind, seed: i + 1, candidates, prediction: usesRungs(kind) ? null : prediction, ...common }),
    ),
  ).flat();
  const timed = options.steps && problem.rewards.size > RESULTS ? kinds : [];
  const tasks = [...timed.map((kind): Task => ({ ask: 'steps', kind, results: RESULTS, ...common })), ...searches];
  const runs = new Map(kinds.map((kind) => [kind, new Array<ControllerRun>(seeds)]));
  const steps = new Map<Kind, StepFigure>();
  const tell = progress(searches.length, timed.length);
  for await (const { task, answer } of inProcesses(options.table, tasks, options.processes ?? availableParallelism())) {
    if ('steps' in answer) steps.set(task.kind, answer.steps);
    if ('run' in answer && task.ask === 'search') runs.get(task.kind)![task.seed - 1] = answer.run;
    tell(task.ask);
  }
  return { runs, steps };
}

/** Tells now and then how far it is, and what is left at the pace of the searches so far. */
function progress(searches: number, timings: number): (ask: Task['ask']) => void {
  const done = { search: 0, steps: 0 };
  const begin = performance.now();
  let began = 0;
  let told = begin;
  return (ask) => {
    done[ask]++;
    const now = performance.now();
    // the first search ends while the last timings are under way
    if (ask === 'search' && done.search === 1) began = now;
    if (now - told < TELL_EVERY_MS && done.search < searches) return;
    told = now;
    const left =
      done.search > 1 ? `${Math.ceil((((now - began) / (done.search - 1)) * (searches - done.search)) / 1000)} s left` : 'steps are timed';
    const timed = timings > 0 ? `, ${done.steps} of ${timings} timed at ${RESULTS} results` : '';
    console.error(`${done.search} of ${searches} searches${timed}; ${Math.round((now - begin) / 1000)} s, ${left}`);
  };
}

function plot(problem: TabularProblem, kinds: readonly Kind[], runs: ReadonlyMap<Kind, readonly ControllerRun[]>): string {
  const curves = (of: typeof bestAt) =>
    kinds.map((kind) => {
      const own = runs.get(kind)!;
      return { name: kind, quartiles: own[0]!.best.map((_, i) => of(own, i + 1)) };
    });
  return drawPanels(
    [
      { title: `Best reward so far, ${problem.name}`, y: 'reward', scale: 'linear', curves: curves(bestAt) },
      {
        title: 'Regret',
        y: 'best of the table - best so far',
        scale: 'logarithmic',
        curves: curves((own, at) => regretAt(own, at, problem.best)),
      },
    ],
    'cost, in whole trainings',
  );
}
