import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connection, type Key, keyset, type PageArgs, pageWindow, type SortColumn } from '../../server/connections.ts';
import { type DataSource, makeDataSource } from '../../server/database/data-source.ts';
import { queries } from '../../server/database/transaction.ts';
import { createDatabase, type TestDatabase } from '../kit/database.ts';

interface Row {
  id: number;
  score: number | null;
}

describe('keyset pages', () => {
  let database: TestDatabase;
  let source: DataSource;
  // ties and nulls on purpose
  const rows: Row[] = Array.from({ length: 57 }, (_, index) => ({ id: index + 1, score: index % 7 === 0 ? null : (index * 31) % 5 }));
  beforeAll(async () => {
    database = await createDatabase();
    source = await makeDataSource(database.url).initialize();
    await source.query('CREATE TABLE item (id int PRIMARY KEY, score int)');
    for (const { id, score } of rows) await source.query('INSERT INTO item VALUES ($1, $2)', [id, score]);
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const page = (columns: SortColumn[], args: PageArgs) =>
    connection<Row>({
      window: pageWindow('items', args, columns.length),
      key: (row) => columns.map(({ sql }) => row[sql as keyof Row] as Key),
      read: (window, limit) => {
        const parameters: unknown[] = [];
        const { where, order } = keyset(window, columns, parameters);
        return queries(source).query<Row>(`SELECT id, score FROM item WHERE ${where} ORDER BY ${order} LIMIT ${limit}`, parameters);
      },
    });

  const sorted = (descending: boolean) =>
    [...rows].sort((one, other) => {
      if (one.score === other.score) return one.id - other.id;
      if (one.score === null) return 1;
      if (other.score === null) return -1;
      return descending ? other.score - one.score : one.score - other.score;
    });

  it.each([true, false])('walk a sorted list (descending: %s) from both ends, nulls last, each row once', async (descending) => {
    const columns: SortColumn[] = [
      { sql: 'score', type: 'int', descending, nullable: true },
      { sql: 'id', type: 'int' },
    ];
    const expected = sorted(descending).map((row) => row.id);
    const forward: number[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = await page(columns, { first: 10, after });
      forward.push(...edges.map((edge) => edge.node.id));
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      after = pageInfo.endCursor;
      if (!pageInfo.hasNextPage) break;
    }
    expect(forward).toEqual(expected);
    const backward: number[] = [];
    for (let before: string | null = null; ; ) {
      const { edges, pageInfo } = await page(columns, { last: 8, before });
      backward.unshift(...edges.map((edge) => edge.node.id));
      expect(pageInfo.hasNextPage).toBe(before !== null);
      before = pageInfo.startCursor;
      if (!pageInfo.hasPreviousPage) break;
    }
    expect(backward).toEqual(expected);
  });

  it('lie between two cursors', async () => {
    const columns: SortColumn[] = [{ sql: 'id', type: 'int' }];
    const { edges } = await page(columns, { first: 20 });
    const between = await page(columns, { first: 100, after: edges[3]!.cursor, before: edges[9]!.cursor });
    expect(between.edges.map((edge) => edge.node.id)).toEqual([5, 6, 7, 8, 9]);
  });

  it.each([
    [{}, 'items: give either first or last, 1 to 100 (first is missing, last is missing)'],
    [{ first: 1, last: 1 }, 'items: give either first or last, 1 to 100 (first is 1, last is 1)'],
    [{ first: 101 }, 'items: first is 101, 1 to 100 are allowed'],
    [{ last: 0 }, 'items: last is 0, 1 to 100 are allowed'],
    [{ first: 1, after: 'WyJhIiwiYiJd' }, 'items.after: "WyJhIiwiYiJd" is not a cursor of this list'],
  ])('refuse %j', (args, message) => {
    expect(() => pageWindow('items', args)).toThrow(message);
  });
});
