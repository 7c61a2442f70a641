import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SampleKind } from '../../resolvers.generated.ts';

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

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
