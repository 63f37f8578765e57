import type { MigrationInterface, QueryRunner } from 'typeorm'

const keepDraw = (
  fixed: (row: string) => string,
) => `CREATE OR REPLACE FUNCTION keep_result_draw() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF (OLD.secret, OLD.commitment, OLD.committed_at) IS DISTINCT FROM (NEW.secret, NEW.commitment, NEW.committed_at)
      OR OLD.named_at IS NOT NULL AND (${fixed('OLD')}) IS DISTINCT FROM (${fixed('NEW')})
      OR OLD.drawn_at IS NOT NULL THEN
      RAISE EXCEPTION 'what a draw stands on is append-only';
    END IF;
    RETURN NEW;
  END $$`

/** Draws among units: what is drawn is said by the row, and the lines of units are kept with it, since no version of results has them. */
export class UnitDraws1795600000013 implements MigrationInterface {
  name = 'UnitDraws1795600000013'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "result_draw" ADD COLUMN "kind" text, ADD COLUMN "lines" jsonb`)
    // Draws that are done take no change otherwise.
    await query.query(`ALTER TABLE "result_draw" DISABLE TRIGGER "result_draw_keep"`)
    await query.query(`UPDATE "result_draw" SET "kind" = CASE WHEN "round_id" IS NULL THEN 'total' ELSE 'round' END`)
    await query.query(`ALTER TABLE "result_draw" ENABLE TRIGGER "result_draw_keep"`)
    await query.query(`ALTER TABLE "result_draw" ALTER COLUMN "kind" SET NOT NULL`)
    await query.query(
      `ALTER TABLE "result_draw" ADD CONSTRAINT "result_draw_kind_ck" CHECK (kind IN ('round', 'total', 'units') AND (kind = 'round') = (round_id IS NOT NULL))`,
    )
    await query.query(
      `ALTER TABLE "result_draw" ADD CONSTRAINT "result_draw_lines_ck" CHECK ((lines IS NOT NULL) = (kind = 'units' AND named_at IS NOT NULL))`,
    )
    await query.query(keepDraw((row) => `${row}.list_root, ${row}.version_id, ${row}.source, ${row}.lines`))
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(keepDraw((row) => `${row}.list_root, ${row}.version_id, ${row}.source`))
    await query.query(`DELETE FROM "result_draw" WHERE "kind" = 'units'`)
    await query.query(`ALTER TABLE "result_draw" DROP COLUMN "kind", DROP COLUMN "lines"`)
  }
}
