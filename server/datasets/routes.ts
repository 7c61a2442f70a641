import { type Request, type Response, Router } from 'express';
import { SPLITS, type SplitName } from '../../schema/datasets/describe.ts';
import { type Actor, belongsTo } from '../access/actor.ts';
import type { DataSource } from '../database/data-source.ts';
import { Dataset, DatasetImport } from '../database/entities.ts';
import { queries } from '../database/transaction.ts';
import { Fault } from '../errors.ts';
import { readUpload } from '../files/signature.ts';
import type { FileStore } from '../files/store.ts';
import { parseId } from '../ids.ts';
import type { Imports } from './imports.ts';
import { openPacked } from './packed-file.ts';
import { MOST_TILES, makeSheet } from './sheet.ts';

/** What the routes need. */
export interface DatasetRoutes {
  database: DataSource;
  store: FileStore;
  imports: Imports;
  /** Signs upload addresses. */
  key: Buffer;
  actorOf: (request: Request) => Promise<Actor>;
}

/** PATCH /files/imports/<signed token> and GET /files/pictures/<dataset>/<split>/<label or all>/<skip>-<first>.png. */
export function datasetRoutes(options: DatasetRoutes): Router {
  const router = Router();
  router.patch('/imports/:token', (request, response) => receive(options, request, response));
  router.get('/pictures/:id/:split/:label/:range.png', (request, response) => send(options, request, response));
  return router;
}

async function receive({ database, imports, key }: DatasetRoutes, request: Request, response: Response): Promise<void> {
  const token = readUpload(key, String(request.params.token), Date.now());
  if (token === 'FORGED') return fail(response, 403, 'this upload address is not valid');
  if (token === 'EXPIRED') return fail(response, 403, 'this upload address has expired: ask for a new one');
  const [entry] = await queries(database).entities(DatasetImport, 'SELECT * FROM dataset_import WHERE id = $1', [token.uuid]);
  if (entry?.status !== 'RECEIVING') return fail(response, 404, 'this import takes no more bytes');
  const offset = request.headers['upload-offset'];
  if (typeof offset !== 'string' || !/^\d{1,15}$/.test(offset))
    return fail(response, 400, 'the header Upload-Offset is missing, or not a number');
  let now: number | 'WRONG_OFFSET';
  try {
    now = await imports.append(entry, Number(offset), {
      chunks: request.iterator({ destroyOnReturn: false }),
      end: () => request.destroy(),
    });
  } catch (error) {
    if (request.destroyed && !request.complete) return; // the client has gone; what came is kept
    throw error;
  }
  if (now === 'WRONG_OFFSET') {
    response.set('Upload-Offset', String(await imports.received(entry.id)));
    return fail(response, 409, 'so many bytes are not there: go on from the offset in Upload-Offset');
  }
  response.status(204).set('Upload-Offset', String(now)).end();
}

async function send({ database, store, actorOf }: DatasetRoutes, request: Request, response: Response): Promise<void> {
  const missing = () => fail(response, 404, 'there is no such picture, or you may not see it');
  const actor = await actorOf(request);
  const { id, split, label, range } = request.params as Record<string, string>;
  const uuid = parseId('Dataset', id!);
  const numbers = /^(\d{1,9})-(\d{1,3})$/.exec(range!);
  if (uuid === null || !numbers || !SPLITS.includes(split as SplitName) || !/^(all|\d{1,3})$/.test(label!)) return missing();
  const [dataset] = await queries(database).entities(Dataset, 'SELECT * FROM dataset WHERE id = $1', [uuid]);
  const mine = dataset && actor.kind !== 'ANONYMOUS' && (dataset.teamId === null || belongsTo(actor, dataset.teamId));
  if (!mine) return missing();
  const wanted = {
    split: split as SplitName,
    label: label === 'all' ? null : Number(label),
    skip: Number(numbers[1]),
    first: Math.min(MOST_TILES, Number(numbers[2])),
  };
  let png: Buffer | null;
  try {
    png = await makeSheet(await openPacked(dataset, store), wanted);
  } catch (error) {
    if (error instanceof Fault) return fail(response, 503, error.message);
    throw error;
  }
  if (!png) return missing();
  response.set({
    'Cache-Control': 'private, max-age=31536000, immutable',
    'Content-Type': 'image/png',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.send(png);
}

function fail(response: Response, status: number, message: string): void {
  response.status(status).set('Connection', 'close').type('text/plain').send(`${message}\n`);
}
