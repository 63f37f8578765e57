import type { MigrationInterface, QueryRunner } from 'typeorm'

/** On which devices an account has been signed in, by a mark that this site alone gives and reads. */
export class Devices1795800000041 implements MigrationInterface {
  name = 'Devices1795800000041'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "session" ADD "device" text`)
    await query.query(`CREATE TABLE "account_device" ("account_id" uuid NOT NULL, "device" text NOT NULL,
      "label" text NOT NULL, "first_seen_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
      "last_seen_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT "account_device_pk" PRIMARY KEY ("account_id", "device"),
      CONSTRAINT "account_device_account_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE)`)
    await query.query(`CREATE INDEX "account_device_device_ix" ON "account_device" ("device")`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "account_device"`)
    await query.query(`ALTER TABLE "session" DROP "device"`)
  }
}
