import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that the platform made for itself. */
@Entity('secret')
export class Secret {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  value!: string;
}
