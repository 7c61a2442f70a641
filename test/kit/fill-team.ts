import { randomBytes } from 'node:crypto';
import type { DataSource } from '../../server/database/data-source.ts';
import { type Transaction, transaction } from '../../server/database/transaction.ts';
import { globalId, type NodeType, newId, parseId } from '../../server/ids.ts';
import type { User } from './stories.ts';

/** Puts one object of every type into a user's team, as rows. @returns their global ids */
export async function fillTeam(database: DataSource, admin: User): Promise<Record<NodeType, string>> {
  const team = parseId('Team', admin.teamId)!;
  const member = parseId('Member', admin.memberId)!;
  const rows = await transaction(database, (tx) => insertAll(tx, team, member));
  const all = { Team: team, Member: member, ...rows };
  return Object.fromEntries(Object.entries(all).map(([type, uuid]) => [type, globalId(type as NodeType, uuid)])) as Record<
    NodeType,
    string
  >;
}

async function insertAll(tx: Transaction, team: string, member: string) {
  const insert = async (table: string, values: Record<string, unknown>): Promise<string> => {
    const row = { id: newId(), ...values };
    const columns = Object.keys(row);
    await tx.query(`INSERT INTO ${table} (${columns}) VALUES (${columns.map((_, index) => `$${index + 1}`)})`, Object.values(row));
    return row.id;
  };
  const later = new Date(Date.now() + 3_600_000);
  const Invitation = await insert('invitation', { team_id: team, role: 'VIEWER', secret_hash: randomBytes(32), expires_at: later });
  const ApiToken = await insert('api_token', { team_id: team, kind: 'WORKER', name: 'worker', prefix: 'hp_x', hash: randomBytes(32) });
  const Dataset = await insert('dataset', {
    ...{ team_id: team, name: 'Own', content_hash: 'z', height: 28, width: 28, channels: 1 },
    ...{ classes: JSON.stringify(['a', 'b']), train_count: 1, validation_count: 1 },
  });
  const DatasetImport = await insert('dataset_import', {
    ...{ team_id: team, name: 'Own', file_name: 'own.zip', size: 1, conversion: '{}', status: 'RECEIVING' },
  });
  const limits = { kind: 'VARIATIONAL', latent: [2], filters: [8], kernels: [3], stride: 2, maxEncoderLayers: 1, maxDecoderLayers: 1 };
  const SearchSpace = await insert('search_space', { team_id: team, name: 'Own', limits: JSON.stringify(limits) });
  const Search = await insert('search', {
    team_id: team,
    name: 'Own',
    status: 'PAUSED',
    dataset_id: Dataset,
    space_id: SearchSpace,
    plan: '{}',
  });
  const network = { notation: 'SM(2)', hash: 'h', architecture: '{}', parameters: 1, flops: 1 };
  const Candidate = await insert('candidate', { search_id: Search, number: 1, status: 'RUNNING', ...network });
  const device = {
    backend: 'b',
    backend_version: '1',
    device: 'd',
    device_kind: 'CPU',
    memory_bytes: 1,
    threads: 1,
    gflops: 1,
    host: 'h',
    host_id: 'h',
    memory_pool: 'h',
  };
  const Worker = await insert('worker', { team_id: team, token_id: ApiToken, name: 'w', ...device });
  const Trial = await insert('trial', {
    candidate_id: Candidate,
    search_id: Search,
    seed: 1,
    status: 'RUNNING',
    worker_id: Worker,
    fence: 1,
  });
  const Lease = await insert('lease', {
    kind: 'TRIAL',
    team_id: team,
    worker_id: Worker,
    search_id: Search,
    trial_id: Trial,
    fence: 1,
    expires_at: later,
  });
  const File = await insert('file', { team_id: team, sha256: '0'.repeat(64), size: 1, media_type: 'image/png' });
  const Sample = await insert('sample', {
    trial_id: Trial,
    kind: 'GENERATED',
    epoch: 1,
    file_id: File,
    tile_width: 1,
    tile_height: 1,
    columns: 1,
    count: 1,
  });
  const Annotation = await insert('annotation', { candidate_id: Candidate, member_id: member, verdict: 'PICKED' });
  const Choice = await insert('choice', { search_id: Search, member_id: member, preferred_id: Candidate });
  return {
    Invitation,
    ApiToken,
    Dataset,
    DatasetImport,
    SearchSpace,
    Search,
    Candidate,
    Worker,
    Trial,
    Lease,
    File,
    Sample,
    Annotation,
    Choice,
  };
}
