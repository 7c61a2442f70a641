import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trainings of searches whose candidates climb rungs: a candidate has one at each rung that it was trained to. */
export class Rungs1764000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job (
        search_id uuid NOT NULL CONSTRAINT job_search REFERENCES search ON DELETE CASCADE,
        -- from 1, in the order in which the controller asked for them: that in which it observes them
        number integer NOT NULL,
        candidate_id uuid NOT NULL CONSTRAINT job_candidate REFERENCES candidate ON DELETE CASCADE,
        -- from 0, the lowest
        rung integer NOT NULL,
        -- trained up to these, from where the rung before ended
        epochs integer NOT NULL,
        from_epochs integer NOT NULL,
        -- under the plan's formulation; null when it failed, or has not ended
        reward double precision,
        seconds double precision,
        ended_at timestamptz,
        CONSTRAINT job_pkey PRIMARY KEY (search_id, number)
      );
      CREATE INDEX job_by_candidate ON job (candidate_id, number);
      CREATE UNIQUE INDEX job_one_open ON job (candidate_id) WHERE ended_at IS NULL;
      CREATE INDEX job_open ON job (search_id, number) WHERE ended_at IS NULL;
      -- how many of its jobs go on with a candidate: it has proposed + promoted in all
      ALTER TABLE search ADD COLUMN promoted integer NOT NULL DEFAULT 0;
      -- up to which it is trained now; null: the plan's
      ALTER TABLE trial ADD COLUMN epochs integer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE trial DROP COLUMN epochs;
      ALTER TABLE search DROP COLUMN promoted;
      DROP TABLE job;
    `);
  }
}
