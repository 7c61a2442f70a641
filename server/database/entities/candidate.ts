import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Architecture } from '../../../schema/networks/architecture.ts';
import type { CandidateStatus } from '../../resolvers.generated.ts';

/** One architecture that a search proposed. */
@Entity('candidate')
export class Candidate {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  searchId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  notation!: string;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'jsonb' })
  architecture!: Architecture;

  @Column({ type: 'text', default: 'QUEUED' })
  status!: CandidateStatus;

  @Column({ type: 'double precision' })
  parameters!: number;

  @Column({ type: 'double precision' })
  flops!: number;

  /** Bytes of a training: memoryFixed + batch x memoryPerImage; null for candidates from before this was known. */
  @Column({ type: 'double precision', nullable: true })
  memoryFixed!: number | null;

  @Column({ type: 'double precision', nullable: true })
  memoryPerImage!: number | null;

  @Column({ type: 'integer', nullable: true })
  latent!: number | null;

  @Column({ type: 'double precision', nullable: true })
  epsilon!: number | null;

  /** Nats: of the distribution it was drawn from, and of the uniform policy along the same walk. */
  @Column({ type: 'double precision', nullable: true })
  entropy!: number | null;

  @Column({ type: 'double precision', nullable: true })
  uniformEntropy!: number | null;

  /** Known networks that came up since the proposal before it. */
  @Column({ type: 'integer', default: 0 })
  repeats!: number;

  /** Share of new networks among the last 50 drawn, up to it. */
  @Column({ type: 'double precision', nullable: true })
  distinctShare!: number | null;

  @Column({ type: 'integer', default: 0 })
  reused!: number;

  /** Under the plan's formulation. */
  @Column({ type: 'double precision', nullable: true })
  reward!: number | null;

  @Column({ type: 'double precision', nullable: true })
  seconds!: number | null;

  /** Results that the controller had observed when it proposed it; null for candidates from before this was known. */
  @Column({ type: 'integer', nullable: true })
  observed!: number | null;

  /** Came with its reward from a file: it was not trained here. */
  @Column({ type: 'boolean', default: false })
  imported!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  proposedAt!: Date;
}
