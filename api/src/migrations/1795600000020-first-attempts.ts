import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What each person's first attempt of a round came to under the rulings of a version: units are compared by it. */
export class FirstAttempts1795600000020 implements MigrationInterface {
  name = 'FirstAttempts1795600000020'

  async up(query: QueryRunner): Promise<void> {
    await query.query(
      `ALTER TABLE "result_row" ADD "first_points" double precision, ADD "first_max_points" double precision`,
    )
    // Of versions from before: as counted where the first attempt is the counted one, else as it was scored when it ended.
    await query.query(`ALTER TABLE "result_row" DISABLE TRIGGER "result_row_append_only"`)
    await query.query(
      `UPDATE result_row r SET first_points = CASE WHEN f.id = r.attempt_id THEN r.points ELSE f.points END,
         first_max_points = CASE WHEN f.id = r.attempt_id THEN r.max_points ELSE f.max_points END
       FROM result_version v JOIN (
         SELECT DISTINCT ON (a.round_id, a.account_id) a.id, a.round_id, a.account_id, a.points, a.max_points FROM attempt a
         WHERE a.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM attempt b WHERE b.replaces_id = a.id AND b.state = 'submitted')
         ORDER BY a.round_id, a.account_id, a.attempt_no
       ) f ON f.round_id = v.round_id
       WHERE r.version_id = v.id AND r.account_id = f.account_id`,
    )
    await query.query(`ALTER TABLE "result_row" ENABLE TRIGGER "result_row_append_only"`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "result_row" DROP COLUMN "first_points", DROP COLUMN "first_max_points"`)
  }
}
