import http from 'node:http';
import path from 'node:path';
import { readDocuments } from './access/documents.ts';
import { deriveKey, platformKey } from './access/secrets.ts';
import { makeSessions } from './access/sessions.ts';
import type { DataSource } from './database/data-source.ts';
import { type OpenDatabase, openDatabase } from './database/open.ts';
import { ensureBuiltIns } from './datasets/built-ins.ts';
import { openImports } from './datasets/imports.ts';
import { startFeed } from './feed/feed.ts';
import { makeFiles } from './files/files.ts';
import { openLocalStore } from './files/local-store.ts';
import { startSweeper } from './files/unwanted.ts';
import { startReaper } from './fleet/reap.ts';
import { graphqlRoute } from './http/graphql.ts';
import { listen } from './http/listen.ts';
import { OpenRequests } from './http/open-requests.ts';
import { type Page, startPage } from './http/page.ts';
import { makeRoutes } from './http/routes.ts';
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
  const imports = await openImports({ database, store, folder: path.join(path.resolve(dataDir), 'imports'), key: fileKey });
  closers.push(imports.stop);
  const platform = { database, sessions, feed, files: makeFiles(store, fileKey), imports };

  const reaper = startReaper(database, options.reaper);
  closers.push(reaper.stop);
  closers.push(startSweeper(database, store).stop);

  const requests = new OpenRequests();
  const documents = (options.onlyKnownDocuments ?? web === 'production') ? readDocuments() : null;
  const shared = { schema: makeSchema(), documents, requests, publicUrl };
  const socket = graphqlSocket(platform, shared);
  const graphql = await graphqlRoute(platform, shared);

  let page: Page | null | undefined = web ? null : undefined;
  const server = http.createServer(makeRoutes(platform, { graphql: graphql.route, fileKey, publicUrl, page: () => page }));
  server.on('upgrade', (request, duplex, head) => {
    if (request.url?.split('?')[0] === '/graphql') socket.upgrade(request, duplex, head);
    else if (page) page.upgrade(request, duplex, head);
    else duplex.destroy();
  });
  const port = await listen(server, host, options.port, options.portFallback ?? false);
  closers.push(() => Promise.all([closeServer(server), page && within(1_000, page.stop())]));
  closers.push(graphql.stop, socket.stop, () => requests.stop());
  if (web) page = await startPage(web, host, port);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return { url, port, database, databaseUrl: open.url, embedded: open.embedded };
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
