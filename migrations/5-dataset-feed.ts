import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Datasets in the feed; where they are from; datasets that are derived from others. */
export class DatasetFeed1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event ADD COLUMN dataset_id uuid, ADD COLUMN dataset_import_id uuid;
      ALTER TABLE dataset
        ADD COLUMN source text,
        ADD COLUMN licence text,
        -- the file that was uploaded, and how its pictures were scaled
        ADD COLUMN origin jsonb,
        ADD COLUMN created_by uuid CONSTRAINT dataset_member REFERENCES member,
        ADD COLUMN derived_from uuid CONSTRAINT dataset_derived_from REFERENCES dataset,
        -- what was done to derived_from
        ADD COLUMN perturbation jsonb,
        ADD CONSTRAINT dataset_derived CHECK ((derived_from IS NULL) = (perturbation IS NULL));
      CREATE INDEX dataset_by_derived_from ON dataset (derived_from) WHERE derived_from IS NOT NULL;
      ALTER TABLE dataset_import
        ADD COLUMN source text,
        ADD COLUMN licence text,
        ADD COLUMN derived_from uuid CONSTRAINT dataset_import_derived_from REFERENCES dataset`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dataset_import DROP COLUMN source, DROP COLUMN licence, DROP COLUMN derived_from;
      ALTER TABLE dataset DROP COLUMN source, DROP COLUMN licence, DROP COLUMN origin, DROP COLUMN created_by, DROP COLUMN derived_from,
        DROP COLUMN perturbation;
      ALTER TABLE event DROP COLUMN dataset_id, DROP COLUMN dataset_import_id`);
  }
}
