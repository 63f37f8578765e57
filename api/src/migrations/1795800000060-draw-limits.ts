import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How often items are shown and on which days; rounds and attempts that are there have the whole pool every day, as they had. */
export class DrawLimits1795800000060 implements MigrationInterface {
  name = 'DrawLimits1795800000060'

  async up(query: QueryRunner): Promise<void> {
    await query.query(
      `ALTER TABLE "round" ADD "draw_limits" jsonb NOT NULL DEFAULT '{"dayPools":1,"maxShare":null,"leaveOutUsed":false}'`,
    )
    await query.query(`ALTER TABLE "round_item" ADD "admit_share" double precision`)
    await query.query(`ALTER TABLE "attempt" ADD "pool_part" smallint NOT NULL DEFAULT 0`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "attempt" DROP COLUMN "pool_part"`)
    await query.query(`ALTER TABLE "round_item" DROP COLUMN "admit_share"`)
    await query.query(`ALTER TABLE "round" DROP COLUMN "draw_limits"`)
  }
}
