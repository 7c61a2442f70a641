import { createInterface } from 'node:readline';
import type { Slice } from './figures.ts';

/** What a measured process of ours can do; see child.ts for the lines that it reads and writes. */
export interface Subject {
  ready: string;
  measure(seconds: number): Promise<Slice>;
  peak(): Promise<number>;
}

/** Answers until standard input ends. */
export async function answer(subject: Subject): Promise<void> {
  const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);
  say({ ready: subject.ready });
  for await (const line of createInterface({ input: process.stdin })) {
    const [word, seconds] = line.split(' ');
    if (word === 'measure') say(await subject.measure(Number(seconds)));
    else if (word === 'peak') say({ gflops: await subject.peak() });
    else throw new Error(`there is no question ${JSON.stringify(line)}; allowed are measure SECONDS and peak`);
  }
}
