import { Entity, PrimaryColumn } from 'typeorm';

/** A candidate that was passed over in a choice. */
@Entity('choice_over')
export class ChoiceOver {
  @PrimaryColumn({ type: 'uuid' })
  choiceId!: string;

  @PrimaryColumn({ type: 'uuid' })
  candidateId!: string;
}
