import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Description } from '../../datasets/describe.ts';
import type { Perturbation } from '../../datasets/perturb.ts';
import type { PictureOptions } from '../../datasets/pictures.ts';
import type { Shares } from '../../datasets/split.ts';

/** The file of which a dataset was made, and how. */
export interface Origin extends PictureOptions {
  fileName: string;
  /** Bytes. */
  size: number;
}

/** Images with classes, or text. */
@Entity('dataset')
export class Dataset {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Null: comes with the platform. */
  @Column({ type: 'uuid', nullable: true })
  teamId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  contentHash!: string;

  @Column({ type: 'integer' })
  height!: number;

  @Column({ type: 'integer' })
  width!: number;

  @Column({ type: 'integer' })
  channels!: number;

  @Column({ type: 'jsonb' })
  classes!: string[];

  @Column({ type: 'integer' })
  trainCount!: number;

  @Column({ type: 'integer' })
  validationCount!: number;

  @Column({ type: 'text', default: 'IMAGES' })
  kind!: 'IMAGES' | 'TEXT';

  @Column({ type: 'boolean', default: false })
  multiLabel!: boolean;

  @Column({ type: 'integer', default: 0 })
  testCount!: number;

  /** The packed file; null: comes with the platform. */
  @Column({ type: 'uuid', nullable: true })
  fileId!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  description!: Pick<Description, 'classCounts' | 'sizes' | 'normalisation' | 'vocabulary' | 'unit'> | null;

  /** Broken pictures that were left out. */
  @Column({ type: 'jsonb', default: '[]' })
  skipped!: { file: string; reason: string }[];

  @Column({ type: 'jsonb', nullable: true })
  shares!: Shares | null;

  /** Where it is from, and under which licence, in the words of whoever added it. */
  @Column({ type: 'text', nullable: true })
  source!: string | null;

  @Column({ type: 'text', nullable: true })
  licence!: string | null;

  /** Null: comes with the platform, or is derived. */
  @Column({ type: 'jsonb', nullable: true })
  origin!: Origin | null;

  /** The member who added it. */
  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @Column({ type: 'uuid', nullable: true })
  derivedFrom!: string | null;

  /** What was done to the dataset that it is derived from. */
  @Column({ type: 'jsonb', nullable: true })
  perturbation!: Perturbation | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
