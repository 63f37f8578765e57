import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Lists of people for contests and rounds, extra time, amendments of rules, acts on the clock. */
export class Admission1795600000002 implements MigrationInterface {
  name = 'Admission1795600000002'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "contest_entrant" ("contest_id" uuid NOT NULL, "account_id" uuid NOT NULL,
      "added_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "added_by" uuid,
      CONSTRAINT "contest_entrant_pk" PRIMARY KEY ("contest_id", "account_id"),
      CONSTRAINT "contest_entrant_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE CASCADE,
      CONSTRAINT "contest_entrant_account_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id"))`)
    await query.query(`CREATE TABLE "round_entrant" ("round_id" uuid NOT NULL, "account_id" uuid NOT NULL, "kind" text NOT NULL,
      "from_round_id" uuid, "added_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "added_by" uuid,
      CONSTRAINT "round_entrant_pk" PRIMARY KEY ("round_id", "account_id"),
      CONSTRAINT "round_entrant_kind_ck" CHECK (kind IN ('invited', 'qualified')),
      CONSTRAINT "round_entrant_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE,
      CONSTRAINT "round_entrant_account_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id"))`)
    await query.query(`CREATE TABLE "extra_time" ("contest_id" uuid NOT NULL, "account_id" uuid NOT NULL, "percent" smallint NOT NULL,
      "reason" text NOT NULL, "granted_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "granted_by" uuid NOT NULL,
      CONSTRAINT "extra_time_pk" PRIMARY KEY ("contest_id", "account_id"),
      CONSTRAINT "extra_time_percent_ck" CHECK (percent BETWEEN 1 AND 100),
      CONSTRAINT "extra_time_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE CASCADE,
      CONSTRAINT "extra_time_account_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id"))`)
    await query.query(`CREATE TABLE "rule_change" ("id" uuid NOT NULL, "contest_id" uuid NOT NULL, "round_id" uuid, "state" text NOT NULL,
      "before" jsonb NOT NULL, "after" jsonb NOT NULL, "reason" text NOT NULL,
      "proposed_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "proposed_by" uuid NOT NULL, "proposed_by_role" text NOT NULL,
      "decided_at" timestamptz, "decided_by" uuid, "decided_by_role" text, "rules_version" integer,
      CONSTRAINT "rule_change_pk" PRIMARY KEY ("id"),
      CONSTRAINT "rule_change_state_ck" CHECK (state IN ('proposed', 'approved', 'rejected', 'withdrawn')),
      CONSTRAINT "rule_change_second_ck" CHECK (state NOT IN ('approved', 'rejected') OR decided_by <> proposed_by),
      CONSTRAINT "rule_change_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id"),
      CONSTRAINT "rule_change_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id"),
      CONSTRAINT "rule_change_proposer_fk" FOREIGN KEY ("proposed_by") REFERENCES "account"("id"),
      CONSTRAINT "rule_change_decider_fk" FOREIGN KEY ("decided_by") REFERENCES "account"("id"))`)
    await query.query(`CREATE INDEX "rule_change_contest_ix" ON "rule_change" ("contest_id", "proposed_at")`)
    await query.query(
      `CREATE UNIQUE INDEX "rule_change_round_waiting_uq" ON "rule_change" ("round_id") WHERE state = 'proposed'`,
    )
    await query.query(
      `CREATE UNIQUE INDEX "rule_change_contest_waiting_uq" ON "rule_change" ("contest_id") WHERE state = 'proposed' AND round_id IS NULL`,
    )
    await query.query(`CREATE TABLE "clock_act" ("id" uuid NOT NULL, "round_id" uuid NOT NULL, "kind" text NOT NULL,
      "at" timestamptz NOT NULL DEFAULT clock_timestamp(), "by" uuid, "reason" text NOT NULL, "from_at" timestamptz NOT NULL,
      "to_at" timestamptz, "scope" jsonb NOT NULL,
      CONSTRAINT "clock_act_pk" PRIMARY KEY ("id"),
      CONSTRAINT "clock_act_kind_ck" CHECK (kind IN ('pause', 'extension', 'credit')),
      CONSTRAINT "clock_act_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE)`)
    await query.query(`CREATE INDEX "clock_act_round_ix" ON "clock_act" ("round_id", "at")`)
    await query.query(`CREATE TABLE "clock_credit" ("act_id" uuid NOT NULL, "attempt_id" uuid NOT NULL, "round_id" uuid NOT NULL,
      "account_id" uuid NOT NULL, "effect" text NOT NULL, "from_at" timestamptz NOT NULL, "to_at" timestamptz NOT NULL,
      "credit_ms" integer NOT NULL,
      CONSTRAINT "clock_credit_pk" PRIMARY KEY ("act_id", "attempt_id"),
      CONSTRAINT "clock_credit_effect_ck" CHECK (effect IN ('running', 'submitted', 'one-more')),
      CONSTRAINT "clock_credit_act_fk" FOREIGN KEY ("act_id") REFERENCES "clock_act"("id") ON DELETE CASCADE,
      CONSTRAINT "clock_credit_attempt_fk" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id"))`)
    await query.query(`CREATE INDEX "clock_credit_attempt_ix" ON "clock_credit" ("attempt_id")`)
    await query.query(
      `CREATE INDEX "clock_credit_more_ix" ON "clock_credit" ("round_id", "account_id") WHERE effect = 'one-more'`,
    )
    await query.query(
      `ALTER TABLE "round_rules" ADD "time_limit_s" integer, ADD "attempt_limit" integer, ADD "result_policy" text`,
    )
    await query.query(`UPDATE "round_rules" x SET "time_limit_s" = r."time_limit_s", "attempt_limit" = r."attempt_limit",
      "result_policy" = r."result_policy" FROM "round" r WHERE r."id" = x."round_id"`)
    await query.query(`ALTER TABLE "round_rules" ALTER "time_limit_s" SET NOT NULL, ALTER "attempt_limit" SET NOT NULL,
      ALTER "result_policy" SET NOT NULL`)
    // Whoever has read a key is asked for at every start; most people have no entry at all.
    await query.query(`CREATE INDEX "audit_entry_actor_ix" ON "audit_entry" ("actor_id", "act")`)
    await query.query(`CREATE INDEX "audit_entry_subject_ix" ON "audit_entry" ("subject", "act")`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP INDEX "audit_entry_subject_ix"`)
    await query.query(`DROP INDEX "audit_entry_actor_ix"`)
    await query.query(`ALTER TABLE "round_rules" DROP "result_policy", DROP "attempt_limit", DROP "time_limit_s"`)
    for (const table of ['clock_credit', 'clock_act', 'rule_change', 'extra_time', 'round_entrant', 'contest_entrant'])
      await query.query(`DROP TABLE "${table}"`)
  }
}
