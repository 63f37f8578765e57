import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Lists of winners, what became of each, collective prizes and the rosters that rates are worked out from. */
export class Winners1795600000005 implements MigrationInterface {
  name = 'Winners1795600000005'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "winner_list" ("id" uuid NOT NULL, "contest_id" uuid NOT NULL, "kind" text NOT NULL, "round_id" uuid,
      "version_id" uuid, "state" text NOT NULL DEFAULT 'proposed', "revision" integer NOT NULL DEFAULT 1, "proposed_by" uuid NOT NULL,
      "proposed_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "first_signed_by" uuid, "first_signed_at" timestamptz,
      "second_signed_by" uuid, "second_signed_at" timestamptz, "published_by" uuid, "published_at" timestamptz,
      CONSTRAINT "winner_list_pk" PRIMARY KEY ("id"),
      CONSTRAINT "winner_list_uq" UNIQUE NULLS NOT DISTINCT ("contest_id", "kind", "round_id"),
      CONSTRAINT "winner_list_kind_ck" CHECK ((kind = 'round') = (round_id IS NOT NULL)),
      CONSTRAINT "winner_list_signers_ck" CHECK (first_signed_by IS DISTINCT FROM second_signed_by OR first_signed_by IS NULL),
      CONSTRAINT "winner_list_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id"),
      CONSTRAINT "winner_list_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id"))`)
    await query.query(`CREATE TABLE "winner" ("id" uuid NOT NULL, "list_id" uuid NOT NULL, "account_id" uuid, "unit_id" uuid,
      "line_key" text NOT NULL, "tier" text NOT NULL, "reward" jsonb NOT NULL, "table_code" text, "rank" integer NOT NULL,
      "order_no" integer NOT NULL, "points" double precision, "state" text NOT NULL DEFAULT 'proposed', "reason" text, "replaces_id" uuid,
      "identity" jsonb, "name_choice" text, "published_name" text, "published_unit" text, "hand_over" jsonb, "certificate_code" text,
      "certificate_withdrawn_at" timestamptz, "certificate_withdrawn_reason" text,
      "created_at" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "winner_pk" PRIMARY KEY ("id"),
      CONSTRAINT "winner_certificate_uq" UNIQUE ("certificate_code"),
      CONSTRAINT "winner_who_ck" CHECK ((account_id IS NULL) <> (unit_id IS NULL)),
      CONSTRAINT "winner_list_fk" FOREIGN KEY ("list_id") REFERENCES "winner_list"("id"),
      CONSTRAINT "winner_account_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id"),
      CONSTRAINT "winner_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "unit"("id"),
      CONSTRAINT "winner_replaces_fk" FOREIGN KEY ("replaces_id") REFERENCES "winner"("id"))`)
    await query.query(`CREATE UNIQUE INDEX "winner_one_place_uq" ON "winner" ("list_id", "account_id", "unit_id", "line_key") NULLS NOT DISTINCT
      WHERE state NOT IN ('declined', 'unreachable', 'ineligible', 'withdrawn')`)
    await query.query(`CREATE INDEX "winner_account_ix" ON "winner" ("account_id")`)
    await query.query(`CREATE TABLE "winner_event" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "winner_id" uuid NOT NULL,
      "at" timestamptz NOT NULL DEFAULT clock_timestamp(), "actor_id" uuid, "act" text NOT NULL, "from_state" text NOT NULL,
      "to_state" text NOT NULL, "detail" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "winner_event_pk" PRIMARY KEY ("id"),
      CONSTRAINT "winner_event_winner_fk" FOREIGN KEY ("winner_id") REFERENCES "winner"("id"))`)
    await query.query(`CREATE INDEX "winner_event_winner_ix" ON "winner_event" ("winner_id")`)
    await query.query(`CREATE TABLE "collective_prize_plan" ("contest_id" uuid NOT NULL, "plan" jsonb NOT NULL, "saved_by" uuid NOT NULL,
      "saved_at" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "collective_prize_plan_pk" PRIMARY KEY ("contest_id"),
      CONSTRAINT "collective_prize_plan_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE CASCADE)`)
    await query.query(`CREATE TABLE "unit_roster" ("contest_id" uuid NOT NULL, "unit_id" uuid NOT NULL, "size" integer NOT NULL,
      "confirmed_by" text NOT NULL, "confirmed_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "recorded_by" uuid NOT NULL,
      "is_late" boolean NOT NULL, "reason" text, CONSTRAINT "unit_roster_pk" PRIMARY KEY ("contest_id", "unit_id"),
      CONSTRAINT "unit_roster_size_ck" CHECK (size > 0),
      CONSTRAINT "unit_roster_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE CASCADE,
      CONSTRAINT "unit_roster_unit_fk" FOREIGN KEY ("unit_id") REFERENCES "unit"("id"))`)
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of ['unit_roster', 'collective_prize_plan', 'winner_event', 'winner', 'winner_list'])
      await query.query(`DROP TABLE "${table}"`)
  }
}
