import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How much of a person's extra time there was before the end of the round; attempts that have ended keep ranking as they did. */
export class UsableExtra1795600000018 implements MigrationInterface {
  name = 'UsableExtra1795600000018'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "attempt" ADD "usable_extra" integer`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "attempt" DROP COLUMN "usable_extra"`)
  }
}
