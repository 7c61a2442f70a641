import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FailureReason, TrialPhases, TrialPurpose, TrialScope, TrialStatus } from '../../resolvers.generated.ts';

/** One training of one candidate. */
@Entity('trial')
export class Trial {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  candidateId!: string;

  @Column({ type: 'uuid' })
  searchId!: string;

  @Column({ type: 'text', default: 'SEARCH' })
  purpose!: TrialPurpose;

  @Column({ type: 'text', default: 'FULL' })
  scope!: TrialScope;

  @Column({ type: 'text', default: 'QUEUED' })
  status!: TrialStatus;

  /** Leases given out for it that were not handed back willingly. */
  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  /** Leases lost since it was queued or retried; it fails at the third. */
  @Column({ type: 'integer', default: 0 })
  losses!: number;

  /** Grows with every lease. */
  @Column({ type: 'integer', default: 0 })
  fence!: number;

  @Column({ type: 'integer' })
  seed!: number;

  /** Up to which it is trained now; null: the plan's. */
  @Column({ type: 'integer', nullable: true })
  epochs!: number | null;

  /** Images of a batch of the last attempt; null before the first. */
  @Column({ type: 'integer', nullable: true })
  batchSize!: number | null;

  /** How often it ran out of memory and began anew with half the batch. */
  @Column({ type: 'integer', default: 0 })
  memoryRetries!: number;

  @Column({ type: 'text', nullable: true })
  failureReason!: FailureReason | null;

  @Column({ type: 'text', nullable: true })
  failureMessage!: string | null;

  @Column({ type: 'uuid', nullable: true })
  workerId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  checkpointFileId!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  phases!: TrialPhases | null;

  @Column({ type: 'double precision', default: 0 })
  seconds!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  queuedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;
}
