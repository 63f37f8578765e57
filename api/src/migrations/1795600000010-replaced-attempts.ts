import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * An attempt that is taken in place of one that an outage cut off names it. Attempts from before name none: what they were counted by
 * stays as it is.
 */
export class ReplacedAttempts1795600000010 implements MigrationInterface {
  name = 'ReplacedAttempts1795600000010'

  async up(query: QueryRunner): Promise<void> {
    await query.query(
      `ALTER TABLE "attempt" ADD "replaces_id" uuid CONSTRAINT "attempt_replaces_fk" REFERENCES "attempt" ("id")`,
    )
    await query.query(
      `CREATE UNIQUE INDEX "attempt_replaces_uq" ON "attempt" ("replaces_id") WHERE "replaces_id" IS NOT NULL`,
    )
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "attempt" DROP "replaces_id"`)
  }
}
