import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Verdict } from '../../resolvers.generated.ts';

/** A member's word on a candidate. */
@Entity('annotation')
export class Annotation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  candidateId!: string;

  @Column({ type: 'uuid' })
  memberId!: string;

  @Column({ type: 'text', nullable: true })
  verdict!: Verdict | null;

  @Column({ type: 'integer', nullable: true })
  rating!: number | null;

  @Column({ type: 'jsonb', default: [] })
  tags!: string[];

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
