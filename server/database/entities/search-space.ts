import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SpaceLimits } from '../../../schema/spaces/limits.ts';

/** What networks may be built of. */
@Entity('search_space')
export class SearchSpace {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Null: comes with the platform. */
  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  /** Null: belongs to one search alone. */
  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'jsonb' })
  limits!: SpaceLimits;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
