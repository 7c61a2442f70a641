import { type Conversion, convert, derive } from './convert.ts';
import type { Perturbation } from './perturb.ts';
import { DataProblem } from './problem.ts';

/*
 * One conversion in a process of its own: what somebody uploaded is decoded by native code, away from the server's memory and its other
 * requests.
 */

export interface Order {
  place: string;
  name: string;
  /** Of an upload; or noise, on a packed file. */
  work: Conversion | Perturbation;
  out: string;
}

const PROGRESS_MS = 500;

process.once('message', async ({ place, name, work, out }: Order) => {
  let told = 0;
  const progress = (done: number, total: number) => {
    if (Date.now() - told < PROGRESS_MS) return;
    told = Date.now();
    process.send!({ progress: done / total });
  };
  try {
    const converted = await ('shares' in work
      ? convert(place, name, work, out, { progress })
      : derive(place, name, work, out, { progress }));
    process.send!({ converted });
  } catch (error) {
    if (!(error instanceof DataProblem)) console.error(error);
    process.send!({
      problem: error instanceof DataProblem ? error.message : `${name}: it could not be converted; the server's log says why`,
    });
  }
  process.disconnect();
});
// the server has gone: nobody waits for this
process.once('disconnect', () => process.exit());
