import { Column, Entity, PrimaryColumn } from 'typeorm';

/** People who share datasets, searches and picks. */
@Entity('team')
export class Team {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
