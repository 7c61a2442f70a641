import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../resolvers.generated.ts';

/** One person's place in a team; kept after the person left. */
@Entity('member')
export class Member {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  teamId!: string;

  /** Null once the account was removed from the team: what the person made stays, under the name it had. */
  @Column({ type: 'text', nullable: true })
  userId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  joinedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
