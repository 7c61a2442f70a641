import { toNodeHandler } from 'better-auth/node';
import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import { authenticate } from '../access/authenticate.ts';
import { ADDRESS_HEADER } from '../access/sessions.ts';
import { datasetRoutes } from '../datasets/routes.ts';
import { fileRoutes } from '../files/routes.ts';
import { securityHeaders } from './headers.ts';
import type { Platform } from './make-context.ts';
import type { Page } from './page.ts';

/** What the routes need beside the platform. */
export interface Routes {
  graphql: Router;
  /** Signs upload addresses. */
  fileKey: Buffer;
  publicUrl?: string | undefined;
  /** Null while it starts; undefined when there is none. */
  page: () => Page | null | undefined;
}

/** Everything that is answered on the one port: sign-in, GraphQL, files, health, and the page for the rest. */
export function makeRoutes({ database, sessions, files, imports }: Platform, { graphql, fileKey, publicUrl, page }: Routes): Express {
  const app = express().disable('x-powered-by').use(securityHeaders(publicUrl));
  const signIn = toNodeHandler(sessions.handler);
  app.all('/api/auth/{*path}', (request, response) => {
    request.headers[ADDRESS_HEADER] = request.socket.remoteAddress ?? 'unknown';
    return signIn(request, response);
  });
  app.use('/graphql', graphql);
  const actorOf = ({ headers }: Request) =>
    authenticate(database, sessions, { authorization: headers.authorization, cookie: headers.cookie });
  app.use('/files', datasetRoutes({ database, store: files.store, imports, key: fileKey, actorOf }));
  app.use('/files', fileRoutes({ database, store: files.store, key: fileKey, actorOf }));
  app.get('/healthz', async (_, response) => {
    await database.query('SELECT 1');
    response.json({ ok: true });
  });
  app.use((request, response, next) => {
    const ready = page();
    if (ready) ready.handle(request, response);
    else if (ready === null) response.status(503).set('Retry-After', '1').type('text/plain').send('The page is starting.\n');
    else next();
  });
  app.use(lastResort);
  return app;
}

/** What no route has answered for: told in the log, not to the client. */
function lastResort(
  error: Error & { status?: number; extensions?: { code?: string } },
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  const status = error.extensions?.code === 'UNAUTHENTICATED' ? 401 : (error.status ?? 500);
  if (status >= 500) console.error(`${request.method} ${request.path}: ${error.stack ?? error.message}`);
  if (response.headersSent) {
    next(error);
    return;
  }
  const told =
    status >= 500
      ? { message: 'something went wrong here', code: 'INTERNAL_SERVER_ERROR' }
      : { message: error.message, code: 'BAD_REQUEST' };
  response.status(status).json({ errors: [{ message: told.message, extensions: { code: told.code } }] });
}
