import { parseArgs } from 'node:util';
import { Random } from '../../schema/random.ts';
import { openBackend } from '../../workers/backends/choose.ts';
import { runLoop } from '../../workers/loop/loop.ts';
import { Renewal } from '../../workers/loop/renewal.ts';
import { Platform } from '../../workers/platform.ts';
import { noTime } from '../../workers/training/clock.ts';
import type { AnyData, TrialReport, TrialWork } from '../../workers/training/trial.ts';

/**
 * A whole worker whose trials end at once, to measure what is around them: `overhead-worker.ts --server URL --name NAME --spool FOLDER`; with
 * `--train` they train, and it tells of the controller's steps. Its token is in HANDPICK_TOKEN. Ends at SIGTERM.
 */
const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { server: text, name: text, spool: text, train: { type: 'boolean', default: false } } });
const server = new URL(values.server!);
const token = process.env.HANDPICK_TOKEN!;
/** That it has registered, for who started it; the rest of its log would cost what is measured. */
const quiet = (line: string) => {
  if (line.startsWith('registered') || (values.train && line.startsWith('step '))) console.log(line);
};
const backend = await openBackend(values.train ? {} : { name: 'wasm', threads: 1 });
const renewal = new Renewal(server, token, quiet);
const description = {
  name: values.name!,
  backend: backend.name,
  backendVersion: backend.version,
  device: backend.device.name,
  deviceKind: backend.device.kind,
  memoryBytes: backend.device.memoryBytes,
  threads: 1,
  gflops: 1,
  host: 'bench',
};
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort(new Error('SIGTERM')));
const context = {
  platform: new Platform(server, token, (line) => console.error(line)),
  backend,
  renewal,
  spoolRoot: values.spool!,
  checkpointSeconds: 15,
  log: quiet,
  ...(!values.train && { runTrial: endAtOnce }),
};
await runLoop(description, context, stop.signal);
await renewal.close();
process.exit(0);

/** An accuracy that depends on the network, without any training. */
async function* endAtOnce({ architecture, seed }: TrialWork<AnyData>): AsyncGenerator<TrialReport, void, undefined> {
  const accuracy = Random.of(seed, JSON.stringify(architecture)).uniform();
  const metric = { split: 'VALIDATION', epoch: 1 } as const;
  const metrics = [
    { ...metric, name: 'accuracy', value: accuracy },
    { ...metric, name: 'loss', value: 1 - accuracy },
  ];
  yield { type: 'metrics', epoch: 1, metrics };
  yield { type: 'finished', status: 'DONE', phases: noTime() };
}
