import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Split } from '../../resolvers.generated.ts';

/** A number that a trial reported. */
@Entity('metric')
export class Metric {
  @PrimaryColumn({ type: 'uuid' })
  trialId!: string;

  @PrimaryColumn({ type: 'text' })
  name!: string;

  @PrimaryColumn({ type: 'text' })
  split!: Split;

  @PrimaryColumn({ type: 'integer' })
  epoch!: number;

  @Column({ type: 'double precision' })
  value!: number;

  @Column({ type: 'integer' })
  attempt!: number;
}
