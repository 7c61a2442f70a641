import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
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
const JOURNAL = '.jsonl';

type Line = { sender: Sender } | TrialMessage | { acknowledged: number } | { willing: true };

/**
 * Messages of one lease on disk until the server has them, so that neither a server that is away nor a worker that dies loses any.
 * One file, `PID-LEASE.jsonl`, which is only appended to: its first line is the sender, a message that is written again replaces the one of its
 * sequence, `{ acknowledged }` takes it out. What messages name (pictures, checkpoints) lies in a folder beside it, `LEASE-FENCE`, which is made
 * when there is something for it.
 *
 * Trials of a millisecond pay for every call to the file system, and most are with the server before they would be on disk: a spool may keep its
 * lines in memory for a while, so that a worker that dies loses no more than it did in that time, and another does it again.
 */
export class Spool {
  private descriptor: number | null = null;
  /** What is not on disk yet; null: all is. */
  private held: Line[] | null = null;
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly root: string,
    private readonly journal: string,
    readonly sender: Sender,
  ) {}

  /** @param memoryMs how long it may stay in memory: not at all, unless it is said */
  static create(root: string, sender: Sender, memoryMs = 0): Spool {
    const spool = new Spool(root, nameOf(sender.pid, sender.leaseId), sender);
    spool.held = [{ sender }];
    if (memoryMs > 0) spool.timer = setTimeout(() => spool.settle(), memoryMs).unref();
    else spool.settle();
    return spool;
  }

  /** Takes over the spools for this server that a process left behind; of workers that do so at once, one gets each. Those of servers that were not seen for a week are thrown away. */
  static abandoned(root: string, server: string): Spool[] {
    if (!existsSync(root)) return [];
    const taken: Spool[] = [];
    const inUse = new Set<string>();
    for (const name of readdirSync(root).filter((each) => each.endsWith(JOURNAL))) {
      const spool = Spool.read(root, name);
      const alive = spool && isAlive(spool.sender.pid);
      if (alive || !isOld(join(root, name))) {
        if (spool) inUse.add(spool.folderName);
        if (spool && !alive && spool.sender.server === server) taken.push(...spool.claim());
      } else rmSync(join(root, name), { force: true });
    }
    for (const name of readdirSync(root))
      if (!name.endsWith(JOURNAL) && !inUse.has(name) && isOld(join(root, name)))
        rmSync(join(root, name), { recursive: true, force: true });
    return taken;
  }

  /** Null for one that another worker removes at this moment, or that was cut off when the machine went down: nothing to send. */
  private static read(root: string, journal: string): Spool | null {
    const lines = readLines(join(root, journal));
    const [first] = lines;
    if (!first || !('sender' in first)) return null;
    const willing = lines.some((line) => 'willing' in line);
    return new Spool(root, journal, willing ? { ...first.sender, willing } : first.sender);
  }

  /** None when another was faster. */
  private claim(): Spool[] {
    const journal = nameOf(process.pid, this.sender.leaseId);
    try {
      renameSync(join(this.root, this.journal), join(this.root, journal));
    } catch (error) {
      if (isGone(error)) return [];
      throw error;
    }
    return [new Spool(this.root, journal, this.sender)];
  }

  /** Keeps a file's content; returns its name. */
  keep(content: Uint8Array): FileHash {
    this.settle();
    const hash = createHash('sha256').update(content).digest('hex');
    const path = join(this.folder, hash);
    if (existsSync(path)) return hash;
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(path, content);
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
    const messages = new Map<number, TrialMessage>();
    for (const line of this.held ?? readLines(join(this.root, this.journal))) {
      if ('acknowledged' in line) messages.delete(line.acknowledged);
      else if ('sequence' in line) messages.set(line.sequence, line);
    }
    return [...messages.values()].sort((a, b) => a.sequence - b.sequence);
  }

  /** Leaves the rest to the next worker on this machine. */
  leave(): void {
    this.append({ willing: true });
    this.settle();
    this.close();
  }

  remove(): void {
    clearTimeout(this.timer);
    if (this.held) return;
    this.close();
    unlinkSync(join(this.root, this.journal));
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true });
  }

  private get folderName(): string {
    return `${this.sender.leaseId}-${this.sender.fence}`;
  }

  private get folder(): string {
    return join(this.root, this.folderName);
  }

  /** From now on all of it is on disk. */
  private settle(): void {
    clearTimeout(this.timer);
    if (!this.held) return;
    mkdirSync(this.root, { recursive: true });
    const lines = this.held;
    this.held = null;
    for (const line of lines) this.append(line);
  }

  private append(line: Line): void {
    if (this.held) {
      this.held.push(line);
      return;
    }
    // the last line of another process may have been cut off: ours begins on a new one
    const start = this.descriptor === null ? '\n' : '';
    this.descriptor ??= openSync(join(this.root, this.journal), 'a');
    writeSync(this.descriptor, `${start}${JSON.stringify(line)}\n`);
  }

  private close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
    this.descriptor = null;
  }
}

const nameOf = (pid: number, leaseId: string) => `${pid}-${leaseId}${JOURNAL}`;

function readLines(path: string): Line[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => parse(line) ?? []);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}

function parse(line: string): Line | null {
  try {
    return line ? JSON.parse(line) : null;
  } catch {
    return null; // cut off: its message was never acknowledged to anyone
  }
}

function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > KEPT_MS;
}

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
