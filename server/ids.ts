import { randomFillSync } from 'node:crypto';

/** Prefix of the global ids of every type that is a Node. They are part of stored links: never change one. */
const PREFIX = {
  Team: 'tm',
  Member: 'mb',
  Invitation: 'in',
  ApiToken: 'tk',
  Dataset: 'ds',
  DatasetImport: 'di',
  SearchSpace: 'sp',
  Search: 'se',
  Candidate: 'ca',
  Trial: 'tr',
  Sample: 'sm',
  Annotation: 'an',
  Choice: 'ch',
  Worker: 'wo',
  Lease: 'le',
  File: 'fi',
} as const;

/** A type that has global ids. */
export type NodeType = keyof typeof PREFIX;

const TYPE = new Map(Object.entries(PREFIX).map(([type, prefix]) => [prefix as string, type as NodeType]));

/** `globalId('Search', uuid)`: `se_` and the uuid's 16 bytes in base64url; opaque to clients, the same as a path segment. */
export function globalId(type: NodeType, uuid: string): string {
  return `${PREFIX[type]}_${Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')}`;
}

/** The uuid in a global id of that type, or null when it is not one. */
export function parseId(type: NodeType, id: string): string | null {
  const parsed = parseAnyId(id);
  return parsed?.type === type ? parsed.uuid : null;
}

/** Type and uuid of a global id, or null when it is not one. */
export function parseAnyId(id: string): { type: NodeType; uuid: string } | null {
  const match = /^([a-z]{2})_([A-Za-z0-9_-]{22})$/.exec(id);
  const type = match && TYPE.get(match[1]!);
  if (!type) return null;
  const bytes = Buffer.from(match[2]!, 'base64url');
  // 22 characters hold 4 bits more than 16 bytes: only one spelling is accepted
  if (bytes.toString('base64url') !== match[2]) return null;
  return { type, uuid: format(bytes) };
}

/** A new uuid of version 7 (RFC 9562): 48 bits of milliseconds, then random, so that ids sort by age. */
export function newId(now = Date.now()): string {
  const bytes = randomFillSync(Buffer.alloc(16));
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return format(bytes);
}

function format(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
