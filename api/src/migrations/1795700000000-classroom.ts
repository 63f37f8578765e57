import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Classes with their pupils, sets, and lessons with their acts, seats and answers. */
export class Classroom1795700000000 implements MigrationInterface {
  name = 'Classroom1795700000000'

  async up(query: QueryRunner): Promise<void> {
    await query.query(
      `CREATE TABLE "school_class" ("id" uuid NOT NULL, "owner_id" uuid NOT NULL, "name" text NOT NULL, "grade" smallint, "school_year" smallint NOT NULL, "created_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "delete_on" date NOT NULL, CONSTRAINT "school_class_grade_ck" CHECK (grade BETWEEN 1 AND 12), CONSTRAINT "school_class_pk" PRIMARY KEY ("id"))`,
    )
    await query.query(`CREATE INDEX "school_class_owner_ix" ON "school_class" ("owner_id")`)
    await query.query(
      `CREATE TABLE "pupil" ("id" uuid NOT NULL, "class_id" uuid NOT NULL, "number" smallint NOT NULL, "name" text NOT NULL, "extra_percent" smallint NOT NULL DEFAULT '0', CONSTRAINT "pupil_extra_ck" CHECK (extra_percent BETWEEN 0 AND 100), CONSTRAINT "pupil_pk" PRIMARY KEY ("id"))`,
    )
    await query.query(`CREATE INDEX "pupil_class_ix" ON "pupil" ("class_id", "number")`)
    await query.query(
      `CREATE TABLE "lesson_set" ("id" uuid NOT NULL, "owner_id" uuid NOT NULL, "title" text NOT NULL, "places" jsonb NOT NULL, "changed_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "origin_id" uuid, "origin_hash" text, CONSTRAINT "lesson_set_pk" PRIMARY KEY ("id"))`,
    )
    await query.query(`CREATE INDEX "lesson_set_owner_ix" ON "lesson_set" ("owner_id")`)
    await query.query(
      `CREATE UNIQUE INDEX "lesson_set_origin_ux" ON "lesson_set" ("owner_id", "origin_id", "origin_hash") WHERE origin_id IS NOT NULL`,
    )
    await query.query(
      `CREATE TABLE "lesson" ("id" uuid NOT NULL, "owner_id" uuid NOT NULL, "class_id" uuid, "title" text NOT NULL, "pin" text, "settings" jsonb NOT NULL, "secret" bytea NOT NULL, "places" jsonb NOT NULL, "phase" text NOT NULL, "place" smallint NOT NULL DEFAULT '0', "opens_at" timestamptz, "closes_at" timestamptz, "stood_ms" integer NOT NULL DEFAULT '0', "paused_at" timestamptz, "pause" text, "is_lobby_locked" boolean NOT NULL DEFAULT false, "are_reactions_on" boolean NOT NULL, "skipped" smallint array NOT NULL DEFAULT '{}', "version" integer NOT NULL DEFAULT '0', "alive_at" timestamptz, "created_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "ended_at" timestamptz, "delete_on" date NOT NULL, "is_carried_in" boolean NOT NULL DEFAULT false, CONSTRAINT "lesson_ended_ck" CHECK ((phase = 'ended') = (ended_at IS NOT NULL)), CONSTRAINT "lesson_pause_ck" CHECK ((paused_at IS NULL) = (pause IS NULL)), CONSTRAINT "lesson_phase_ck" CHECK (phase IN ('lobby', 'open', 'locked', 'revealed', 'board', 'podium', 'ended')), CONSTRAINT "lesson_pk" PRIMARY KEY ("id"))`,
    )
    await query.query(`CREATE INDEX "lesson_class_ix" ON "lesson" ("class_id")`)
    await query.query(`CREATE INDEX "lesson_running_ix" ON "lesson" ("id") WHERE phase IN ('open', 'locked')`)
    await query.query(`CREATE UNIQUE INDEX "lesson_pin_ux" ON "lesson" ("pin") WHERE ended_at IS NULL`)
    await query.query(`CREATE INDEX "lesson_owner_ix" ON "lesson" ("owner_id", "created_at")`)
    await query.query(`CREATE INDEX "lesson_places_ix" ON "lesson" USING gin ("places" jsonb_path_ops)`)
    await query.query(
      `CREATE TABLE "lesson_act" ("lesson_id" uuid NOT NULL, "version" integer NOT NULL, "act" jsonb NOT NULL, "by" text NOT NULL, "at" timestamptz NOT NULL, CONSTRAINT "lesson_act_pk" PRIMARY KEY ("lesson_id", "version"))`,
    )
    await query.query(
      `CREATE TABLE "lesson_seat" ("lesson_id" uuid NOT NULL, "number" integer NOT NULL, "name" text NOT NULL, "folded_name" text NOT NULL, "pupil_id" uuid, "team" smallint, "token_hash" text NOT NULL, "device_hash" text NOT NULL, "extra_percent" smallint NOT NULL DEFAULT '0', "joined_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "joined_place" smallint NOT NULL, "here_at" timestamptz, "removed_at" timestamptz, "floor" text, "out_at" smallint, "rescues" smallint NOT NULL DEFAULT '0', "own_place" smallint NOT NULL DEFAULT '0', "own_opened_at" timestamptz, CONSTRAINT "lesson_seat_floor_ck" CHECK (floor IN ('on', 'out', 'reserve')), CONSTRAINT "lesson_seat_pk" PRIMARY KEY ("lesson_id", "number"))`,
    )
    await query.query(`CREATE INDEX "lesson_seat_device_ix" ON "lesson_seat" ("lesson_id", "device_hash")`)
    await query.query(
      `CREATE UNIQUE INDEX "lesson_seat_pupil_ux" ON "lesson_seat" ("lesson_id", "pupil_id") WHERE pupil_id IS NOT NULL`,
    )
    await query.query(`CREATE UNIQUE INDEX "lesson_seat_name_ux" ON "lesson_seat" ("lesson_id", "folded_name")`)
    await query.query(`CREATE UNIQUE INDEX "lesson_seat_token_ux" ON "lesson_seat" ("token_hash")`)
    await query.query(
      `CREATE TABLE "seat_request" ("id" uuid NOT NULL, "lesson_id" uuid NOT NULL, "seat" integer NOT NULL, "device_hash" text NOT NULL, "asked_at" timestamptz NOT NULL DEFAULT clock_timestamp(), "admitted_at" timestamptz, CONSTRAINT "seat_request_pk" PRIMARY KEY ("id"))`,
    )
    await query.query(`CREATE INDEX "seat_request_lesson_ix" ON "seat_request" ("lesson_id")`)
    await query.query(
      `CREATE TABLE "lesson_answer" ("lesson_id" uuid NOT NULL, "place" smallint NOT NULL, "seat" integer NOT NULL, "response" jsonb NOT NULL, "received_at" timestamptz NOT NULL, "time_ms" integer NOT NULL, CONSTRAINT "lesson_answer_pk" PRIMARY KEY ("lesson_id", "place", "seat"))`,
    )
    await query.query(
      `CREATE TABLE "lesson_remote" ("id" uuid NOT NULL, "lesson_id" uuid NOT NULL, "code_hash" text NOT NULL, "until" timestamptz NOT NULL, "key_hash" text, CONSTRAINT "lesson_remote_pk" PRIMARY KEY ("id"))`,
    )
    await query.query(`CREATE UNIQUE INDEX "lesson_remote_code_ux" ON "lesson_remote" ("code_hash")`)
    await query.query(`CREATE UNIQUE INDEX "lesson_remote_key_ux" ON "lesson_remote" ("key_hash")`)
    await query.query(
      `CREATE TABLE "carried_lesson" ("lesson_id" uuid NOT NULL, "owner_id" uuid NOT NULL, "origin_id" uuid NOT NULL, "sha256" text NOT NULL, "class_name" text, "items" jsonb NOT NULL, "carried_at" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "carried_lesson_pk" PRIMARY KEY ("lesson_id"))`,
    )
    await query.query(`CREATE UNIQUE INDEX "carried_lesson_origin_ux" ON "carried_lesson" ("owner_id", "origin_id")`)
    await query.query(
      `CREATE TABLE "carried_item" ("owner_id" uuid NOT NULL, "sha256" text NOT NULL, "item_id" uuid NOT NULL, CONSTRAINT "carried_item_pk" PRIMARY KEY ("owner_id", "sha256"))`,
    )
    await query.query(`CREATE INDEX "carried_item_item_ix" ON "carried_item" ("item_id")`)
    await query.query(
      `ALTER TABLE "school_class" ADD CONSTRAINT "school_class_owner_fk" FOREIGN KEY ("owner_id") REFERENCES "account"("id")`,
    )
    await query.query(
      `ALTER TABLE "pupil" ADD CONSTRAINT "pupil_class_fk" FOREIGN KEY ("class_id") REFERENCES "school_class"("id") ON DELETE CASCADE`,
    )
    await query.query(
      `ALTER TABLE "lesson_set" ADD CONSTRAINT "lesson_set_owner_fk" FOREIGN KEY ("owner_id") REFERENCES "account"("id")`,
    )
    await query.query(
      `ALTER TABLE "lesson" ADD CONSTRAINT "lesson_owner_fk" FOREIGN KEY ("owner_id") REFERENCES "account"("id")`,
    )
    await query.query(
      `ALTER TABLE "lesson" ADD CONSTRAINT "lesson_class_fk" FOREIGN KEY ("class_id") REFERENCES "school_class"("id") ON DELETE CASCADE`,
    )
    await query.query(
      `ALTER TABLE "lesson_act" ADD CONSTRAINT "lesson_act_lesson_fk" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE`,
    )
    await query.query(
      `ALTER TABLE "lesson_seat" ADD CONSTRAINT "lesson_seat_lesson_fk" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE`,
    )
    await query.query(
      `ALTER TABLE "seat_request" ADD CONSTRAINT "seat_request_lesson_fk" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE`,
    )
    await query.query(
      `ALTER TABLE "lesson_answer" ADD CONSTRAINT "lesson_answer_lesson_fk" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE`,
    )
    await query.query(
      `ALTER TABLE "lesson_remote" ADD CONSTRAINT "lesson_remote_lesson_fk" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE`,
    )
    await query.query(
      `ALTER TABLE "carried_lesson" ADD CONSTRAINT "carried_lesson_lesson_fk" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE CASCADE`,
    )
    await query.query(
      `ALTER TABLE "carried_lesson" ADD CONSTRAINT "carried_lesson_owner_fk" FOREIGN KEY ("owner_id") REFERENCES "account"("id")`,
    )
    await query.query(
      `ALTER TABLE "carried_item" ADD CONSTRAINT "carried_item_owner_fk" FOREIGN KEY ("owner_id") REFERENCES "account"("id")`,
    )
    await query.query(
      `ALTER TABLE "carried_item" ADD CONSTRAINT "carried_item_item_fk" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE`,
    )
    for (const table of ['lesson_act', 'lesson_answer'])
      await query.query(
        `CREATE TRIGGER ${table}_never_changes BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
      )
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "carried_item"`)
    await query.query(`DROP TABLE "carried_lesson"`)
    await query.query(`DROP TABLE "lesson_remote"`)
    await query.query(`DROP TABLE "lesson_answer"`)
    await query.query(`DROP TABLE "seat_request"`)
    await query.query(`DROP TABLE "lesson_seat"`)
    await query.query(`DROP TABLE "lesson_act"`)
    await query.query(`DROP TABLE "lesson"`)
    await query.query(`DROP TABLE "lesson_set"`)
    await query.query(`DROP TABLE "pupil"`)
    await query.query(`DROP TABLE "school_class"`)
  }
}
