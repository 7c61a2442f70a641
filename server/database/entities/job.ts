import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One training that a controller with rungs asked for: a candidate, from one rung to the next. */
@Entity('job')
export class Job {
  @PrimaryColumn({ type: 'uuid' })
  searchId!: string;

  /** From 1, in the order in which the controller asked for them. */
  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'uuid' })
  candidateId!: string;

  /** From 0, the lowest. */
  @Column({ type: 'integer' })
  rung!: number;

  /** Trained up to these. */
  @Column({ type: 'integer' })
  epochs!: number;

  /** Where the rung before ended; 0 for the first. */
  @Column({ type: 'integer' })
  fromEpochs!: number;

  /** Under the plan's formulation; null when it failed, or has not ended. */
  @Column({ type: 'double precision', nullable: true })
  reward!: number | null;

  @Column({ type: 'double precision', nullable: true })
  seconds!: number | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
