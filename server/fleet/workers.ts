import type { DataSource } from '../database/data-source.ts';
import { Lease, Worker } from '../database/entities.ts';
import { queries, transaction } from '../database/transaction.ts';
import { checkText, Refused, refuse } from '../errors.ts';
import { appendEvents } from '../feed/append.ts';
import { newId } from '../ids.ts';
import type { RegisterWorkerInput, UserError, WorkerStatus } from '../resolvers.generated.ts';
import { WORKER_SECONDS } from './limits.ts';
import { giveBack } from './release.ts';

/** @throws Refused with everything that is wrong with the description */
export async function registerWorker(
  database: DataSource,
  token: { teamId: string; tokenId: string },
  input: RegisterWorkerInput & { reproducible: boolean },
): Promise<Worker> {
  const problems = checkWorker(input);
  if (problems.length > 0) throw new Refused(...problems);
  return transaction(database, async (tx) => {
    const { name, backend, backendVersion, device, deviceKind, memoryBytes, threads, gflops, host, reproducible } = input;
    // a name says nothing beyond the team
    const hostId = input.hostId ?? `${token.teamId}/${host}`;
    const memoryPool = deviceKind === 'CPU' ? hostId : `${hostId}/${input.deviceId ?? device}`;
    const [worker] = await tx.entities(
      Worker,
      `INSERT INTO worker (id, team_id, token_id, name, backend, backend_version, device, device_kind, memory_bytes, threads, gflops, host,
         host_id, memory_pool, reproducible)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING *`,
      [
        ...[newId(), token.teamId, token.tokenId, name, backend, backendVersion, device, deviceKind, memoryBytes, threads, gflops, host],
        ...[hostId, memoryPool, reproducible],
      ],
    );
    await appendEvents(tx, token.teamId, [{ kind: 'WORKER_CHANGED', workerId: worker!.id }]);
    return worker!;
  });
}

function checkWorker(input: RegisterWorkerInput): UserError[] {
  const texts = (['name', 'backend', 'backendVersion', 'device', 'host'] as const).map((field) => checkText(field, input[field], 1, 200));
  const ids = (['hostId', 'deviceId'] as const).map((field) => input[field] != null && checkText(field, input[field], 1, 200));
  const numbers = (['memoryBytes', 'threads', 'gflops'] as const).map((field) => {
    const value = input[field];
    return Number.isFinite(value) && value > 0 ? null : refuse(field, `${value}; allowed: above 0`, 'OUT_OF_RANGE');
  });
  return [...texts, ...ids, ...numbers].filter((problem) => !!problem);
}

/** Gives back all that the worker has. A repetition changes nothing. */
export async function retireWorker(database: DataSource, workerId: string): Promise<void> {
  const open = await queries(database).query<{ id: string; search_id: string }>(
    'SELECT id, search_id FROM lease WHERE worker_id = $1 AND ended_at IS NULL ORDER BY search_id, id',
    [workerId],
  );
  for (const { id, search_id } of open) {
    await transaction(database, async (tx) => {
      await tx.query('SELECT id FROM search WHERE id = $1 FOR UPDATE', [search_id]);
      const [lease] = await tx.entities(Lease, 'SELECT * FROM lease WHERE id = $1 AND ended_at IS NULL FOR UPDATE', [id]);
      if (lease) await giveBack(tx, lease, null);
    });
  }
  await transaction(database, async (tx) => {
    const gone = await tx.entities(Worker, 'UPDATE worker SET gone_at = now() WHERE id = $1 AND gone_at IS NULL RETURNING *', [workerId]);
    for (const { teamId, id } of gone) await appendEvents(tx, teamId, [{ kind: 'WORKER_CHANGED', workerId: id }]);
  });
}

/** @param lease what it works on */
export function workerStatus({ goneAt, lastSeenAt }: Worker, lease: Lease | null, now = Date.now()): WorkerStatus {
  if (goneAt) return 'GONE';
  if (now - lastSeenAt.getTime() > 1000 * WORKER_SECONDS) return 'LOST';
  return lease ? 'WORKING' : 'IDLE';
}

/** Workers of a team that were heard of in the last day, newest first. */
export async function workersOf(database: DataSource, teamId: string): Promise<Worker[]> {
  return queries(database).entities(
    Worker,
    `SELECT * FROM worker WHERE team_id = $1 AND last_seen_at > now() - interval '1 day' ORDER BY last_seen_at DESC, id DESC`,
    [teamId],
  );
}
