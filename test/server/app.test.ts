import { mkdtemp, readdir, rm } from 'node:fs/promises';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../../server/app.ts';
import { readEnvironment } from '../../server/environment.ts';
import { createDatabase, type TestDatabase } from '../kit/database.ts';
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts';

describe('the application', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform();
  });
  afterAll(() => platform?.stop());

  it('answers on one port, with headers that keep others out', async () => {
    const response = await fetch(`${platform.url}/healthz`);
    expect(await response.json()).toEqual({ ok: true });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(response.headers.has('x-powered-by')).toBe(false);
    expect((await fetch(`${platform.url}/nothing`)).status).toBe(404);
  });

  it('goes on after requests that no client would send', async () => {
    const raw = ['GET // HTTP/1.1', 'GET http:// HTTP/1.1', 'GET /graphql?query=%7B HTTP/1.1', 'PUT /files/%ff HTTP/1.1'].map((line) =>
      send(platform.port, `${line}\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`),
    );
    await Promise.all(raw);
    expect((await fetch(`${platform.url}/healthz`)).status).toBe(200);
  });

  it('a taken port is refused in one line, or the next one is taken', async () => {
    const options = { port: platform.port, databaseUrl: platform.databaseUrl, dataDir: platform.dataDir, web: false as const };
    await expect(startApp(options)).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: expect.stringMatching(new RegExp(`^port ${platform.port} is taken: [^\n]*$`)),
    });
    const second = await startApp({ ...options, portFallback: true });
    expect(second.port).toBeGreaterThan(platform.port);
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
    await second.stop();
  });
});

describe('a start that fails', () => {
  let database: TestDatabase;
  let blocker: http.Server;
  beforeAll(async () => {
    database = await createDatabase();
    blocker = http.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
  });
  afterAll(async () => {
    blocker.close();
    await database.drop();
  });

  it('leaves no connection open', async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'handpick-test-'));
    const { port } = blocker.address() as AddressInfo;
    await expect(startApp({ port, databaseUrl: database.url, dataDir, web: false })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    expect(await readdir(path.join(dataDir, 'files'))).toEqual(['incoming']);
    await rm(dataDir, { recursive: true });
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT count(*)::int AS others FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    expect(rows).toEqual([{ others: 0 }]);
    await client.end();
  });
});

describe('the environment', () => {
  it('has defaults', () => {
    expect(readEnvironment({})).toEqual({
      databaseUrl: undefined,
      dataDir: '.handpick',
      port: 4000,
      host: '127.0.0.1',
      publicUrl: undefined,
      production: false,
    });
  });

  it.each([
    [{ PORT: '80a' }, 'PORT is "80a": give a whole number from 0 (any free port) to 65535'],
    [{ PORT: '70000' }, 'PORT is "70000": give a whole number from 0 (any free port) to 65535'],
    [
      { DATABASE_URL: 'mysql://u:secret@h/d' },
      'DATABASE_URL is "mysql://u:***@h/d": give an address like postgres://user:password@host:5432/name',
    ],
    [{ PUBLIC_URL: 'handpick.example.org' }, 'PUBLIC_URL is "handpick.example.org": give an address like https://handpick.example.org'],
  ])('%j is refused, naming variable, value and what is allowed', (variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(message);
  });
});

function send(port: number, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(500, () => socket.destroy());
    socket.on('error', () => undefined); // closed on us: as good an answer as any
    socket.on('data', () => undefined);
    socket.on('close', () => resolve());
  });
}
