import http from 'node:http';
import path from 'node:path';
import { toNodeHandler } from 'better-auth/node';
import express from 'express';
import { authenticate } from './access/authenticate.ts';
import { readDocuments } from './access/documents.ts';
import { deriveKey, platformKey } from './access/secrets.ts';
import { ADDRESS_HEADER, makeSessions } from './access/sessions.ts';
import type { DataSource } from './database/data-source.ts';
import { type OpenDatabase, openDatabase } from './database/open.ts';
import { ensureBuiltIns } from './datasets/built-ins.ts';
import { startFeed } from './feed/feed.ts';
import { makeFiles } from './files/files.ts';
import { openLocalStore } from './files/local-store.ts';
import { fileRoutes } from './files/routes.ts';
import { startReaper } from './fleet/reap.ts';
import { graphqlRoute } from './http/graphql.ts';
import { securityHeaders } from './http/headers.ts';
import { listen } from './http/listen.ts';
import { OpenRequests } from './http/open-requests.ts';
import { startPage } from './http/page.ts';
import { graphqlSocket } from './http/websocket.ts';
import { makeSchema } from './schema.ts';

export interface AppOptions {
  /** 0: any free one. */
  port: number;
  /** When the port is taken, take the next free one. */
  portFallback?: boolean;
  host?: string;
  /** A PostgreSQL; without, the embedded one in `dataDir`. */
  databaseUrl?: string | undefined;
  /** Files, and the embedded database. */
  dataDir: string;
  /** The page: as built, or built as it is asked for, or none. */
  web: 'production' | 'development' | false;
  /** Run only the page's documents without a token; by default with the page in production. */
  onlyKnownDocuments?: boolean;
  publicUrl?: string | undefined;
  signInsPerMinute?: number;
  /** How often expired leases are looked for. */
  reaper?: { everySeconds?: number; firstAfterSeconds?: number };
}

export interface App {
  url: string;
  port: number;
  database: DataSource;
  /** Contains a password. */
  databaseUrl: string;
  /** Folder of the embedded database; null with a `databaseUrl`. */
  embedded: string | null;
  /** Ends long polls and subscriptions, closes everything. */
  stop(): Promise<void>;
}

/** Things to close, the last opened first; one that fails does not keep the others from being closed. */
type Closer = () => unknown;

/** Starts the platform. @throws Fault with one line to tell; then nothing is left open */
export async function startApp(options: AppOptions): Promise<App> {
  const closers: Closer[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= closeAll(closers);
    return stopping;
  };
  try {
    return { ...(await start(options, closers)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: AppOptions, closers: Closer[]): Promise<Omit<App, 'stop'>> {
  const { dataDir, publicUrl, host = '127.0.0.1', web } = options;
  const open: OpenDatabase = await openDatabase({ url: options.databaseUrl, dataFolder: dataDir });
  closers.push(open.close);
  const { database } = open;
  await ensureBuiltIns(database);
  const key = await platformKey(database);
  const sessions = await makeSessions({ databaseUrl: open.url, key, publicUrl, signInsPerMinute: options.signInsPerMinute ?? 10 });
  closers.push(sessions.close);
  const feed = await startFeed(database, open.url);
  closers.push(() => feed.notifications.stop());
  const store = await openLocalStore(path.join(path.resolve(dataDir), 'files'));
  const fileKey = deriveKey(key, 'uploads');
  const platform = { database, sessions, feed, files: makeFiles(store, fileKey) };

  const reaper = startReaper(database, options.reaper);
  closers.push(reaper.stop);

  const requests = new OpenRequests();
  const documents = (options.onlyKnownDocuments ?? web === 'production') ? readDocuments() : null;
  const shared = { schema: makeSchema(), documents, requests, publicUrl };
  const socket = graphqlSocket(platform, shared);
  const graphql = await graphqlRoute(platform, shared);

  const express5 = express().disable('x-powered-by').use(securityHeaders(publicUrl));
  const server = http.createServer(express5);
  closers.push(() => closeServer(server));
  const port = await listen(server, host, options.port, options.portFallback ?? false);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  // for what the page's own server asks of us
  process.env.HANDPICK_SERVER = url;
  const page = web ? await startPage(web, host, port) : null;
  if (page) closers.push(() => within(1_000, page.stop()));
  closers.push(graphql.stop, socket.stop, () => requests.stop());

  const signIn = toNodeHandler(sessions.handler);
  express5.all('/api/auth/{*path}', (request, response) => {
    request.headers[ADDRESS_HEADER] = request.socket.remoteAddress ?? 'unknown';
    return signIn(request, response);
  });
  express5.use('/graphql', graphql.route);
  express5.use(
    '/files',
    fileRoutes({
      database,
      store,
      key: fileKey,
      actorOf: ({ headers }) => authenticate(database, sessions, { authorization: headers.authorization, cookie: headers.cookie }),
    }),
  );
  express5.get('/healthz', async (_, response) => {
    await database.query('SELECT 1');
    response.json({ ok: true });
  });
  if (page) express5.use((request, response) => page.handle(request, response));
  express5.use(lastResort);
  server.on('upgrade', (request, duplex, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/graphql') socket.upgrade(request, duplex, head);
    else if (page) page.upgrade(request, duplex, head);
    else duplex.destroy();
  });
  return { url, port, database, databaseUrl: open.url, embedded: open.embedded };
}

/** What no route has answered for: told in the log, not to the client. */
function lastResort(
  error: Error & { status?: number; extensions?: { code?: string } },
  request: express.Request,
  response: express.Response,
  next: express.NextFunction,
): void {
  const status = error.extensions?.code === 'UNAUTHENTICATED' ? 401 : (error.status ?? 500);
  if (status >= 500) console.error(`${request.method} ${request.path}: ${error.stack ?? error.message}`);
  if (response.headersSent) {
    next(error);
    return;
  }
  response.status(status).json({
    errors: [
      {
        message: status >= 500 ? 'something went wrong here' : error.message,
        extensions: { code: status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST' },
      },
    ],
  });
}

async function closeAll(closers: Closer[]): Promise<void> {
  for (const close of closers.splice(0).reverse()) {
    try {
      await close();
    } catch (error) {
      console.error(`while stopping: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** Answers under way get half a second. */
async function closeServer(server: http.Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), 500);
  await closed;
  clearTimeout(timer);
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    }),
  ]);
  clearTimeout(timer);
}
