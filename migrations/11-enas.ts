import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ENAS: the shared weights of a search, and what its rounds gave. */
export class Enas1764001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the weights that the controller's state belongs to
      ALTER TABLE search ADD COLUMN checkpoint_file_id uuid CONSTRAINT search_checkpoint REFERENCES file;
      CREATE INDEX search_by_checkpoint ON search (checkpoint_file_id) WHERE checkpoint_file_id IS NOT NULL;
      CREATE TABLE enas_round (
        search_id uuid NOT NULL CONSTRAINT enas_round_search REFERENCES search ON DELETE CASCADE,
        -- from 1
        round integer NOT NULL,
        -- numbers by name, as EnasRound of the API
        figures jsonb NOT NULL,
        CONSTRAINT enas_round_pkey PRIMARY KEY (search_id, round)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE enas_round;
      ALTER TABLE search DROP COLUMN checkpoint_file_id;
    `);
  }
}
