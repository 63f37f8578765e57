import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Imports of items from files: one batch a file, one row an item of it. */
const UP = [
  `CREATE TABLE import_batch (
    id uuid NOT NULL,
    bank_id uuid NOT NULL,
    author_id uuid NOT NULL,
    file_name text NOT NULL,
    format text,
    state text NOT NULL,
    error jsonb,
    progress_percent integer NOT NULL DEFAULT 0,
    row_count integer NOT NULL DEFAULT 0,
    good_count integer NOT NULL DEFAULT 0,
    faulty_count integer NOT NULL DEFAULT 0,
    warned_count integer NOT NULL DEFAULT 0,
    duplicate_count integer NOT NULL DEFAULT 0,
    chosen_count integer NOT NULL DEFAULT 0,
    imported_count integer NOT NULL DEFAULT 0,
    kept_count integer NOT NULL DEFAULT 0,
    encoding text,
    sha256 bytea,
    job_id uuid,
    beat_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    imported_at timestamptz,
    CONSTRAINT import_batch_state_ck CHECK (state IN ('reading', 'ready', 'importing', 'imported', 'undone', 'failed')),
    CONSTRAINT import_batch_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX import_batch_author_ix ON import_batch (author_id, created_at)`,
  `CREATE INDEX import_batch_bank_ix ON import_batch (bank_id, created_at)`,
  `ALTER TABLE import_batch ADD CONSTRAINT import_batch_bank_fk FOREIGN KEY (bank_id) REFERENCES item_bank(id)`,
  `ALTER TABLE import_batch ADD CONSTRAINT import_batch_author_fk FOREIGN KEY (author_id) REFERENCES account(id)`,
  `CREATE TABLE import_row (
    batch_id uuid NOT NULL,
    ordinal integer NOT NULL,
    place text NOT NULL,
    draft jsonb NOT NULL,
    problems jsonb NOT NULL,
    duplicates jsonb NOT NULL,
    stem_bands integer[] NOT NULL,
    is_faulty boolean NOT NULL,
    is_chosen boolean NOT NULL,
    item_id uuid,
    CONSTRAINT import_row_pk PRIMARY KEY (batch_id, ordinal)
  )`,
  `CREATE INDEX import_row_item_ix ON import_row (item_id)`,
  `ALTER TABLE import_row ADD CONSTRAINT import_row_batch_fk FOREIGN KEY (batch_id) REFERENCES import_batch(id) ON DELETE CASCADE`,
  `ALTER TABLE import_row ADD CONSTRAINT import_row_item_fk FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE SET NULL`,
]

export class ItemExchange1795500000001 implements MigrationInterface {
  name = 'ItemExchange1795500000001'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE import_row`)
    await runner.query(`DROP TABLE import_batch`)
  }
}
