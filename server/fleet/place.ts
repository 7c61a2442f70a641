import {
  fittingBatch,
  formatBytes,
  memoryOfBatch,
  SMALLEST_BATCH,
  smallerBatch,
  type TrainingMemory,
} from '../../schema/networks/memory.ts';

/** Decides by memory where a trial or a round of ENAS may run, and with which batch. Pure: memory.ts reads the figures. */

/** Memory that workers share: a host's, or a GPU's. Bytes. */
export interface Pool {
  /** For people. */
  host: string;
  /** What trainings may fill when nothing runs. */
  room: number;
  /** What running trainings have of it. */
  taken: number;
}

/** What a queued trial asks for. */
export interface Need {
  memory: TrainingMemory;
  /** Of the plan. */
  batchSize: number;
  /** How often it ran out of memory: each halves the batch. */
  retries: number;
  /** Batch of an earlier attempt whose checkpoint it goes on from: the whole of a training has one batch. */
  begunWith: number | null;
}

export type Place =
  /** It may begin here. */
  | { kind: 'FITS'; batchSize: number; bytes: number }
  /** It would fit here if others had ended. */
  | { kind: 'WAITS'; bytes: number; why: string }
  /** It fits only a larger memory, which another worker has. */
  | { kind: 'ELSEWHERE' }
  /** No worker has enough for it, even with the smallest batch. */
  | { kind: 'NOWHERE'; why: string };

/**
 * Where a trial may run. Its batch is the largest that any memory of the fleet holds alone, so it does not depend on who happens to ask or on
 * what else runs; a worker with less memory leaves the trial to those with more.
 *
 * @param pools all that the team's workers have now; `own`, the asking worker's, among them
 */
export function placeTrial(need: Need, own: Pool, pools: readonly Pool[]): Place {
  const room = Math.max(own.room, ...pools.map((pool) => pool.room));
  const wanted = wantedBatch(need);
  const batchSize = fittingBatch(need.memory, wanted, room);
  if (batchSize === null) return { kind: 'NOWHERE', why: tooLarge(need.memory, wanted, room) };
  return placeBatch(need.memory, batchSize, own);
}

/** The same of a round of ENAS, whose batch is the plan's, for all rounds train the same weights: what is NOWHERE waits for a larger memory. */
export function placeRound({ memory, batchSize }: Pick<Need, 'memory' | 'batchSize'>, own: Pool, pools: readonly Pool[]): Place {
  const room = Math.max(own.room, ...pools.map((pool) => pool.room));
  const bytes = memoryOfBatch(memory, batchSize);
  if (bytes > room)
    return {
      kind: 'NOWHERE',
      why: `waits for a larger memory: takes ${formatBytes(bytes)} with batches of ${batchSize}; the largest worker has ${formatBytes(Math.max(0, room))} for it`,
    };
  return placeBatch(memory, batchSize, own);
}

/** Of a batch that some memory has room for. */
function placeBatch(memory: TrainingMemory, batchSize: number, own: Pool): Place {
  const bytes = memoryOfBatch(memory, batchSize);
  if (bytes > own.room) return { kind: 'ELSEWHERE' };
  if (bytes > own.room - own.taken) return { kind: 'WAITS', bytes, why: waits(bytes, own) };
  return { kind: 'FITS', batchSize, bytes };
}

function wantedBatch({ batchSize, retries, begunWith }: Need): number {
  let wanted = batchSize;
  for (let i = 0; i < retries; i++) wanted = smallerBatch(wanted) ?? wanted;
  return Math.min(wanted, begunWith ?? wanted);
}

const waits = (bytes: number, { host, room, taken }: Pool) =>
  `waits for memory: needs ${formatBytes(bytes)}, ${formatBytes(Math.max(0, room - taken))} free on ${host}`;

function tooLarge(memory: TrainingMemory, wanted: number, room: number): string {
  const smallest = Math.min(wanted, SMALLEST_BATCH);
  return `not trained: takes ${formatBytes(memoryOfBatch(memory, smallest))} with batches of ${smallest}; the largest worker has ${formatBytes(Math.max(0, room))} for it`;
}
