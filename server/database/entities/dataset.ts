import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Images with classes. */
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

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
