import type { Regressor } from '../../schema/plans/prediction.ts';
import { makeController } from '../../workers/controllers/make.ts';
import { type Kind, planOf } from './controller-plans.ts';
import { neverStops, predictionJudge } from './controller-prediction.ts';
import { type ControllerRun, runController } from './controller-run.ts';
import { measureSteps, type StepFigure } from './controller-steps.ts';
import { nasBench201 } from './nas-bench-201.ts';
import { EPOCHS, type TabularProblem, tabularProblem } from './tabular.ts';

/** Which table: that of chains, or a user's of NAS-Bench-201. */
export type Table = { file: null } | { file: string; dataset: string | null };

/** What a process of the bench is asked for. */
export type Task = { kind: Kind; unguarded: boolean; parallelism: number } & (
  | { ask: 'search'; seed: number; candidates: number; prediction: Regressor | null }
  | { ask: 'steps'; results: number }
);

export type Answer = { run: ControllerRun } | { steps: StepFigure } | { fault: string };

/** @throws RangeError for a file that is no complete table; Error where it cannot be read */
export function readTable(table: Table): TabularProblem {
  return table.file === null ? tabularProblem() : nasBench201(table.file, table.dataset);
}

export function answer(task: Task, problem: TabularProblem): Answer {
  const plan = planOf(task.kind, task.unguarded);
  if (task.ask === 'search') {
    const judge = task.prediction ? predictionJudge(problem, task.prediction, task.seed) : neverStops;
    return { run: runController(plan, problem, task, judge) };
  }
  const rewardOf = (notation: string, epochs = EPOCHS) =>
    epochs === EPOCHS || !problem.rewardAfter ? problem.rewards.get(notation)! : problem.rewardAfter(notation, epochs);
  return { steps: measureSteps(makeController(plan, problem.space, EPOCHS), rewardOf, task.results, 1) };
}

/** In a process of its own: the table comes first, then tasks, one after the other. */
if (process.argv[1] === import.meta.filename && process.send) {
  let problem: TabularProblem | null = null;
  process.on('message', (message: { table: Table } | { task: Task }) => {
    try {
      if ('table' in message) problem = readTable(message.table);
      else process.send!(answer(message.task, problem!));
    } catch (error) {
      process.send!({ fault: (error as Error).message } satisfies Answer);
    }
  });
  process.once('disconnect', () => process.exit());
}
