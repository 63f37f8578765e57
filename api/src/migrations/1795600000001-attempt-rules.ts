import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What an attempt keeps of the rules it was taken under: whether it is ranked, what speed and blanks did, which places were opened. */
export class AttemptRules1795600000001 implements MigrationInterface {
  name = 'AttemptRules1795600000001'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "attempt" ADD "is_ranked" boolean NOT NULL DEFAULT true, ADD "bonus" double precision,
      ADD "penalty" double precision, ADD "drawn_after" uuid array NOT NULL DEFAULT '{}'`)
    await query.query(`CREATE TABLE "place_opening" ("attempt_id" uuid NOT NULL, "position" smallint NOT NULL,
      "opened_at" timestamptz NOT NULL, "credit_ms" integer NOT NULL DEFAULT 0,
      CONSTRAINT "place_opening_pk" PRIMARY KEY ("attempt_id", "position"))`)
    await query.query(
      `CREATE TRIGGER place_opening_append_only BEFORE UPDATE OR DELETE ON place_opening FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    )
    await query.query(
      `CREATE TRIGGER place_opening_keep BEFORE TRUNCATE ON place_opening FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    )
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "place_opening"`)
    await query.query(`ALTER TABLE "attempt" DROP "drawn_after", DROP "penalty", DROP "bonus", DROP "is_ranked"`)
  }
}
