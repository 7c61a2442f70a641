import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '../errors.ts';

const TRIES = 50;

/**
 * Listens on `port`; when it is taken, on the next free one if `fallback`.
 * @returns the port
 * @throws Fault PORT_TAKEN
 */
export async function listen(server: Server, host: string, port: number, fallback: boolean): Promise<number> {
  const last = fallback && port > 0 ? Math.min(port + TRIES, 65_535) : port;
  for (let candidate = port; candidate <= last; candidate++) {
    try {
      return await tryPort(server, host, candidate);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE') continue;
      throw new Fault('LISTEN', `can't listen on ${host}:${candidate}: ${message}`, { cause: error });
    }
  }
  throw new Fault('PORT_TAKEN', `port ${port}${last > port ? ` to ${last}` : ''} is taken: stop what uses it, or choose another with PORT`);
}

/** By hand, because Next catches errors that nobody handles, and would leave a process that listens on nothing. */
function tryPort(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
