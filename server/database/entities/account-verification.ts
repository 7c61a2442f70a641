import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Pending verifications. Written by better-auth. */
@Entity('account_verification')
export class AccountVerification {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  identifier!: string;

  @Column({ type: 'text' })
  value!: string;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
