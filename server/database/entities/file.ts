import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Bytes known by their hash; the content lies in the file store. */
@Entity('file')
export class File {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  teamId!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'bigint' })
  size!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  /** Null until the bytes have arrived and their hash was right. */
  @Column({ type: 'timestamptz', nullable: true })
  storedAt!: Date | null;

  /** If nothing names it then, it is removed after this time; null while something does. */
  @Column({ type: 'timestamptz', nullable: true })
  unwantedAfter!: Date | null;

  /** When somebody last asked for a place for its bytes. */
  @Column({ type: 'timestamptz', default: () => 'now()' })
  askedAt!: Date;
}
