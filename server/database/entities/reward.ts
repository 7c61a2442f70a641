import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RewardKind } from '../../resolvers.generated.ts';

/** A reward of a candidate under one formulation. */
@Entity('reward')
export class Reward {
  @PrimaryColumn({ type: 'uuid' })
  candidateId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: RewardKind;

  @Column({ type: 'uuid' })
  searchId!: string;

  @Column({ type: 'double precision' })
  value!: number;
}
