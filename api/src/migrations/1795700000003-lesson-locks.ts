import type { MigrationInterface, QueryRunner } from 'typeorm'

/** When the host locked a place: an answer in somebody's extra time that came before that is no less in time than any other. */
export class LessonLocks1795700000003 implements MigrationInterface {
  name = 'LessonLocks1795700000003'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "lesson" ADD COLUMN "locked_at" timestamptz`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "lesson" DROP COLUMN "locked_at"`)
  }
}
