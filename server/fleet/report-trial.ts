import type { DataSource } from '../database/data-source.ts';
import { Trial } from '../database/entities.ts';
import { type Transaction, transaction } from '../database/transaction.ts';
import { Refused, refuse, unknown } from '../errors.ts';
import { appendEvents, type NewEvent } from '../feed/append.ts';
import { nameFiles, releaseFiles } from '../files/unwanted.ts';
import { newId, parseId } from '../ids.ts';
import { keepPrediction } from '../predictions/keep.ts';
import type { MetricInput, ReportTrialInput, SampleInput, UserError } from '../resolvers.generated.ts';
import { holdLease } from './hold.ts';
import { checkEpoch, checkMetrics, keepMetrics } from './metrics.ts';
import { isWanted } from './wanted.ts';

/** As the schema's defaults complete it. */
export type Report = ReportTrialInput & { metrics: MetricInput[]; samples: SampleInput[] };

const MOST_SAMPLES = 32;
const MOST_TILES = 10_000;

/**
 * Keeps what a trial has produced. A sequence number that was seen before changes nothing, so a report may be sent until it is answered.
 * @throws Refused LEASE_LOST under an old fence; what is wrong with the report
 */
export async function reportTrial(database: DataSource, input: Report): Promise<{ trial: Trial; wanted: boolean }> {
  const problems = checkReport(input);
  if (problems.length > 0) throw new Refused(...problems);
  return transaction(database, async (tx) => {
    const { lease, search, completed } = await holdLease(tx, input);
    if (!lease.trialId) throw new Refused(refuse('leaseId', 'this is the lease of a step; allowed: of a trial', 'NOT_ALLOWED'));
    const trial = await tx.manager.findOneByOrFail(Trial, { id: lease.trialId });
    const wanted = isWanted(search);
    if (completed || input.sequence <= lease.sequence) return { trial, wanted };
    await tx.query('UPDATE lease SET sequence = $2 WHERE id = $1', [lease.id, input.sequence]);
    await keepMetrics(tx, [{ trialId: trial.id, metrics: input.metrics }]);
    if (input.prediction) await keepPrediction(tx, trial, search, input.prediction);
    await keepSamples(tx, trial, input.samples, lease.teamId);
    if (input.checkpointFileId) {
      const fileId = await storedFile(tx, lease.teamId, 'checkpointFileId', input.checkpointFileId, 'application/octet-stream');
      await tx.query('UPDATE trial SET checkpoint_file_id = $2 WHERE id = $1', [trial.id, fileId]);
      await replaceFiles(tx, [trial.checkpointFileId], [fileId]);
    }
    const about = { searchId: search.id, candidateId: trial.candidateId, trialId: trial.id };
    const events: NewEvent[] = [];
    if (input.metrics.length > 0) events.push({ kind: 'METRICS_REPORTED', ...about });
    if (input.samples.length > 0) events.push({ kind: 'SAMPLES_REPORTED', ...about });
    await appendEvents(tx, lease.teamId, events);
    return { trial, wanted };
  });
}

function checkReport({ metrics, samples }: Report): UserError[] {
  const problems = checkMetrics('metrics', metrics);
  const epoch = (field: string, value: number) => void problems.push(...checkEpoch(field, value));
  if (samples.length > MOST_SAMPLES)
    problems.push(refuse('samples', `${samples.length}; allowed: at most ${MOST_SAMPLES} a report`, 'TOO_LARGE'));
  for (const [i, sample] of samples.slice(0, MOST_SAMPLES).entries()) checkSample(`samples.${i}`, sample, problems, epoch);
  return problems;
}

/** Tiles and vectors have to go with the sheet. */
function checkSample(
  field: string,
  { epoch, kind, count, tiles, vectorsFileId, dimensions }: SampleInput,
  problems: UserError[],
  checkEpoch: (field: string, value: number) => void,
): void {
  checkEpoch(`${field}.epoch`, epoch);
  if (count > MOST_TILES) problems.push(refuse(`${field}.count`, `${count}; allowed: 1 to ${MOST_TILES}`, 'OUT_OF_RANGE'));
  if (tiles && tiles.length !== count)
    problems.push(refuse(`${field}.tiles`, `${tiles.length}; allowed: one for each of the ${count} tiles`, 'NOT_ALLOWED'));
  for (const [i, { label, predicted, probability }] of (tiles ?? []).slice(0, MOST_TILES).entries()) {
    for (const [name, value] of Object.entries({ label, predicted })) {
      if (value != null && value < 0) problems.push(refuse(`${field}.tiles.${i}.${name}`, `${value}; allowed: from 0`, 'OUT_OF_RANGE'));
    }
    if (probability != null && !(probability >= 0 && probability <= 1))
      problems.push(refuse(`${field}.tiles.${i}.probability`, `${probability}; allowed: 0 to 1`, 'OUT_OF_RANGE'));
  }
  const isEmbedding = kind === 'EMBEDDING';
  for (const [name, value] of Object.entries({ vectorsFileId, dimensions })) {
    if (isEmbedding !== (value != null))
      problems.push(refuse(`${field}.${name}`, `${value ?? 'missing'} for ${kind}; allowed: for EMBEDDING, which needs it`, 'NOT_ALLOWED'));
  }
}

/** Only the newest of a kind is kept. It gets an id of its own: what an address shows never changes. */
async function keepSamples(tx: Transaction, trial: Trial, samples: SampleInput[], teamId: string): Promise<void> {
  for (const [i, sample] of samples.entries()) {
    const fileId = await storedFile(
      tx,
      teamId,
      `samples.${i}.fileId`,
      sample.fileId,
      sample.kind === 'TEXT' ? 'application/json' : 'image/png',
    );
    const vectorsId = sample.vectorsFileId
      ? await storedFile(tx, teamId, `samples.${i}.vectorsFileId`, sample.vectorsFileId, 'application/octet-stream')
      : null;
    const before = await tx.query<{ file_id: string; vectors_file_id: string | null }>(
      'DELETE FROM sample WHERE trial_id = $1 AND kind = $2 RETURNING file_id, vectors_file_id',
      [trial.id, sample.kind],
    );
    await tx.query(
      `INSERT INTO sample (id, trial_id, kind, epoch, file_id, tile_width, tile_height, columns, count, tiles, vectors_file_id, dimensions)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[newId(), trial.id, sample.kind, sample.epoch, fileId, sample.tileWidth, sample.tileHeight, sample.columns, sample.count],
        ...[sample.tiles ? JSON.stringify(sample.tiles) : null, vectorsId, sample.dimensions ?? null],
      ],
    );
    await replaceFiles(
      tx,
      before.flatMap(({ file_id, vectors_file_id }) => [file_id, vectors_file_id]),
      [fileId, vectorsId],
    );
  }
}

/** The new ones are named, the old ones are not any more. */
async function replaceFiles(tx: Transaction, before: (string | null)[], after: (string | null)[]): Promise<void> {
  const present = (ids: (string | null)[]) => ids.filter((id): id is string => id !== null);
  await releaseFiles(
    tx,
    present(before).filter((id) => !after.includes(id)),
  );
  await nameFiles(tx, present(after));
}

/** A file of the team whose bytes have arrived. */
export async function storedFile(tx: Transaction, teamId: string, field: string, id: string, mediaType: string): Promise<string> {
  const [file] = await tx.query<{ id: string; media_type: string; stored: boolean }>(
    'SELECT id, media_type, stored_at IS NOT NULL AS stored FROM file WHERE id = $1 AND team_id = $2',
    [parseId('File', id), teamId],
  );
  if (!file) throw new Refused(unknown(field, id));
  if (!file.stored)
    throw new Refused(refuse(field, `the bytes of ${id} have not arrived: PUT them to the upload address first`, 'NOT_ALLOWED'));
  if (file.media_type !== mediaType) throw new Refused(refuse(field, `${id} is ${file.media_type}; allowed: ${mediaType}`, 'NOT_ALLOWED'));
  return file.id;
}
