import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the platform signs about results, the bundle as it was made last, and who released it. */
export class PublicBundles1795800000020 implements MigrationInterface {
  name = 'PublicBundles1795800000020'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "results_note" ("round_id" uuid NOT NULL, "edition" integer NOT NULL, "version_id" uuid NOT NULL,
      "version_number" integer NOT NULL, "basis" text NOT NULL, "note" text NOT NULL,
      "made_at" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "results_note_pk" PRIMARY KEY ("round_id", "edition"))`)
    await query.query(`CREATE TRIGGER "results_note_append_only" BEFORE UPDATE OR DELETE ON "results_note"
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`)
    await query.query(`CREATE TRIGGER "results_note_keep" BEFORE TRUNCATE ON "results_note"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`)
    await query.query(`CREATE TABLE "bundle_part" ("round_id" uuid NOT NULL, "edition" integer NOT NULL, "part_no" integer NOT NULL,
      "content" bytea NOT NULL, CONSTRAINT "bundle_part_pk" PRIMARY KEY ("round_id", "edition", "part_no"))`)
    await query.query(`CREATE TABLE "bundle_release" ("round_id" uuid NOT NULL, "released_by" uuid NOT NULL,
      "released_at" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "bundle_release_pk" PRIMARY KEY ("round_id"))`)
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of ['bundle_release', 'bundle_part', 'results_note']) await query.query(`DROP TABLE "${table}"`)
  }
}
