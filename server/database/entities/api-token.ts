import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApiTokenKind } from '../../resolvers.generated.ts';

/** A secret of a script or worker, as a hash. */
@Entity('api_token')
export class ApiToken {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  teamId!: string;

  @Column({ type: 'text' })
  kind!: ApiTokenKind;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  prefix!: string;

  /** SHA-256 of the token. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  @Column({ type: 'uuid', nullable: true })
  memberId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
