import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a round of ENAS gave. */
@Entity('enas_round')
export class EnasRoundFigures {
  @PrimaryColumn({ type: 'uuid' })
  searchId!: string;

  /** From 1. */
  @PrimaryColumn({ type: 'integer' })
  round!: number;

  /** Numbers by name, as EnasRound of the API. */
  @Column({ type: 'jsonb' })
  figures!: Record<string, number>;
}
