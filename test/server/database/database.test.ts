import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeDataSource } from '../../../server/database/data-source.ts';
import { startEmbedded } from '../../../server/database/embedded.ts';
import * as entities from '../../../server/database/entities.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { migrations } from '../../../server/database/migrations.ts';
import { openDatabase } from '../../../server/database/open.ts';
import { queries, transaction } from '../../../server/database/transaction.ts';
import { createDatabase, type TestDatabase } from '../../kit/database.ts';

const TABLES = `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migration' ORDER BY 1`;

describe('migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase({ empty: true });
  });
  afterAll(() => database?.drop());

  it('go up, down and up again, also when several processes start at once', async () => {
    const [one, two] = [await makeDataSource(database.url).initialize(), await makeDataSource(database.url).initialize()];
    const ran = await Promise.all([migrate(one), migrate(two)]);
    expect(ran.flat()).toEqual(migrations.map((migration) => migration.name));
    const tables = await queries(one).query(TABLES);
    for (const _ of migrations) await one.undoLastMigration();
    expect(await queries(one).query(TABLES)).toEqual([]);
    await migrate(one);
    expect(await queries(one).query(TABLES)).toEqual(tables);
    await one.destroy();
    await two.destroy();
  });

  it('make what the entities say: tables, columns, types, nulls', async () => {
    const source = await makeDataSource(database.url).initialize();
    const columns = await queries(source).query<{ table: string; column: string; type: string; nullable: boolean }>(
      `SELECT table_name AS table, column_name AS column, data_type AS type, is_nullable = 'YES' AS nullable FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migration'`,
    );
    const inDatabase = columns.map(({ table, column, type, nullable }) => `${table}.${column} ${type}${nullable ? ' null' : ''}`).sort();
    const long: Record<string, string> = { timestamptz: 'timestamp with time zone' };
    const inCode = source.entityMetadatas
      .flatMap((entity) =>
        entity.columns.map(
          (column) =>
            `${entity.tableName}.${column.databaseName} ${long[String(column.type)] ?? column.type}${column.isNullable ? ' null' : ''}`,
        ),
      )
      .sort();
    expect(inCode).toEqual(inDatabase);
    expect(source.entityMetadatas).toHaveLength(Object.keys(entities).length);
    await source.destroy();
  });

  it('refuse a database that is newer than the code, in one line', async () => {
    const source = await makeDataSource(database.url).initialize();
    await source.query(`INSERT INTO migration (timestamp, name) VALUES (4102444800000, 'Future4102444800000')`);
    await source.destroy();
    await expect(openDatabase({ url: database.url })).rejects.toMatchObject({
      code: 'DATABASE_NEWER',
      message: expect.stringMatching(/^the database is newer.*Future4102444800000[^\n]*$/),
    });
  });

  it('an address where nothing answers is told without its password', async () => {
    await expect(openDatabase({ url: 'postgres://user:secret@127.0.0.1:1/none' })).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringMatching(
        /^can't reach the database at postgres:\/\/user:\*\*\*@127\.0\.0\.1:1\/none \(.*ECONNREFUSED.*\): start it, or correct DATABASE_URL$/,
      ),
    });
  });
});

describe('transactions', () => {
  it('run again after a deadlock, and not after any other error', async () => {
    const database = await createDatabase();
    const source = await makeDataSource(database.url).initialize();
    await source.query('CREATE TABLE pair (id int PRIMARY KEY, value int NOT NULL DEFAULT 0)');
    await source.query('INSERT INTO pair (id) VALUES (1), (2)');
    let attempts = 0;
    let bothHoldOne = () => {};
    const held = new Promise<void>((resolve) => {
      bothHoldOne = resolve;
    });
    const inOrder = ([first, second]: [number, number]) =>
      transaction(source, async (tx) => {
        attempts++;
        const add = (id: number) => tx.query('UPDATE pair SET value = value + 1 WHERE id = $1', [id]);
        await add(first);
        if (attempts === 2) bothHoldOne();
        await held;
        await add(second);
      });
    await Promise.all([inOrder([1, 2]), inOrder([2, 1])]);
    expect(attempts).toBeGreaterThan(2);
    expect(await queries(source).query('SELECT value FROM pair')).toEqual([{ value: 2 }, { value: 2 }]);

    attempts = 0;
    const failing = transaction(source, async (tx) => {
      attempts++;
      await tx.query('UPDATE pair SET value = 7');
      throw new Error('enough');
    });
    await expect(failing).rejects.toThrow('enough');
    expect(attempts).toBe(1);
    expect(await queries(source).query('SELECT value FROM pair')).toEqual([{ value: 2 }, { value: 2 }]);
    await source.destroy();
    await database.drop();
  });
});

describe('the embedded database', () => {
  it('wants a password, and listens on this machine alone', async () => {
    const url = new URL(inject('templateUrl'));
    expect(url.hostname).toBe('127.0.0.1');
    const client = new pg.Client({ connectionString: Object.assign(url, { password: 'wrong' }).href });
    await expect(client.connect()).rejects.toThrow('password authentication failed');
    const source = await makeDataSource(inject('templateUrl').replace(/\/\w+$/, '/postgres')).initialize();
    expect(await queries(source).query('SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await source.destroy();
  });

  it('survives a kill -9 of its process with all that was committed, is not shared, and stops with its owner', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'handpick-embedded-'));
    try {
      const program = `
        const { startEmbedded } = await import(${JSON.stringify(new URL('../../../server/database/embedded.ts', import.meta.url).href)});
        const { default: pg } = await import('pg');
        const embedded = await startEmbedded({ dataFolder: ${JSON.stringify(folder)} });
        const client = new pg.Client(embedded.url);
        await client.connect();
        await client.query('CREATE TABLE kept (value int); INSERT INTO kept VALUES (42)');
        console.log('committed');
        setInterval(() => {}, 1000);`;
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout!, 'data');
      child.kill('SIGKILL');
      await once(child, 'exit');

      const embedded = await startEmbedded({ dataFolder: folder });
      expect((await stat(path.join(folder, 'database-password'))).mode & 0o777).toBe(0o600);
      await expect(startEmbedded({ dataFolder: folder })).rejects.toMatchObject({
        code: 'DATA_FOLDER_IN_USE',
        message: `${folder} is used by another running Handpick: stop that one, or choose another data folder`,
      });
      const client = new pg.Client(embedded.url);
      await client.connect();
      expect((await client.query('SELECT value FROM kept')).rows).toEqual([{ value: 42 }]);
      await client.end();
      await embedded.stop();
      await expect(new pg.Client(embedded.url).connect()).rejects.toThrow('ECONNREFUSED');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
