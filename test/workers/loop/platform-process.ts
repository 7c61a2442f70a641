import { startApp } from '../../../server/app.ts';
import { commandAccess } from '../../../server/commands/machine/command-account.ts';
import { globalId } from '../../../server/ids.ts';
import { localWorkerToken } from '../../../server/teams/tokens.ts';

/** A platform in a process of its own, to be killed: `FOLDER PORT`. Prints where it is; at its first start, port 0, with tokens as well. */
const [dataDir, port] = process.argv.slice(2);
const app = await startApp({ port: Number(port), web: false, dataDir: dataDir! });
const first = port === '0';
const access = first ? await commandAccess(app.database) : null;
const worker = access ? await localWorkerToken(app.database, access.teamId) : null;
console.log(`ready ${JSON.stringify({ url: app.url, user: access?.token, teamId: access && globalId('Team', access.teamId), worker })}`);
process.on('SIGTERM', () => void app.stop().then(() => process.exit(0)));
