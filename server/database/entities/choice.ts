import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A preference that a member showed. */
@Entity('choice')
export class Choice {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  searchId!: string;

  @Column({ type: 'uuid' })
  memberId!: string;

  @Column({ type: 'uuid', nullable: true })
  preferredId!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
