import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the platform tells a person. */
export class Notices1795600000003 implements MigrationInterface {
  name = 'Notices1795600000003'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "notice" ("id" uuid NOT NULL, "account_id" uuid NOT NULL,
      "kind" text NOT NULL, "params" jsonb NOT NULL, "link" text, "created_at" timestamptz NOT NULL DEFAULT statement_timestamp(),
      "read_at" timestamptz, CONSTRAINT "notice_pk" PRIMARY KEY ("id"),
      CONSTRAINT "notice_account_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE)`)
    await query.query(`CREATE INDEX "notice_account_ix" ON "notice" ("account_id", "created_at")`)
    await query.query(`CREATE INDEX "notice_unread_ix" ON "notice" ("account_id") WHERE read_at IS NULL`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "notice"`)
  }
}
