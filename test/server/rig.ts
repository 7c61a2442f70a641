import { createHash } from 'node:crypto';
import type { DataSource } from '../../server/database/data-source.ts';
import { queries } from '../../server/database/transaction.ts';
import type { UploadType, UserError } from '../../server/resolvers.generated.ts';
import type { Caller } from '../kit/client.ts';
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts';
import { createFirstUser, createToken, createUser, type User } from '../kit/stories.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of the document that a test wrote
export type Answer = any;

/** Somebody who calls the API, with mutations of one input made short. */
export interface Asker extends Caller {
  /** The payload, `select`ed without userErrors. @throws when there are any */
  mutate(field: string, input: object, select: string): Promise<Answer>;
  /** The refusals of what must be refused. @throws when there are none */
  refused(field: string, input: object): Promise<UserError[]>;
}

/** A platform with one team. */
export interface Rig {
  platform: TestPlatform;
  database: DataSource;
  teamId: string;
  /** The team's admin. */
  member: Asker & User;
  /** Another member. */
  colleague(name: string): Promise<Asker & User>;
  /** A worker's token of the team. */
  worker(): Promise<Asker>;
  /** Rows of every table. */
  counts(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

export async function startRig(): Promise<Rig> {
  const platform = await startTestPlatform();
  const admin = await createFirstUser(platform);
  const { query } = queries(platform.database);
  return {
    platform,
    database: platform.database,
    teamId: admin.teamId,
    member: withMutations(admin),
    colleague: async (name) => withMutations(await createUser(admin, name)),
    worker: async () => withMutations(await createToken(admin, 'WORKER', 'worker')),
    counts: async () => {
      const tables = await query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
      );
      const counts: Record<string, number> = {};
      for (const { name } of tables) counts[name] = (await query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`))[0]!.n;
      return counts;
    },
    stop: platform.stop,
  };
}

const STEERING = ['pauseSearch', 'resumeSearch', 'stopSearch', 'retryFailed'];

export function withMutations<T extends Caller>(caller: T): T & Asker {
  const run = async (field: string, input: object, select: string): Promise<Answer> => {
    const type = STEERING.includes(field) ? 'SteerSearchInput' : `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${select} userErrors { field message code } } }`;
    return (await caller.ask<Answer>(document, { input }))[field];
  };
  return {
    ...caller,
    mutate: async (field, input, select) => {
      const { userErrors, ...payload } = await run(field, input, select);
      if (userErrors.length > 0) throw new Error(`${field}: ${JSON.stringify(userErrors)}`);
      return payload;
    },
    refused: async (field, input) => {
      const { userErrors } = await run(field, input, '');
      if (userErrors.length === 0) throw new Error(`${field} was not refused`);
      return userErrors;
    },
  };
}

/** Global id of a file with these bytes, uploaded as workers do. */
export async function upload(worker: Asker, bytes: Uint8Array<ArrayBuffer>, mediaType: UploadType): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { fileId, uploadUrl } = await worker.mutate('createUpload', { size: bytes.length, sha256, mediaType }, 'fileId uploadUrl');
  if (uploadUrl) {
    const response = await fetch(new URL(uploadUrl, worker.url), { method: 'PUT', body: bytes });
    if (!response.ok) throw new Error(`upload: ${response.status} ${await response.text()}`);
  }
  return fileId;
}
