import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One setting of a search's plan that a member changed while it ran. */
@Entity('search_change')
export class SearchChange {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  searchId!: string;

  @Column({ type: 'uuid', nullable: true })
  memberId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  /** The next candidate to be proposed, and the results that the controller had observed: from this state on it holds. */
  @Column({ type: 'integer' })
  fromNumber!: number;

  @Column({ type: 'integer' })
  observed!: number;

  /** As in `ChangeSearchInput`. */
  @Column({ type: 'text' })
  field!: string;

  @Column({ type: 'jsonb' })
  before!: unknown;

  @Column({ type: 'jsonb' })
  after!: unknown;
}
