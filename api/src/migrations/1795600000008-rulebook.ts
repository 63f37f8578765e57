import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The thể lệ of a contest: what organizers write around the settings, and the versions that were published. */
export class Rulebook1795600000008 implements MigrationInterface {
  name = 'Rulebook1795600000008'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "rulebook" ("contest_id" uuid NOT NULL, "revision" integer NOT NULL DEFAULT 1, "edits" jsonb NOT NULL,
      "head" jsonb NOT NULL, CONSTRAINT "rulebook_pk" PRIMARY KEY ("contest_id"),
      CONSTRAINT "rulebook_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE CASCADE)`)
    await query.query(`CREATE TABLE "rulebook_version" ("contest_id" uuid NOT NULL, "version" integer NOT NULL, "head" jsonb NOT NULL,
      "articles" jsonb NOT NULL, "hash" text NOT NULL, "published_by" uuid, "published_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT "rulebook_version_pk" PRIMARY KEY ("contest_id", "version"),
      CONSTRAINT "rulebook_version_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE CASCADE,
      CONSTRAINT "rulebook_version_publisher_fk" FOREIGN KEY ("published_by") REFERENCES "account"("id"))`)
    await query.query(`CREATE FUNCTION rulebook_version_stays() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'published rules do not change'; END $$`)
    await query.query(`CREATE TRIGGER "rulebook_version_stays" BEFORE UPDATE ON "rulebook_version"
      FOR EACH ROW EXECUTE FUNCTION rulebook_version_stays()`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "rulebook_version"`)
    await query.query(`DROP FUNCTION rulebook_version_stays`)
    await query.query(`DROP TABLE "rulebook"`)
  }
}
