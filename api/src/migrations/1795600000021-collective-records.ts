import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a list of units stands on, its figures as they were published, and every roster that was ever confirmed. */
export class CollectiveRecords1795600000021 implements MigrationInterface {
  name = 'CollectiveRecords1795600000021'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "winner_list" ADD "sources" jsonb NOT NULL DEFAULT '[]', ADD "figures" jsonb`)
    await query.query(`CREATE TABLE "roster_record" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "contest_id" uuid NOT NULL,
      "unit_id" uuid NOT NULL, "size" integer NOT NULL, "confirmed_by" text NOT NULL,
      "confirmed_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "recorded_by" uuid NOT NULL, "is_late" boolean NOT NULL, "reason" text,
      CONSTRAINT "roster_record_pk" PRIMARY KEY ("id"),
      CONSTRAINT "roster_record_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE CASCADE,
      CONSTRAINT "roster_record_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "unit"("id"))`)
    await query.query(`CREATE INDEX "roster_record_contest_ix" ON "roster_record" ("contest_id", "unit_id")`)
    await query.query(`INSERT INTO roster_record (contest_id, unit_id, size, confirmed_by, confirmed_at, recorded_by, is_late, reason)
      SELECT contest_id, unit_id, size, confirmed_by, confirmed_at, recorded_by, is_late, reason FROM unit_roster ORDER BY confirmed_at`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "roster_record"`)
    await query.query(`ALTER TABLE "winner_list" DROP COLUMN "sources", DROP COLUMN "figures"`)
  }
}
