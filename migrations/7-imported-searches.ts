import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches that begin with old results: which candidates were imported, and in which order their rows teach the controller. */
export class ImportedSearches1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE candidate ADD COLUMN imported boolean NOT NULL DEFAULT false;
      -- numbers of the imported candidates, one for each row of the file in its order: what the first step of the controller learns from
      ALTER TABLE search ADD COLUMN history jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE search DROP COLUMN history;
      ALTER TABLE candidate DROP COLUMN imported;
    `);
  }
}
