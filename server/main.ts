import { startApp } from './app.ts';
import { readEnvironment, withoutPassword } from './environment.ts';
import { Fault } from './errors.ts';
import { firstStart } from './teams/invitations.ts';

/** The platform alone, without a worker: everything is taken from the environment. */
try {
  const { databaseUrl, dataDir, port, host, publicUrl, production } = readEnvironment();
  const app = await startApp({
    databaseUrl,
    dataDir,
    port,
    host,
    publicUrl,
    portFallback: true,
    web: production ? 'production' : 'development',
  });
  console.log(`Handpick is at ${publicUrl ?? app.url} (database: ${app.embedded ?? withoutPassword(app.databaseUrl)})`);
  const first = await firstStart(app.database);
  if (first) console.log(`Make the first account: ${publicUrl ?? app.url}/welcome/${first.secret}`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      void app.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(error instanceof Fault ? error.message : error);
  process.exit(1);
}
