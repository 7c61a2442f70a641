import 'reflect-metadata';
import { DataSource } from 'typeorm';
import * as entities from './entities.ts';
import { migrations } from './migrations.ts';
import { SnakeCaseNames } from './naming.ts';

export type { DataSource } from 'typeorm';

/** A pool of at most `connections` on the database at `url`; not connected before `initialize()`. */
export function makeDataSource(url: string, connections = 12): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: Object.values(entities),
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeCaseNames(),
    synchronize: false,
    applicationName: 'handpick',
    extra: { max: connections, connectionTimeoutMillis: 10_000 },
  });
}
