import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rankings: rewards and last metrics of a search lie together, in an index that holds all that an order needs. Samples: mistakes and
 * embeddings. Files: from when on one may be removed.
 */
export class Rewards1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reward ADD COLUMN search_id uuid CONSTRAINT reward_search REFERENCES search ON DELETE CASCADE;
      UPDATE reward SET search_id = candidate.search_id FROM candidate WHERE candidate.id = reward.candidate_id;
      ALTER TABLE reward ALTER COLUMN search_id SET NOT NULL;
      CREATE INDEX reward_by_search ON reward (search_id, kind) INCLUDE (candidate_id, value);

      -- each validation metric of a candidate after the last epoch of its search's trial
      CREATE TABLE final_metric (
        candidate_id uuid NOT NULL CONSTRAINT final_metric_candidate REFERENCES candidate ON DELETE CASCADE,
        name text NOT NULL,
        search_id uuid NOT NULL CONSTRAINT final_metric_search REFERENCES search ON DELETE CASCADE,
        value double precision NOT NULL,
        CONSTRAINT final_metric_pkey PRIMARY KEY (candidate_id, name)
      );
      CREATE INDEX final_metric_by_search ON final_metric (search_id, name) INCLUDE (candidate_id, value);
      INSERT INTO final_metric (candidate_id, name, search_id, value)
        SELECT DISTINCT ON (trial.candidate_id, metric.name) trial.candidate_id, metric.name, trial.search_id, metric.value
        FROM metric JOIN trial ON trial.id = metric.trial_id
        WHERE trial.purpose = 'SEARCH' AND trial.status = 'DONE' AND metric.split = 'VALIDATION'
        ORDER BY trial.candidate_id, metric.name, trial.id DESC, metric.epoch DESC;

      ALTER TABLE sample DROP CONSTRAINT sample_kind;
      ALTER TABLE sample
        ADD CONSTRAINT sample_kind CHECK (kind IN ('GENERATED', 'RECONSTRUCTION', 'LATENT_GRID', 'EMBEDDING', 'MISTAKES')),
        -- of each tile: label, predicted, probability; null for kinds that have nothing to say
        ADD COLUMN tiles jsonb,
        -- of EMBEDDING: the vectors of the tiles, and their length
        ADD COLUMN vectors_file_id uuid CONSTRAINT sample_vectors REFERENCES file,
        ADD COLUMN dimensions integer;
      CREATE INDEX sample_by_file ON sample (file_id);
      CREATE INDEX sample_by_vectors ON sample (vectors_file_id) WHERE vectors_file_id IS NOT NULL;
      CREATE INDEX trial_by_checkpoint ON trial (checkpoint_file_id) WHERE checkpoint_file_id IS NOT NULL;

      ALTER TABLE file
        -- if nothing names it then, it is removed after this time; null: something does
        ADD COLUMN unwanted_after timestamptz,
        -- when somebody last asked for a place for its bytes
        ADD COLUMN asked_at timestamptz NOT NULL DEFAULT now();
      CREATE INDEX file_unwanted ON file (unwanted_after) WHERE unwanted_after IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE file DROP COLUMN unwanted_after, DROP COLUMN asked_at;
      DROP INDEX trial_by_checkpoint, sample_by_file;
      DELETE FROM sample WHERE kind IN ('EMBEDDING', 'MISTAKES');
      ALTER TABLE sample DROP CONSTRAINT sample_kind, DROP COLUMN tiles, DROP COLUMN vectors_file_id, DROP COLUMN dimensions,
        ADD CONSTRAINT sample_kind CHECK (kind IN ('GENERATED', 'RECONSTRUCTION', 'LATENT_GRID'));
      DROP TABLE final_metric;
      ALTER TABLE reward DROP COLUMN search_id;
    `);
  }
}
