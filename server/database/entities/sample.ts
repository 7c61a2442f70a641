import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SampleKind, SampleTile } from '../../resolvers.generated.ts';

/** One sheet of tiles made by a trial. */
@Entity('sample')
export class Sample {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  trialId!: string;

  @Column({ type: 'text' })
  kind!: SampleKind;

  @Column({ type: 'integer' })
  epoch!: number;

  @Column({ type: 'uuid' })
  fileId!: string;

  @Column({ type: 'integer' })
  tileWidth!: number;

  @Column({ type: 'integer' })
  tileHeight!: number;

  @Column({ type: 'integer' })
  columns!: number;

  @Column({ type: 'integer' })
  count!: number;

  /** Of each tile, for kinds that have something to say of them. */
  @Column({ type: 'jsonb', nullable: true })
  tiles!: SampleTile[] | null;

  /** Of EMBEDDING: the vectors of the tiles. */
  @Column({ type: 'uuid', nullable: true })
  vectorsFileId!: string | null;

  /** Length of the vectors. */
  @Column({ type: 'integer', nullable: true })
  dimensions!: number | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
