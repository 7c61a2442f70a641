import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches that train networks of another search again. */
export class Retrain1764000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- the search whose networks it trains again; a candidate's original there is the one with its hash
      ALTER TABLE search ADD COLUMN retrain_of uuid CONSTRAINT search_retrain_of REFERENCES search ON DELETE SET NULL;
      CREATE INDEX search_by_retrain_of ON search (retrain_of, id DESC) WHERE retrain_of IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE search DROP COLUMN retrain_of');
  }
}
