import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLES = ['log_checkpoint', 'log_leaf', 'round_commitment', 'proof_log', 'signing_key']

/** Commitments before a round, the log of its attempts, signed checkpoints, and the keys that sign. */
export class ProofLogs1795800000010 implements MigrationInterface {
  name = 'ProofLogs1795800000010'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "signing_key" ("verifier_key" text NOT NULL, "name" text NOT NULL, "seed" bytea,
      "since" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "signing_key_pk" PRIMARY KEY ("verifier_key"))`)
    await query.query(`CREATE TABLE "proof_log" ("log" text NOT NULL, "origin" text NOT NULL, "ended_at" timestamptz,
      CONSTRAINT "proof_log_pk" PRIMARY KEY ("log"))`)
    await query.query(`CREATE TABLE "round_commitment" ("round_id" uuid NOT NULL, "version" integer NOT NULL,
      "secret_commitment" bytea NOT NULL, "pool_root" bytea NOT NULL, "pool_size" integer NOT NULL, "note" text NOT NULL,
      "made_at" timestamptz NOT NULL, CONSTRAINT "round_commitment_pk" PRIMARY KEY ("round_id", "version"))`)
    await query.query(`CREATE TABLE "log_leaf" ("round_id" uuid NOT NULL, "leaf_index" integer NOT NULL, "leaf_hash" bytea NOT NULL,
      "attempt_id" uuid, CONSTRAINT "log_leaf_pk" PRIMARY KEY ("round_id", "leaf_index"),
      CONSTRAINT "log_leaf_attempt_uq" UNIQUE ("attempt_id"))`)
    await query.query(`CREATE INDEX "log_leaf_hash_ix" ON "log_leaf" ("round_id", "leaf_hash")`)
    await query.query(`CREATE TABLE "log_checkpoint" ("log" text NOT NULL, "ordinal" integer NOT NULL, "size" integer NOT NULL,
      "root" bytea NOT NULL, "note" text NOT NULL, "is_final" boolean NOT NULL DEFAULT false, "made_at" timestamptz NOT NULL,
      CONSTRAINT "log_checkpoint_pk" PRIMARY KEY ("log", "ordinal"))`)
    for (const table of ['signing_key', 'round_commitment', 'log_checkpoint']) {
      await query.query(`CREATE TRIGGER "${table}_append_only" BEFORE UPDATE OR DELETE ON "${table}"
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`)
      await query.query(`CREATE TRIGGER "${table}_keep" BEFORE TRUNCATE ON "${table}"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`)
    }
    await query.query(`CREATE FUNCTION keep_log_leaf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP = 'UPDATE' AND NEW.attempt_id IS NULL AND (NEW.round_id, NEW.leaf_index, NEW.leaf_hash)
        IS NOT DISTINCT FROM (OLD.round_id, OLD.leaf_index, OLD.leaf_hash) THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'a leaf of a log never changes';
    END $$`)
    await query.query(`CREATE TRIGGER "log_leaf_keep" BEFORE UPDATE OR DELETE ON "log_leaf"
      FOR EACH ROW EXECUTE FUNCTION keep_log_leaf()`)
    await query.query(`CREATE TRIGGER "log_leaf_keep_all" BEFORE TRUNCATE ON "log_leaf"
      FOR EACH STATEMENT EXECUTE FUNCTION keep_log_leaf()`)
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of TABLES) await query.query(`DROP TABLE "${table}"`)
    await query.query(`DROP FUNCTION keep_log_leaf`)
  }
}
