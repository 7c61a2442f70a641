import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { type Actor, belongsTo } from '../access/actor.ts';
import type { DataSource } from '../database/data-source.ts';
import { File } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { parseId } from '../ids.ts';
import { readUpload } from './signature.ts';
import type { FileStore } from './store.ts';

/** What the routes need. */
export interface FileRoutes {
  database: DataSource;
  store: FileStore;
  /** Signs upload addresses. */
  key: Buffer;
  actorOf: (request: Request) => Promise<Actor>;
}

/** PUT /files/<signed token> and GET /files/<id>. */
export function fileRoutes(options: FileRoutes): Router {
  const router = Router();
  router.put('/:token', (request, response) => receive(options, request, response));
  router.get('/:id', (request, response) => send(options, request, response));
  return router;
}

async function receive({ database, store, key }: FileRoutes, request: Request, response: Response): Promise<void> {
  const token = readUpload(key, String(request.params.token), Date.now());
  if (token === 'FORGED') return fail(response, 403, 'this upload address is not valid');
  if (token === 'EXPIRED') return fail(response, 403, 'this upload address has expired: ask for a new one');
  const file = await findFile(database, token.uuid);
  if (!file) return fail(response, 404, 'this file is no longer expected');
  const length = request.headers['content-length'];
  if (length !== undefined && length !== file.size) return fail(response, 400, `${length} bytes were announced, ${file.size} are expected`);
  if (!file.storedAt) {
    const result = await store.write(file.sha256, Number(file.size), request.iterator({ destroyOnReturn: false }));
    if (result === 'WRONG_SIZE') return fail(response, 400, `the content has not ${file.size} bytes`);
    if (result === 'WRONG_HASH') return fail(response, 400, `the content does not hash to ${file.sha256}`);
    await queries(database).query('UPDATE file SET stored_at = now() WHERE id = $1', [file.id]);
  }
  request.resume(); // a repeated upload: its bytes are not needed
  response.status(204).end();
}

async function send({ database, store, actorOf }: FileRoutes, request: Request, response: Response): Promise<void> {
  const actor = await actorOf(request);
  const uuid = parseId('File', String(request.params.id));
  const file = uuid === null ? null : await findFile(database, uuid);
  // what belongs to others looks as if it did not exist
  if (!file?.storedAt || !belongsTo(actor, file.teamId)) return fail(response, 404, 'there is no such file, or you may not see it');
  response.set({
    ETag: `"${file.sha256}"`,
    'Cache-Control': 'private, max-age=31536000, immutable',
    'Content-Type': file.mediaType,
    'Content-Disposition': file.mediaType === 'image/png' ? 'inline' : 'attachment',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  // whatever the client says of caching: this content never changes
  if (request.headers['if-none-match']?.includes(`"${file.sha256}"`)) {
    response.status(304).end();
    return;
  }
  const content = await store.read(file.sha256);
  if (!content) throw new Error(`the content of file ${file.id} is missing from the store`);
  response.set('Content-Length', file.size);
  await pipeline(content, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error; // the client has gone
  });
}

async function findFile(database: DataSource, uuid: string): Promise<File | null> {
  const [file] = await queries(database).entities(File, 'SELECT * FROM file WHERE id = $1', [uuid]);
  return file ?? null;
}

function fail(response: Response, status: number, message: string): void {
  response.status(status).set('Connection', 'close').type('text/plain').send(`${message}\n`);
}
