import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A lesson's door has a key, a seat is asked for by at most one device at a time, and a request can be refused.
 * The count of what a class stood still grows to bigint: homework may stand for weeks.
 */
export class SeatRequests1795700000001 implements MigrationInterface {
  name = 'SeatRequests1795700000001'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "lesson" ADD COLUMN "door_key" text`)
    await query.query(`ALTER TABLE "lesson" ALTER COLUMN "stood_ms" TYPE bigint`)
    await query.query(`ALTER TABLE "seat_request" ADD COLUMN "repeated_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
      ADD COLUMN "refused_hash" text, ADD COLUMN "refused_at" timestamptz`)
    // Of several requests for one seat the newest stays: it is the one that the host would see.
    await query.query(`DELETE FROM "seat_request" old USING "seat_request" new WHERE old.lesson_id = new.lesson_id
      AND old.seat = new.seat AND (old.asked_at, old.id) < (new.asked_at, new.id)`)
    await query.query(`DROP INDEX "seat_request_lesson_ix"`)
    await query.query(`CREATE UNIQUE INDEX "seat_request_seat_ux" ON "seat_request" ("lesson_id", "seat")`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP INDEX "seat_request_seat_ux"`)
    await query.query(`CREATE INDEX "seat_request_lesson_ix" ON "seat_request" ("lesson_id")`)
    await query.query(
      `ALTER TABLE "seat_request" DROP COLUMN "repeated_at", DROP COLUMN "refused_hash", DROP COLUMN "refused_at"`,
    )
    await query.query(`ALTER TABLE "lesson" ALTER COLUMN "stood_ms" TYPE integer`)
    await query.query(`ALTER TABLE "lesson" DROP COLUMN "door_key"`)
  }
}
