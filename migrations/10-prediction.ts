import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Candidates that are stopped early by their predicted reward. */
export class Prediction1764001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- results that the controller had observed when it proposed the candidate; null for candidates from before this was known
      ALTER TABLE candidate ADD COLUMN observed integer;
      ALTER TABLE candidate DROP CONSTRAINT candidate_status,
        ADD CONSTRAINT candidate_status CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'STOPPED_EARLY', 'FAILED'));
      ALTER TABLE trial DROP CONSTRAINT trial_status,
        ADD CONSTRAINT trial_status CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'STOPPED_EARLY', 'FAILED', 'CANCELLED'));

      -- what a trial of a search predicted of its final reward, after which epoch, and whether it ended there
      CREATE TABLE prediction (
        candidate_id uuid PRIMARY KEY CONSTRAINT prediction_candidate REFERENCES candidate ON DELETE CASCADE,
        search_id uuid NOT NULL CONSTRAINT prediction_search REFERENCES search ON DELETE CASCADE,
        epoch integer NOT NULL,
        epochs integer NOT NULL,
        value double precision NOT NULL,
        low double precision NOT NULL,
        high double precision NOT NULL,
        chance double precision NOT NULL,
        best double precision NOT NULL,
        rows integer NOT NULL,
        stops boolean NOT NULL
      );
      CREATE INDEX prediction_by_search ON prediction (search_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE prediction;
      -- a version that does not know early stops takes them for trained
      UPDATE candidate SET status = 'DONE' WHERE status = 'STOPPED_EARLY';
      UPDATE trial SET status = 'DONE' WHERE status = 'STOPPED_EARLY';
      ALTER TABLE trial DROP CONSTRAINT trial_status,
        ADD CONSTRAINT trial_status CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'));
      ALTER TABLE candidate DROP CONSTRAINT candidate_status, DROP COLUMN observed,
        ADD CONSTRAINT candidate_status CHECK (status IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED'));
    `);
  }
}
