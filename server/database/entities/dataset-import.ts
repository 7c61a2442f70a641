import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Conversion } from '../../datasets/convert.ts';
import type { DatasetImportStatus } from '../../resolvers.generated.ts';

/** A dataset on its way. How many bytes have arrived is the length of its file, nowhere else. */
@Entity('dataset_import')
export class DatasetImport {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  teamId!: string;

  /** The member who began it. */
  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  fileName!: string;

  /** Bytes. */
  @Column({ type: 'bigint' })
  size!: string;

  @Column({ type: 'jsonb' })
  conversion!: Conversion;

  @Column({ type: 'text' })
  status!: DatasetImportStatus;

  @Column({ type: 'double precision', default: 0 })
  progress!: number;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @Column({ type: 'uuid', nullable: true })
  datasetId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
