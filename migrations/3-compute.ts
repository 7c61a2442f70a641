import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Memory: what a candidate needs, what a worker has and with whom it shares it, and the batch that a trial was given. */
export class Compute1764000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- bytes of a training: memory_fixed + batch x memory_per_image; null for candidates from before this was known
      ALTER TABLE candidate ADD COLUMN memory_fixed double precision, ADD COLUMN memory_per_image double precision;
      ALTER TABLE trial
        -- images of a batch of the last attempt; null before the first
        ADD COLUMN batch_size integer,
        -- how often it ran out of memory and began anew with half the batch
        ADD COLUMN memory_retries integer NOT NULL DEFAULT 0;
      ALTER TABLE worker
        ADD COLUMN reproducible boolean NOT NULL DEFAULT true,
        -- workers with the same host_id run on one machine; those with the same memory_pool share one memory, the host's or a GPU's
        ADD COLUMN host_id text,
        ADD COLUMN memory_pool text;
      UPDATE worker SET host_id = id::text, memory_pool = id::text;
      ALTER TABLE worker ALTER COLUMN host_id SET NOT NULL, ALTER COLUMN memory_pool SET NOT NULL;
      CREATE INDEX worker_by_host ON worker (host_id) WHERE gone_at IS NULL;
      -- estimated bytes of the training, taken from the memory of its worker while the lease lasts
      ALTER TABLE lease ADD COLUMN memory_bytes double precision NOT NULL DEFAULT 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE lease DROP COLUMN memory_bytes;
      ALTER TABLE worker DROP COLUMN reproducible, DROP COLUMN host_id, DROP COLUMN memory_pool;
      ALTER TABLE trial DROP COLUMN batch_size, DROP COLUMN memory_retries;
      ALTER TABLE candidate DROP COLUMN memory_fixed, DROP COLUMN memory_per_image;
    `);
  }
}
