import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members changed in the plans of their searches while these ran. */
export class Changes1764001500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_change (
        id uuid NOT NULL CONSTRAINT search_change_pkey PRIMARY KEY,
        search_id uuid NOT NULL CONSTRAINT search_change_search REFERENCES search ON DELETE CASCADE,
        -- who; null for the platform
        member_id uuid CONSTRAINT search_change_member REFERENCES member ON DELETE SET NULL,
        at timestamptz NOT NULL DEFAULT now(),
        -- it holds for the step that begins with the controller that has proposed all before this one, and observed so many results
        from_number integer NOT NULL,
        observed integer NOT NULL,
        -- as in changeSearch
        field text NOT NULL,
        before jsonb NOT NULL,
        after jsonb NOT NULL
      );
      CREATE INDEX search_change_by_search ON search_change (search_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_change');
  }
}
