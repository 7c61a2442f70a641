import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A validation metric of a candidate after the last epoch of its search's trial: what lists are sorted by and plots compare. */
@Entity('final_metric')
export class FinalMetric {
  @PrimaryColumn({ type: 'uuid' })
  candidateId!: string;

  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'uuid' })
  searchId!: string;

  @Column({ type: 'double precision' })
  value!: number;
}
