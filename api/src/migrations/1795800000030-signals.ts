import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Searches for signals in a round, what they found, and what was deleted on its day. */
export class Signals1795800000030 implements MigrationInterface {
  name = 'Signals1795800000030'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "detection_run" ("id" uuid NOT NULL, "round_id" uuid NOT NULL, "state" text NOT NULL, "started_by" uuid,
      "started_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "alive_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
      "finished_at" timestamptz, "stage" text NOT NULL DEFAULT 'loading', "progress" smallint NOT NULL DEFAULT 0, "settings" jsonb,
      "evidence_hash" text, "code_version" text, "summary" jsonb NOT NULL DEFAULT '{}', "failure" text,
      CONSTRAINT "detection_run_pk" PRIMARY KEY ("id"),
      CONSTRAINT "detection_run_state_ck" CHECK (state IN ('running', 'done', 'failed', 'stopped')),
      CONSTRAINT "detection_run_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE,
      CONSTRAINT "detection_run_starter_fk" FOREIGN KEY ("started_by") REFERENCES "account"("id"))`)
    await query.query(`CREATE INDEX "detection_run_round_ix" ON "detection_run" ("round_id")`)
    await query.query(
      `CREATE UNIQUE INDEX "detection_run_running_uq" ON "detection_run" ("round_id") WHERE state = 'running'`,
    )
    await query.query(`CREATE TABLE "signal" ("id" uuid NOT NULL, "round_id" uuid NOT NULL, "run_id" uuid NOT NULL, "kind" text NOT NULL,
      "family" text NOT NULL, "p" double precision, "adjusted_p" double precision, "false_alarm_rate" double precision,
      "facts" jsonb NOT NULL, "found_at" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "signal_pk" PRIMARY KEY ("id"),
      CONSTRAINT "signal_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE,
      CONSTRAINT "signal_run_fk" FOREIGN KEY ("run_id") REFERENCES "detection_run"("id") ON DELETE CASCADE)`)
    await query.query(`CREATE INDEX "signal_round_ix" ON "signal" ("round_id")`)
    await query.query(`CREATE INDEX "signal_run_ix" ON "signal" ("run_id")`)
    await query.query(`CREATE TABLE "signal_subject" ("signal_id" uuid NOT NULL, "attempt_id" uuid NOT NULL,
      CONSTRAINT "signal_subject_pk" PRIMARY KEY ("signal_id", "attempt_id"),
      CONSTRAINT "signal_subject_signal_fk" FOREIGN KEY ("signal_id") REFERENCES "signal"("id") ON DELETE CASCADE,
      CONSTRAINT "signal_subject_attempt_fk" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE)`)
    await query.query(`CREATE INDEX "signal_subject_attempt_ix" ON "signal_subject" ("attempt_id")`)
    await query.query(`CREATE TABLE "signal_deletion" ("id" uuid NOT NULL, "round_id" uuid NOT NULL,
      "deleted_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "counts" jsonb NOT NULL, "kept_count" integer NOT NULL,
      CONSTRAINT "signal_deletion_pk" PRIMARY KEY ("id"),
      CONSTRAINT "signal_deletion_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE)`)
    await query.query(`CREATE INDEX "signal_deletion_round_ix" ON "signal_deletion" ("round_id")`)
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of ['signal_deletion', 'signal_subject', 'signal', 'detection_run'])
      await query.query(`DROP TABLE "${table}"`)
  }
}
