import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Conversion } from '../../datasets/convert.ts';
import type { Perturbation } from '../../datasets/perturb.ts';
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

  /** Of an upload; or, where the dataset is derived from another, what is done to that. */
  @Column({ type: 'jsonb' })
  conversion!: Conversion | Perturbation;

  /** The dataset that it is derived from; null: an upload. */
  @Column({ type: 'uuid', nullable: true })
  derivedFrom!: string | null;

  @Column({ type: 'text', nullable: true })
  source!: string | null;

  @Column({ type: 'text', nullable: true })
  licence!: string | null;

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
