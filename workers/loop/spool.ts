import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetricInput, SampleInput, TrialFailureInput, TrialPhasesInput, TrialPredictionInput } from '../operations.generated.ts';

/** SHA-256 of a file's content, hex: its name in the spool. */
export type FileHash = string;

/** What a trial has produced, on its way to the server. */
export interface TrialMessage {
  /** 1, 2, ... within the lease. */
  sequence: number;
  metrics: MetricInput[];
  /** Missing in a spool of an earlier version. */
  prediction?: TrialPredictionInput | null;
  samples: (Omit<SampleInput, 'fileId' | 'vectorsFileId'> & { file: FileHash; vectors?: FileHash | null })[];
  checkpoint: FileHash | null;
  /** Given with the last one; `at`: when the trial ended here, in milliseconds since 1970, which a spool of an earlier version does not say. */
  finish: { failure: TrialFailureInput | null; stoppedEarly?: boolean; phases: TrialPhasesInput; at?: number } | null;
}

/** Whose messages these are. */
export interface Sender {
  server: string;
  leaseId: string;
  fence: number;
  pid: number;
  /** It was told to end and could not tell the server: nothing is wrong with the work. */
  willing?: boolean;
}

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const SENDER = 'sender.json';
const JOURNAL = 'messages.jsonl';

/**
 * Messages of one lease on disk until the server has them, so that neither a server that is away nor a worker that dies loses any.
 * The journal is only appended to: a message that is written again replaces the one of its sequence, `{ acknowledged }` takes it out.
 */
export class Spool {
  private constructor(
    private readonly folder: string,
    readonly sender: Sender,
  ) {}

  static create(root: string, sender: Sender): Spool {
    const folder = join(root, `${sender.pid}-${sender.leaseId}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, SENDER), JSON.stringify(sender));
    return new Spool(folder, sender);
  }

  /** Takes over the spools for this server that a process left behind; of workers that do so at once, one gets each. Those of servers that were not seen for a week are thrown away. */
  static abandoned(root: string, server: string): Spool[] {
    if (!existsSync(root)) return [];
    for (const name of readdirSync(root)) {
      const folder = join(root, name);
      const spool = Spool.read(folder);
      if (spool && !isAlive(spool.sender.pid) && Date.now() - statSync(folder).mtimeMs > KEPT_MS) spool.remove();
    }
    return readdirSync(root).flatMap((name) => {
      const spool = Spool.read(join(root, name));
      return spool && spool.sender.server === server && !isAlive(spool.sender.pid) ? (spool.claim(root) ?? []) : [];
    });
  }

  private static read(folder: string): Spool | null {
    try {
      return new Spool(folder, JSON.parse(readFileSync(join(folder, SENDER), 'utf8')) as Sender);
    } catch (error) {
      // Being made or removed by another worker at this moment, or cut off when the machine went down: nothing to send.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError || isNotFolder(error)) return null;
      throw error;
    }
  }

  private claim(root: string): Spool | null {
    const folder = join(root, `${process.pid}-${this.sender.leaseId}`);
    try {
      renameSync(this.folder, folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null; // another was faster
      throw error;
    }
    return new Spool(folder, this.sender);
  }

  /** Keeps a file's content; returns its name. */
  keep(content: Uint8Array): FileHash {
    const hash = createHash('sha256').update(content).digest('hex');
    const path = join(this.folder, hash);
    if (!existsSync(path)) writeFileSync(path, content);
    return hash;
  }

  content(file: FileHash): Uint8Array {
    return readFileSync(join(this.folder, file));
  }

  write(message: TrialMessage): void {
    this.append(message);
  }

  acknowledge(sequence: number): void {
    this.append({ acknowledged: sequence });
  }

  /** Forgets a file that no message names any more. */
  drop(file: FileHash): void {
    rmSync(join(this.folder, file), { force: true });
  }

  /** What the server does not have yet, in order; a line that was cut off by a crash is left out. */
  unsent(): TrialMessage[] {
    const path = join(this.folder, JOURNAL);
    const messages = new Map<number, TrialMessage>();
    for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
      const entry = parse(line);
      if (!entry) continue;
      if ('acknowledged' in entry) messages.delete(entry.acknowledged);
      else messages.set(entry.sequence, entry);
    }
    return [...messages.values()].sort((a, b) => a.sequence - b.sequence);
  }

  /** Leaves the rest to the next worker on this machine. */
  leave(): void {
    writeFileSync(join(this.folder, SENDER), JSON.stringify({ ...this.sender, willing: true }));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private append(entry: TrialMessage | { acknowledged: number }): void {
    appendFileSync(join(this.folder, JOURNAL), `${JSON.stringify(entry)}\n`);
  }
}

function parse(line: string): TrialMessage | { acknowledged: number } | null {
  try {
    return line ? JSON.parse(line) : null;
  } catch {
    return null; // cut off: its message was never acknowledged to anyone
  }
}

const isNotFolder = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOTDIR';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
