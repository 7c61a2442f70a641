import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeviceKind } from '../../resolvers.generated.ts';

/** A process that trains. */
@Entity('worker')
export class Worker {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  teamId!: string;

  @Column({ type: 'uuid' })
  tokenId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  backend!: string;

  @Column({ type: 'text' })
  backendVersion!: string;

  @Column({ type: 'text' })
  device!: string;

  @Column({ type: 'text' })
  deviceKind!: DeviceKind;

  @Column({ type: 'double precision' })
  memoryBytes!: number;

  @Column({ type: 'integer' })
  threads!: number;

  @Column({ type: 'double precision' })
  gflops!: number;

  @Column({ type: 'text' })
  host!: string;

  /** The same for all workers of one machine. */
  @Column({ type: 'text' })
  hostId!: string;

  /** The same for all workers that share one memory: the host's, or a GPU's. */
  @Column({ type: 'text' })
  memoryPool!: string;

  /** Whether the same training gives the same bits again. */
  @Column({ type: 'boolean', default: true })
  reproducible!: boolean;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  registeredAt!: Date;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  lastSeenAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  goneAt!: Date | null;
}
