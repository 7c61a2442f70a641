import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a search's controller is expected to propose next, for forecasts of time. */
export class Outlook1764001400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- {"after": candidates proposed, "notations": [the networks expected next]}
      ALTER TABLE search ADD COLUMN outlook jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE search DROP COLUMN outlook');
  }
}
