import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is noted about how a paper is taken, what was told about that before, and on which device an attempt was started. */
export class ProcessEvents1795800000040 implements MigrationInterface {
  name = 'ProcessEvents1795800000040'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "process_event" ("id" uuid NOT NULL, "attempt_id" uuid NOT NULL, "kind" text NOT NULL,
      "at" timestamptz NOT NULL, "client_at_ms" bigint, "duration_ms" integer, "detail" jsonb NOT NULL DEFAULT '{}',
      "delete_after" timestamptz NOT NULL, CONSTRAINT "process_event_pk" PRIMARY KEY ("id"),
      CONSTRAINT "process_event_attempt_fk" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE)`)
    await query.query(`CREATE INDEX "process_event_attempt_ix" ON "process_event" ("attempt_id", "at")`)
    await query.query(`CREATE INDEX "process_event_delete_ix" ON "process_event" ("delete_after")`)
    await query.query(`ALTER TABLE "attempt" ADD "notice_version" text`)
    await query.query(`ALTER TABLE "attempt" ADD "notice_sha256" text`)
    await query.query(`ALTER TABLE "attempt" ADD "device" text`)
  }

  async down(query: QueryRunner): Promise<void> {
    for (const column of ['device', 'notice_sha256', 'notice_version'])
      await query.query(`ALTER TABLE "attempt" DROP "${column}"`)
    await query.query(`DROP TABLE "process_event"`)
  }
}
