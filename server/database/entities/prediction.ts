import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the trial of a candidate predicted of its final reward. */
@Entity('prediction')
export class Prediction {
  @PrimaryColumn({ type: 'uuid' })
  candidateId!: string;

  @Column({ type: 'uuid' })
  searchId!: string;

  /** After so many epochs, of so many. */
  @Column({ type: 'integer' })
  epoch!: number;

  @Column({ type: 'integer' })
  epochs!: number;

  @Column({ type: 'double precision' })
  value!: number;

  @Column({ type: 'double precision' })
  low!: number;

  @Column({ type: 'double precision' })
  high!: number;

  /** To be above `best`. */
  @Column({ type: 'double precision' })
  chance!: number;

  /** The highest reward that the controller had observed. */
  @Column({ type: 'double precision' })
  best!: number;

  /** Candidates that it was learned from. */
  @Column({ type: 'integer' })
  rows!: number;

  /** The trial ended there. */
  @Column({ type: 'boolean' })
  stops!: boolean;
}
