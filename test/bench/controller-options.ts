import { parseArgs } from 'node:util';
import { REGRESSORS, type Regressor } from '../../schema/plans/prediction.ts';
import { KINDS, type Kind } from './controller-plans.ts';
import type { Table } from './controller-process.ts';
import { CONVERTER } from './nas-bench-201.ts';
import { oneOf, whole } from './options.ts';

export const HELP = `All controllers on one table of networks whose rewards are known: the best found against what was spent, over many seeds.

  npm run bench -- controllers [--controllers KIND,KIND] [--seeds N] [--candidates N] [--unguarded] [--prediction REGRESSOR] [--no-steps]
                               [--nas-bench-201 FILE [--dataset NAME]] [--processes N] [--plot FILE] [--json FILE]

  --controllers    some of ${KINDS.join(', ')}; default: all
  --seeds          searches of each; default: 30
  --candidates     budget of each, in whole trainings; controllers with rungs spend the same epochs on more networks; default: 500
  --unguarded      policy gradients without what keeps them from settling too early: entropy, bounds, scaled advantages
  --prediction     candidates are stopped early by a prediction of one of ${REGRESSORS.join(', ')}; default: none
  --no-steps       leaves out the time of a step and the size of the state at 10,000 results
  --nas-bench-201  a table of NAS-Bench-201 in place of the one of chains
  --dataset        whose accuracy of that table is the reward; default: the first
  --processes      default: as many as there are cores
  --plot           SVG with the median and the quartiles of best reward and regret
  --json           file that gets the lines as well

A table of NAS-Bench-201 has one row for each of its 15,625 cells: JSON lines with "architecture" (|nor_conv_3x3~0|+|none~0|skip_connect~1|+|...|), an accuracy in percent for
each data set by its name, and "seconds" if you like; or CSV with the same names in its first row. The official file is a pickle of PyTorch, which only Python can read; where
it has the package nas_201_api (pip install nas-bench-201 torch) this makes such a table of it:

  python ${CONVERTER} NAS-Bench-201-v1_1-096897.pth > table.jsonl`;

export interface Options {
  kinds: Kind[];
  seeds: number;
  candidates: number;
  unguarded: boolean;
  prediction: Regressor | null;
  steps: boolean;
  table: Table;
  /** Null: as many as there are cores. */
  processes: number | null;
  plot: string | null;
  json: string | null;
}

/** @throws RangeError or TypeError that names the option, its value and what is allowed */
export function parseOptions(args: string[]): Options | 'help' {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ controllers: text, seeds: text, candidates: text, prediction: text, 'nas-bench-201': text, dataset: text },
      ...{ processes: text, plot: text, json: text, unguarded: flag, 'no-steps': flag, help: flag },
    },
  });
  if (values.help) return 'help';
  const file = values['nas-bench-201'] ?? null;
  if (file === null && values.dataset !== undefined)
    throw new RangeError(`--dataset: ${JSON.stringify(values.dataset)}; allowed is none without --nas-bench-201`);
  const chosen = values.controllers?.split(',').map((kind) => oneOf('controllers', kind.trim(), KINDS));
  return {
    kinds: KINDS.filter((kind) => !chosen || chosen.includes(kind)),
    seeds: whole('seeds', values.seeds, 30, 1, 1000),
    candidates: whole('candidates', values.candidates, 500, 10, 10_000),
    unguarded: values.unguarded ?? false,
    prediction: values.prediction === undefined ? null : oneOf('prediction', values.prediction, REGRESSORS),
    steps: !values['no-steps'],
    table: file === null ? { file } : { file, dataset: values.dataset ?? null },
    processes: values.processes === undefined ? null : whole('processes', values.processes, 1, 1, 64),
    plot: values.plot ?? null,
    json: values.json ?? null,
  };
}
