import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How much a controller still explores: entropy and repeats of every proposal, and whether it settles. */
export class Exploration1764000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE candidate
        -- nats: of the distribution it was drawn from, and of the uniform policy along the same walk; null where that is not defined
        ADD COLUMN entropy double precision,
        ADD COLUMN uniform_entropy double precision,
        -- known networks that came up since the proposal before it
        ADD COLUMN repeats integer NOT NULL DEFAULT 0,
        -- share of new networks among the last 50 drawn; null before this was known
        ADD COLUMN distinct_share double precision;
      -- {"sign": "REPEATS" | "ENTROPY", "number": first candidate that showed it, "value": the share}; null: it explores
      ALTER TABLE search ADD COLUMN collapse jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE search DROP COLUMN collapse;
      ALTER TABLE candidate DROP COLUMN entropy, DROP COLUMN uniform_entropy, DROP COLUMN repeats, DROP COLUMN distinct_share;
      DELETE FROM event WHERE kind = 'SEARCH_COLLAPSING';
    `);
  }
}
