import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A team's counter of events. */
@Entity('feed')
export class Feed {
  @PrimaryColumn({ type: 'uuid' })
  teamId!: string;

  @Column({ type: 'bigint', default: 0 })
  last!: string;
}
