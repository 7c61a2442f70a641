import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TrialProgress, WorkKind } from '../../resolvers.generated.ts';

/** The right to do one piece of work until a time. */
@Entity('lease')
export class Lease {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: WorkKind;

  @Column({ type: 'uuid' })
  teamId!: string;

  @Column({ type: 'uuid' })
  workerId!: string;

  @Column({ type: 'uuid' })
  searchId!: string;

  @Column({ type: 'uuid', nullable: true })
  trialId!: string | null;

  @Column({ type: 'integer' })
  fence!: number;

  /** The highest report that was applied. */
  @Column({ type: 'integer', default: 0 })
  sequence!: number;

  /** What a trial is doing now, as its worker said when it last renewed. */
  @Column({ type: 'jsonb', nullable: true })
  progress!: TrialProgress | null;

  /** Estimated bytes of the training, taken from the memory of its worker while the lease lasts. */
  @Column({ type: 'double precision', default: 0 })
  memoryBytes!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  grantedAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;
}
