import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What one person asked for about a signed winner waits for a second one; each winner has the own day of publication. */
export class WinnerRequests1795600000016 implements MigrationInterface {
  name = 'WinnerRequests1795600000016'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "winner" ADD "request" jsonb, ADD "published_at" timestamptz`)
    await query.query(
      `UPDATE "winner" w SET published_at = l.published_at FROM "winner_list" l WHERE l.id = w.list_id AND w.certificate_code IS NOT NULL`,
    )
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "winner" DROP COLUMN "request", DROP COLUMN "published_at"`)
  }
}
