import type { TrainingMemory } from '../../schema/networks/memory.ts';
import { type RoundTraining, roundMemory } from '../../schema/plans/round-memory.ts';
import type { DataShape, SpaceLimits } from '../../schema/spaces/limits.ts';
import type { Dataset } from '../database/entities.ts';
import type { Queries } from '../database/transaction.ts';
import { shapeOf } from '../datasets/shape.ts';
import type { Need } from './place.ts';

/** A round of ENAS that a search's next step plays. */
export interface Round {
  /** From 1. */
  number: number;
  need: Pick<Need, 'memory' | 'batchSize'>;
}

type Row = Pick<Dataset, 'height' | 'width' | 'channels' | 'classes' | 'description' | 'kind'> & {
  proposed: number;
  training: RoundTraining & { batchSize: number };
  limits: SpaceLimits;
};

/** The round that the next step of a search plays; null for other controllers, and for a step that proposes nothing: those compute moments. */
export async function nextRound({ query }: Queries, searchId: string): Promise<Round | null> {
  const [row] = await query<Row>(
    `SELECT search.proposed, search.plan -> 'training' AS training, space.limits, dataset.height, dataset.width, dataset.channels,
       dataset.classes, dataset.description, dataset.kind
     FROM search JOIN search_space AS space ON space.id = search.space_id JOIN dataset ON dataset.id = search.dataset_id
     WHERE search.id = $1 AND search.plan -> 'controller' ->> 'kind' = 'ENAS' AND NOT search.exhausted
       AND search.proposed < (search.plan -> 'budget' ->> 'candidates')::int
       AND search.proposed - search.ended_prefix < (search.plan ->> 'parallelism')::int`,
    [searchId],
  );
  if (!row) return null;
  const { proposed, training, limits, ...dataset } = row;
  return { number: proposed + 1, need: { memory: memoryOf(limits, shapeOf(dataset), training), batchSize: training.batchSize } };
}

const MOST_KNOWN = 100;
const known = new Map<string, TrainingMemory>();

/** Remembered, for every worker that looks for work asks. */
function memoryOf(limits: SpaceLimits, data: DataShape, { optimizer, batchNormalisation, language }: RoundTraining): TrainingMemory {
  const key = JSON.stringify([limits, data, optimizer.kind, batchNormalisation, language]);
  const found = known.get(key) ?? roundMemory(limits, data, { optimizer, batchNormalisation, language });
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}
