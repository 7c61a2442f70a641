import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Collapse } from '../../../schema/plans/collapse.ts';
import type { Plan } from '../../../schema/plans/plan.ts';
import type { SearchStatus } from '../../resolvers.generated.ts';

/** One run of one controller. What may be megabytes is only read where it is asked for by name: state and history. */
@Entity('search')
export class Search {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  teamId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: 'QUEUED' })
  status!: SearchStatus;

  @Column({ type: 'text', nullable: true })
  statusReason!: string | null;

  @Column({ type: 'uuid' })
  datasetId!: string;

  @Column({ type: 'uuid' })
  spaceId!: string;

  @Column({ type: 'jsonb' })
  plan!: Plan;

  /** The search whose networks it trains again; a candidate's original there is the one with its hash. */
  @Column({ type: 'uuid', nullable: true })
  retrainOf!: string | null;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  /** Seconds of running up to running_since; null running_since: does not run now. */
  @Column({ type: 'double precision', default: 0 })
  secondsBefore!: number;

  @Column({ type: 'timestamptz', nullable: true })
  runningSince!: Date | null;

  /** The controller: state after version steps. A commit names the version it began from; any other is refused. */
  @Column({ type: 'integer', default: 0 })
  controllerVersion!: number;

  @Column({ type: 'jsonb', nullable: true, select: false })
  controllerState!: unknown;

  /** Of ENAS: the shared weights that the state belongs to. */
  @Column({ type: 'uuid', nullable: true })
  checkpointFileId!: string | null;

  /** Results the state has observed (of jobs, where candidates climb rungs), and candidates it has proposed. */
  @Column({ type: 'integer', default: 0 })
  observed!: number;

  @Column({ type: 'integer', default: 0 })
  proposed!: number;

  /** How many of its jobs go on with a candidate: it has asked for proposed + promoted trainings in all. */
  @Column({ type: 'integer', default: 0 })
  promoted!: number;

  /** All candidates, or jobs, 1 .. ended_prefix have ended: a step is due while it can observe or propose. */
  @Column({ type: 'integer', default: 0 })
  endedPrefix!: number;

  @Column({ type: 'integer', default: 0 })
  reused!: number;

  @Column({ type: 'boolean', default: false })
  exhausted!: boolean;

  /** Numbers of imported candidates, one for each row of their file in its order; null where nothing was imported. */
  @Column({ type: 'jsonb', nullable: true, select: false })
  history!: number[] | null;

  /** What the controller is expected to propose next; null where no step said. */
  @Column({ type: 'jsonb', nullable: true })
  outlook!: { after: number; notations: string[] } | null;

  /** That its controller settles on few networks; null while it explores. */
  @Column({ type: 'jsonb', nullable: true })
  collapse!: Collapse | null;

  /** Grows with every lease of a step. */
  @Column({ type: 'integer', default: 0 })
  stepFence!: number;

  /** Leases of steps that ended without a commit since the last commit. */
  @Column({ type: 'integer', default: 0 })
  stepsFailed!: number;

  /** When work of this search was last leased: the fair order. */
  @Column({ type: 'timestamptz', nullable: true })
  lastLeasedAt!: Date | null;
}
