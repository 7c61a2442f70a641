import { type ChildProcess, spawn } from 'node:child_process';
import type { Slice } from './figures.ts';

/**
 * A process that is there to be measured. It answers each line of its standard input with one line of JSON on its standard output: first
 * `{"ready": ...}` unasked, then to `measure SECONDS` a slice, and to `peak` `{"gflops": ...}`. In between it waits.
 */
export interface Measured<S = Slice> {
  /** What the process said about itself. */
  readonly ready: string;
  measure(seconds: number): Promise<S>;
  peak(): Promise<number>;
  end(): Promise<void>;
}

type Answer<S> = { ready: string } | S | { gflops: number };

/** Starts such a process, in our process group. @throws Error with the end of what it wrote when it ends before it is ready */
export async function startMeasured<S = Slice>(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
  line: (text: string) => void = () => {},
): Promise<Measured<S>> {
  const child = spawn(command, args, { env: { ...process.env, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] });
  const next = answers<S>(child, line);
  const ask = async (question: string) => {
    child.stdin.write(`${question}\n`);
    return next();
  };
  const { ready } = (await next()) as { ready: string };
  return {
    ready,
    measure: async (seconds) => (await ask(`measure ${seconds}`)) as S,
    peak: async () => ((await ask('peak')) as { gflops: number }).gflops,
    end: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('close', () => resolve());
        child.kill();
      }),
  };
}

/** Lines of JSON become answers, one a call; other lines and standard error go to `line`. */
function answers<S>(child: ChildProcess, line: (text: string) => void): () => Promise<Answer<S>> {
  const given: Answer<S>[] = [];
  let wake = () => {};
  let ended: Error | undefined;
  let tail = '';
  const kill = () => child.kill();
  process.once('exit', kill);
  const eachLine = (stream: NodeJS.ReadableStream, use: (text: string) => void) => {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop()!;
      lines.forEach(use);
    });
  };
  const aside = (text: string) => {
    tail = `${tail}\n${text}`.slice(-2_000);
    line(text);
  };
  eachLine(child.stdout!, (text) => {
    if (!text.startsWith('{')) return aside(text);
    given.push(JSON.parse(text) as Answer<S>);
    wake();
  });
  eachLine(child.stderr!, aside);
  const fail = (error: Error) => {
    ended ??= error;
    wake();
  };
  child.once('error', fail);
  child.stdin!.on('error', fail);
  child.once('close', (code, signal) => {
    process.off('exit', kill);
    fail(new Error(`it ended with ${signal ?? `code ${code}`}: ${reason(tail)}`));
  });
  return async () => {
    while (given.length === 0) {
      if (ended) throw ended;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return given.shift()!;
  };
}

/** The line that says what went wrong. */
function reason(output: string): string {
  const lines = output.split('\n').filter((text) => text.trim());
  return lines.findLast((text) => /error|cannot/i.test(text))?.trim() ?? lines.at(-1)?.trim() ?? 'it wrote nothing';
}
