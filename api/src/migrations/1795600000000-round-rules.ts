import type { MigrationInterface, QueryRunner } from 'typeorm'

const ROUND_RULES = `{"attempts":{"period":"round","waitS":0,"counted":"best","unseenFirst":false},"movement":"free","itemClockS":null,
"allRequired":false,"scoring":{"wrongPenalty":0,"blankPenalty":0,"speedBonus":0},"prediction":null,
"ranking":[{"by":"points"},{"by":"time-used"},{"by":"submitted-at"},{"by":"draw"}],"freezeMinutes":0,"paperTolerance":null,
"entry":{"kind":"open"},"tables":[]}`

const CONTEST_RULES = `{"eligibility":{"minAge":null,"maxAge":null,"ageOn":null,"unitIds":[],"invitedOnly":false},"tables":[],
"total":null,"onePrizeEach":false,"complaintHours":72}`

/** Rules of contests and rounds as settings; what existed before gets what it meant until now. */
export class RoundRules1795600000000 implements MigrationInterface {
  name = 'RoundRules1795600000000'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "contest" ADD "rules" jsonb`)
    await query.query(
      `UPDATE "contest" SET "rules" = $1::jsonb, "prizes" = (
      SELECT coalesce(jsonb_agg(p || '{"scope":"round","table":null}'::jsonb), '[]'::jsonb) FROM jsonb_array_elements("prizes") AS p)`,
      [CONTEST_RULES],
    )
    await query.query(`ALTER TABLE "contest" ALTER "rules" SET NOT NULL`)
    await query.query(`ALTER TABLE "round" ADD "rules" jsonb, ADD "rules_version" integer NOT NULL DEFAULT 1,
      ADD "paused_at" timestamptz, ADD "revealed_at" timestamptz, ADD "results_published_at" timestamptz`)
    await query.query(
      `UPDATE "round" SET "rules" = $1::jsonb, "blueprint" = (
      SELECT coalesce(jsonb_agg(c || '{"type":null,"points":1}'::jsonb), '[]'::jsonb) FROM jsonb_array_elements("blueprint") AS c)`,
      [ROUND_RULES],
    )
    await query.query(`ALTER TABLE "round" ALTER "rules" SET NOT NULL`)
    await query.query(`CREATE TABLE "round_rules" ("round_id" uuid NOT NULL, "version" integer NOT NULL, "rules" jsonb NOT NULL,
      "effective_at" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "round_rules_pk" PRIMARY KEY ("round_id", "version"),
      CONSTRAINT "round_rules_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE)`)
    await query.query(`INSERT INTO "round_rules" ("round_id", "version", "rules") SELECT "id", 1, "rules" FROM "round"`)
    await query.query(`ALTER TABLE "round_item" ADD "expected_share" double precision NOT NULL DEFAULT 0.5`)
    await query.query(`ALTER TABLE "attempt" ALTER "max_points" TYPE double precision,
      ADD "right_count" integer, ADD "prediction" integer, ADD "rules_version" integer NOT NULL DEFAULT 1,
      ADD "open_position" smallint, ADD "open_until" timestamptz, ADD "extra_percent" smallint NOT NULL DEFAULT 0,
      ADD "credit_ms" integer NOT NULL DEFAULT 0, ADD "network" text, ADD "table_code" text`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "attempt" DROP "table_code", DROP "network", DROP "credit_ms", DROP "extra_percent", DROP "open_until",
      DROP "open_position", DROP "rules_version", DROP "prediction", DROP "right_count", ALTER "max_points" TYPE integer`)
    await query.query(`ALTER TABLE "round_item" DROP "expected_share"`)
    await query.query(`DROP TABLE "round_rules"`)
    await query.query(
      `ALTER TABLE "round" DROP "results_published_at", DROP "revealed_at", DROP "paused_at", DROP "rules_version", DROP "rules"`,
    )
    await query.query(`ALTER TABLE "contest" DROP "rules"`)
  }
}
