import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Datasets that people add: their packed file, what is known of it, and imports on their way. */
export class Datasets1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dataset
        ADD COLUMN kind text NOT NULL DEFAULT 'IMAGES' CONSTRAINT dataset_kind CHECK (kind IN ('IMAGES', 'TEXT')),
        ADD COLUMN multi_label boolean NOT NULL DEFAULT false,
        ADD COLUMN test_count integer NOT NULL DEFAULT 0,
        -- the packed file; null: comes with the platform
        ADD COLUMN file_id uuid CONSTRAINT dataset_file REFERENCES file,
        -- counts, sizes, normalisation
        ADD COLUMN description jsonb,
        ADD COLUMN skipped jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN shares jsonb;
      CREATE INDEX dataset_by_file ON dataset (file_id) WHERE file_id IS NOT NULL;
      CREATE TABLE dataset_import (
        id uuid PRIMARY KEY,
        team_id uuid NOT NULL CONSTRAINT dataset_import_team REFERENCES team ON DELETE CASCADE,
        created_by uuid CONSTRAINT dataset_import_member REFERENCES member,
        name text NOT NULL,
        file_name text NOT NULL,
        size bigint NOT NULL,
        conversion jsonb NOT NULL,
        status text NOT NULL CONSTRAINT dataset_import_status CHECK (status IN ('RECEIVING', 'CONVERTING', 'DONE', 'REFUSED')),
        progress double precision NOT NULL DEFAULT 0,
        problem text,
        dataset_id uuid CONSTRAINT dataset_import_dataset REFERENCES dataset ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz
      );
      CREATE INDEX dataset_import_by_team ON dataset_import (team_id, id DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dataset_import;
      ALTER TABLE dataset DROP COLUMN kind, DROP COLUMN multi_label, DROP COLUMN test_count, DROP COLUMN file_id, DROP COLUMN description,
        DROP COLUMN skipped, DROP COLUMN shares`);
  }
}
