import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../resolvers.generated.ts';

/** A one-time link into a team. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  teamId!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  /** SHA-256 of the secret. */
  @Column({ type: 'bytea' })
  secretHash!: Buffer;

  /** Made by the platform at its first start. */
  @Column({ type: 'boolean', default: false })
  firstAccount!: boolean;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
