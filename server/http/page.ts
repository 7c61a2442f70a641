import http, { type IncomingMessage, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The Next app in web/, in this process. */
export interface Page {
  handle: RequestListener;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  stop(): Promise<void>;
}

const FOLDER = fileURLToPath(new URL('../../web', import.meta.url));

/** What we use of Next's server; its own types leave out the last two. */
interface NextServer {
  prepare(): Promise<void>;
  getRequestHandler(): RequestListener;
  upgradeHandler(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  close(): Promise<void>;
}

export async function startPage(mode: 'production' | 'development', host: string, port: number): Promise<Page> {
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  const { default: next } = (await import('next')) as unknown as { default: (options: object) => NextServer };
  // a server that never listens: with the real one Next would answer websocket upgrades itself, and end those of GraphQL
  const app = next({ dev: mode === 'development', dir: FOLDER, httpServer: http.createServer(), hostname: host, port });
  await app.prepare();
  return {
    handle: app.getRequestHandler(),
    upgrade: (request, socket, head) => {
      app.upgradeHandler(request, socket, head).catch((error: Error) => {
        console.error(`page: ${error.message}`);
        socket.destroy();
      });
    },
    stop: () => app.close(),
  };
}
