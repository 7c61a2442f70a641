import type { Bench } from './bench.ts';
import { controllers } from './controllers.ts';
import { data } from './data.ts';
import { overhead } from './overhead.ts';
import { rank } from './rank.ts';
import { samples } from './samples.ts';
import { timeLeft } from './time-left.ts';
import { train } from './train.ts';

export const BENCHES: Record<string, Bench> = { train, data, samples, rank, controllers, overhead, 'time-left': timeLeft };

/** What `npm run bench` says. */
export function usage(): string {
  const width = Math.max(...Object.keys(BENCHES).map((name) => name.length));
  const list = Object.entries(BENCHES).map(([name, { about }]) => `  npm run bench -- ${name.padEnd(width)}   ${about}`);
  return `Measures this machine; a figure is one line of JSON.\n\n${list.join('\n')}\n\n--help after a name lists its options.`;
}

/** The command `npm run bench`. */
export async function main(args: string[]): Promise<never> {
  process.exit(await bench(args));
}

/** Runs the bench that the first argument names. Returns the exit code. */
export async function bench([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    console.log(usage());
    return 0;
  }
  const found = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!found) {
    console.error(`bench: ${JSON.stringify(name)}; allowed are ${Object.keys(BENCHES).join(', ')}`);
    return 1;
  }
  return found.run(args);
}
