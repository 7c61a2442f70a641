import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Table, Task } from './controller-process.ts';

/**
 * Answers tasks in as many processes as `count`, each of which reads the table. Answers come in the order in which they are there.
 * @throws Error when a process ends, or a task fails
 */
export async function* inProcesses(table: Table, tasks: readonly Task[], count: number): AsyncGenerator<{ task: Task; answer: Answer }> {
  const script = fileURLToPath(new URL('./controller-process.ts', import.meta.url));
  const left = [...tasks];
  const answered: { task: Task; answer: Answer }[] = [];
  let wake = () => {};
  let fault: Error | null = null;
  const children: ChildProcess[] = [];
  const kill = () => children.forEach((child) => void child.kill('SIGKILL'));
  process.once('exit', kill);
  const fail = (error: Error) => {
    fault ??= error;
    wake();
  };
  for (let i = 0; i < Math.min(count, tasks.length); i++) {
    const child = fork(script, [], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    children.push(child);
    let task: Task | undefined;
    const ask = () => {
      task = left.shift();
      if (task) child.send({ task });
    };
    child.on('message', (answer: Answer) => {
      if ('fault' in answer) return fail(new Error(answer.fault));
      answered.push({ task: task!, answer });
      wake();
      ask();
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => fail(new Error(`a process of the bench ended (${signal ?? `code ${code}`})`)));
    child.send({ table });
    ask();
  }
  try {
    for (let given = 0; given < tasks.length; given++) {
      while (answered.length === 0) {
        if (fault) throw fault;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      yield answered.shift()!;
    }
  } finally {
    kill();
    process.off('exit', kill);
  }
}
