import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readUpload, signUpload } from '../../../server/files/signature.ts';
import type { Caller } from '../../kit/client.ts';
import { startTestPlatform, type TestPlatform } from '../../kit/platform.ts';
import { createFirstUser, createOutsider, createToken, type User } from '../../kit/stories.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const CREATE =
  'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { fileId uploadUrl userErrors { field message code } } }';
interface Upload {
  createUpload: { fileId: string | null; uploadUrl: string | null; userErrors: { field: string; message: string; code: string }[] };
}

describe('files', () => {
  let platform: TestPlatform;
  let admin: User;
  let outsider: User;
  let worker: Caller;
  beforeAll(async () => {
    platform = await startTestPlatform();
    admin = await createFirstUser(platform);
    outsider = await createOutsider(admin);
    worker = await createToken(admin, 'WORKER');
  });
  afterAll(() => platform?.stop());

  const create = async (bytes: Uint8Array, changed: object = {}, by = worker) =>
    (await by.ask<Upload>(CREATE, { input: { size: bytes.byteLength, sha256: sha256(bytes), mediaType: 'PNG', ...changed } })).createUpload;
  const put = (address: string, body: Uint8Array<ArrayBuffer>) => fetch(platform.url + address, { method: 'PUT', body });
  const get = (id: string, headers: Record<string, string> = {}) => fetch(`${platform.url}/files/${id}`, { headers });
  const stored = async () =>
    (await readdir(`${platform.dataDir}/files`, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

  it('come back as they were sent, to the team alone, and never change', async () => {
    const bytes = randomBytes(300_000);
    const { fileId, uploadUrl } = await create(bytes);
    const identity = admin.identity as Record<string, string>;
    expect((await get(fileId!, identity)).status).toBe(404); // not there yet
    expect((await put(uploadUrl!, bytes)).status).toBe(204);
    const answer = await get(fileId!, identity);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${sha256(bytes)}"`,
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
    });
    expect((await get(fileId!, { ...identity, 'if-none-match': `"${sha256(bytes)}"` })).status).toBe(304);
    expect((await get(fileId!, worker.identity as Record<string, string>)).status).toBe(200);
    expect((await get(fileId!)).status).toBe(404);
    expect((await get(fileId!, outsider.identity as Record<string, string>)).status).toBe(404);
    expect((await get(fileId!, { authorization: 'Bearer hp_wrong' })).status).toBe(401);
    // known content is not sent twice; another team learns nothing of it
    expect(await create(bytes)).toEqual({ fileId, uploadUrl: null, userErrors: [] });
    const theirs = await create(bytes, {}, await createToken(outsider, 'WORKER'));
    expect(theirs.uploadUrl).not.toBeNull();
    expect(theirs.fileId).not.toBe(fileId);
    expect(await readFile(`${platform.dataDir}/files/${sha256(bytes).slice(0, 2)}/${sha256(bytes).slice(2)}`)).toEqual(bytes);
  });

  it('that are not what was announced are refused, and nothing of them stays', async () => {
    const bytes = randomBytes(5_000);
    const before = (await stored()).length;
    const { fileId, uploadUrl } = await create(bytes);
    const other = randomBytes(5_000);
    const wrong = await put(uploadUrl!, other);
    expect([wrong.status, await wrong.text()]).toEqual([400, `the content does not hash to ${sha256(bytes)}\n`]);
    expect((await put(uploadUrl!, bytes.subarray(1))).status).toBe(400);
    // without a length: it is counted while it comes
    const endless = Readable.from(Array.from({ length: 50 }, () => bytes));
    const chunked = await fetch(platform.url + uploadUrl, {
      method: 'PUT',
      body: Readable.toWeb(endless) as ReadableStream,
      duplex: 'half',
    } as RequestInit).then(
      (response) => response.status,
      () => 400, // closed on it
    );
    expect(chunked).toBe(400);
    expect((await stored()).length).toBe(before);
    expect((await get(fileId!, admin.identity as Record<string, string>)).status).toBe(404);
    expect((await put(uploadUrl!, bytes)).status).toBe(204);
  });

  it('of a size or hash that cannot be are refused before they are sent', async () => {
    const bytes = randomBytes(10);
    expect((await create(bytes, { size: 64 * 2 ** 20 + 1 })).userErrors).toMatchObject([
      { field: 'size', code: 'TOO_LARGE', message: expect.stringContaining('67108864') },
    ]);
    expect((await create(bytes, { size: 2 ** 30 + 1, mediaType: 'CHECKPOINT' })).userErrors).toMatchObject([
      { field: 'size', code: 'TOO_LARGE' },
    ]);
    expect((await create(bytes, { size: 2 ** 29, mediaType: 'CHECKPOINT' })).userErrors).toEqual([]);
    expect((await create(bytes, { sha256: '../../etc/passwd' })).userErrors).toMatchObject([{ field: 'sha256', code: 'NOT_ALLOWED' }]);
  });

  it('have addresses that nobody can make up', async () => {
    const bytes = randomBytes(10);
    const { uploadUrl, fileId } = await create(bytes);
    const [uuid, expiry, signature] = uploadUrl!.slice('/files/'.length).split('.') as [string, string, string];
    const forged = [
      `${uuid}.${Number(expiry) + 1}.${signature}`,
      `${uuid}.${expiry}.${'A'.repeat(43)}`,
      fileId!,
      `${uuid}.${expiry}`,
      '..%2f..%2fetc%2fpasswd',
    ];
    for (const token of forged) expect((await put(`/files/${token}`, bytes)).status, token).toBe(403);
    for (const path of ['..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', 'ab/cdef', `${sha256(bytes)}`, 'fi_%00'])
      expect((await fetch(`${platform.url}/files/${path}`, { headers: admin.identity as Record<string, string> })).status, path).toBe(404);
  });

  it('have addresses that end after ten minutes, and are good for one purpose', () => {
    const [key, other] = [randomBytes(32), randomBytes(32)];
    const uuid = '01900000-0000-7000-8000-000000000000';
    const token = signUpload(key, uuid, 1_000);
    expect(readUpload(key, token, 1_000 + 600_000)).toEqual({ uuid });
    expect(readUpload(key, token, 1_001 + 600_000)).toBe('EXPIRED');
    expect(readUpload(other, token, 1_000)).toBe('FORGED');
  });
});
