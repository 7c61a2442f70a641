import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'GENERATED', 'RECONSTRUCTION', 'LATENT_GRID', 'EMBEDDING', 'MISTAKES'`;

/** Texts that language models write, beside the sheets of pictures. */
export class Texts1764001200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sample DROP CONSTRAINT sample_kind, ADD CONSTRAINT sample_kind CHECK (kind IN (${KINDS}, 'TEXT'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM sample WHERE kind = 'TEXT';
      ALTER TABLE sample DROP CONSTRAINT sample_kind, ADD CONSTRAINT sample_kind CHECK (kind IN (${KINDS}))`);
  }
}
