import type { ControllerKind } from '../../schema/plans/controller.ts';
import { presets } from '../../schema/plans/presets/presets.ts';
import { openPlatform, searchSeconds } from './overhead-search.ts';
import { startBenchWorkers } from './overhead-workers.ts';

/** Presets whose trials take seconds: a table, and an LSTM. */
export const SHARED: readonly string[] = ['tour', 'quick-nas'];

export interface ShareFigure {
  bench: 'overhead';
  preset: string;
  controller: ControllerKind;
  candidates: number;
  /** From the first lease to the end of the search, with one worker. */
  seconds: number;
  steps: number;
  /** Of all steps: what the controller observes, learns, proposes, and looks ahead; not the way to the server. */
  controller_seconds: number;
  /** Of the search's seconds, the controller's: from 0 to 1. */
  controller_share: number;
}

/** Searches that really train, one after the other. */
export async function* measureShares(): AsyncGenerator<ShareFigure> {
  const bench = await openPlatform();
  try {
    for (const name of SHARED) {
      const { plan } = presets.find((preset) => preset.name === name)!;
      const steps: number[] = [];
      const start = () => startBenchWorkers(bench.app.url, bench.token, 1, bench.spool, (milliseconds) => steps.push(milliseconds));
      const seconds = await searchSeconds(bench, start, { preset: name, plan });
      const controllerSeconds = steps.reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000;
      yield {
        ...{ bench: 'overhead', preset: name, controller: plan.controller.kind, candidates: plan.budget.candidates },
        ...{ seconds: round(seconds), steps: steps.length, controller_seconds: round(controllerSeconds) },
        controller_share: round(controllerSeconds / seconds),
      };
    }
  } finally {
    await bench.close();
  }
}

const round = (value: number): number => Number(value.toPrecision(4));
