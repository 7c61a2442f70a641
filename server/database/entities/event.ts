import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventKind } from '../../resolvers.generated.ts';

/** One line of a team's feed. */
@Entity('event')
export class Event {
  @PrimaryColumn({ type: 'uuid' })
  teamId!: string;

  @PrimaryColumn({ type: 'bigint' })
  sequence!: string;

  @Column({ type: 'text' })
  kind!: EventKind;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'uuid', nullable: true })
  memberId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  searchId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  candidateId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  trialId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  annotationId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  workerId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  datasetId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  datasetImportId!: string | null;
}
