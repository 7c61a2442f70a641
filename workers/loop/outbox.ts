import {
  CreateUploadDocument,
  FinishTrialDocument,
  ReportTrialDocument,
  type SampleInput,
  type SearchStatus,
  type UploadType,
} from '../operations.generated.ts';
import { expectNoErrors, type Platform, Refused } from '../platform.ts';
import type { Courier } from './courier.ts';
import type { FileHash, Spool, TrialMessage } from './spool.ts';

/** What a trial hands over; sequence numbers are given here. */
export interface Parcel {
  metrics: TrialMessage['metrics'];
  prediction: TrialMessage['prediction'];
  samples: (Omit<SampleInput, 'fileId' | 'vectorsFileId'> & { content: Uint8Array; vectors: Uint8Array | null })[];
  checkpoint: Uint8Array | null;
  finish: TrialMessage['finish'];
}

export interface OutboxEvents {
  /** The server said that the trial should stop, and why. */
  unwanted(status: SearchStatus | undefined): void;
  /** The lease is over, or a message was refused: nothing more will be sent. */
  failed(error: Error): void;
}

const MEDIA = {
  PNG: 'image/png',
  CHECKPOINT: 'application/octet-stream',
  VECTORS: 'application/octet-stream',
  TEXTS: 'application/json',
} as const;

/**
 * Sends a trial's messages in order, one at a time, while training goes on. `put` returns at once, whatever the server does. What
 * waits is on disk and bounded: of checkpoints, and of samples of a kind, only the newest is kept, as the server does.
 */
export class Outbox {
  private readonly waiting: TrialMessage[];
  private sequence: number;
  private sending: Promise<void> | null = null;
  private ended = false;

  constructor(
    private readonly platform: Platform,
    private readonly spool: Spool,
    private readonly events: OutboxEvents,
    private readonly signal: AbortSignal,
    private readonly log: (line: string) => void,
    private readonly courier?: Courier,
  ) {
    this.waiting = spool.unsent();
    this.sequence = this.waiting.at(-1)?.sequence ?? 0;
    this.send();
  }

  put({ metrics, prediction, samples, checkpoint, finish }: Parcel): void {
    const message: TrialMessage = {
      sequence: ++this.sequence,
      metrics,
      prediction,
      samples: samples.map(({ content, vectors, ...sample }) => ({
        ...sample,
        file: this.spool.keep(content),
        vectors: vectors && this.spool.keep(vectors),
      })),
      checkpoint: checkpoint && this.spool.keep(checkpoint),
      finish,
    };
    this.spool.write(message);
    this.supersede(message);
    this.waiting.push(message);
    this.send();
  }

  /** Resolves when everything was sent, or can't be. */
  async drained(): Promise<void> {
    while (this.sending) await this.sending;
  }

  /** Takes out of waiting messages what `newer` replaces. The first may be on its way and stays as it is. */
  private supersede(newer: TrialMessage): void {
    const kinds = new Set(newer.samples.map((sample) => sample.kind));
    for (const older of this.waiting.slice(1)) {
      const gone = older.samples.filter((sample) => kinds.has(sample.kind)).flatMap(filesOfSample);
      if (newer.checkpoint && older.checkpoint) gone.push(older.checkpoint);
      if (gone.length === 0) continue;
      older.samples = older.samples.filter((sample) => !kinds.has(sample.kind));
      if (newer.checkpoint) older.checkpoint = null;
      this.spool.write(older);
      this.forget(gone, [...this.waiting, newer]);
    }
  }

  private send(): void {
    if (this.sending || this.ended) return;
    this.sending = this.sendAll().finally(() => {
      this.sending = null;
      // put between the last look at the queue and now
      if (this.waiting.length > 0) this.send();
    });
  }

  private async sendAll(): Promise<void> {
    try {
      for (let message = this.waiting[0]; message; message = this.waiting[0]) {
        await this.deliver(message);
        this.waiting.shift();
        this.spool.acknowledge(message.sequence);
        this.forget(filesOf(message), this.waiting);
      }
    } catch (error) {
      this.ended = true;
      if (!this.signal.aborted) this.events.failed(error as Error);
    }
  }

  private async deliver(message: TrialMessage): Promise<void> {
    const { leaseId, fence } = this.spool.sender;
    const { signal } = this;
    const samples: SampleInput[] = [];
    for (const { file, vectors, ...sample } of message.samples) {
      const fileId = await this.upload(file, sample.kind === 'TEXT' ? 'TEXTS' : 'PNG');
      const vectorsFileId = vectors ? await this.upload(vectors, 'VECTORS') : null;
      if (fileId && (vectorsFileId || !vectors)) samples.push({ ...sample, fileId, vectorsFileId });
    }
    const checkpointFileId = message.checkpoint && (await this.upload(message.checkpoint, 'CHECKPOINT'));
    const { sequence, metrics, prediction, finish } = message;
    // bare metrics may go with the end
    const alone = metrics.length > 0 && !(this.courier && finish && canGoTogether(finish));
    const reported = alone || prediction || samples.length > 0 || checkpointFileId;
    if (reported) {
      const input = { leaseId, fence, sequence, metrics, samples, checkpointFileId, prediction };
      const { reportTrial } = await this.platform.request(ReportTrialDocument, { input }, { signal });
      expectNoErrors(reportTrial);
      if (!reportTrial.wanted) this.events.unwanted(reportTrial.trial?.candidate.search.status);
    }
    if (finish) {
      // the trial was over, and its worker waited until all that it gave was here
      const since = finish.at === undefined ? 0 : Math.max(0, Date.now() - finish.at) / 1000;
      const waiting = (finish.phases.waiting ?? 0) + since;
      const ended = { leaseId, fence, failure: finish.failure, phases: { ...finish.phases, waiting } };
      if (this.courier && canGoTogether(finish)) return this.courier.end({ ...ended, sequence, metrics: reported ? [] : metrics });
      const input = { ...ended, stoppedEarly: finish.stoppedEarly ?? false };
      expectNoErrors((await this.platform.request(FinishTrialDocument, { input }, { signal })).finishTrial);
    }
  }

  /** A file that the server does not take is left out, with a line in the log: it must not cost the trial. */
  private async upload(file: FileHash, mediaType: UploadType): Promise<string | null> {
    const content = this.spool.content(file);
    const { signal } = this;
    try {
      const input = { size: content.length, sha256: file, mediaType };
      const { createUpload } = await this.platform.request(CreateUploadDocument, { input }, { signal });
      expectNoErrors(createUpload);
      if (createUpload.uploadUrl) await this.platform.upload(createUpload.uploadUrl, content, MEDIA[mediaType], { signal });
      return createUpload.fileId;
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'LEASE_LOST') throw error;
      this.log(`a ${mediaType} of ${content.length} bytes was not taken: ${error.message}`);
      return null;
    }
  }

  private forget(files: readonly FileHash[], still: readonly TrialMessage[]): void {
    const needed = new Set(still.flatMap(filesOf));
    for (const file of files) if (!needed.has(file)) this.spool.drop(file);
  }
}

/** What is more than an end takes a request of its own. */
const canGoTogether = ({ failure, stoppedEarly }: NonNullable<TrialMessage['finish']>): boolean =>
  !stoppedEarly && failure?.reason !== 'OUT_OF_MEMORY';

/** A spool of an earlier version knows no vectors. */
const filesOfSample = ({ file, vectors }: TrialMessage['samples'][number]): FileHash[] => (vectors ? [file, vectors] : [file]);
const filesOf = (message: TrialMessage): FileHash[] => [
  ...message.samples.flatMap(filesOfSample),
  ...(message.checkpoint ? [message.checkpoint] : []),
];
