import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The chain of what is recorded of an attempt. Attempts that run at this moment get a chain that begins with their next record; those that
 * have ended get none.
 */
export class AttemptChain1795800000000 implements MigrationInterface {
  name = 'AttemptChain1795800000000'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "attempt_chain" ("attempt_id" uuid NOT NULL, "links" integer NOT NULL,
      "head" bytea NOT NULL, "salt" bytea,
      CONSTRAINT "attempt_chain_head_ck" CHECK (octet_length(head) = 32),
      CONSTRAINT "attempt_chain_salt_ck" CHECK (salt IS NULL OR octet_length(salt) = 16),
      CONSTRAINT "attempt_chain_pk" PRIMARY KEY ("attempt_id"))`)
    // Each answer writes its row anew: half of every page stays free, so that the new row finds room beside the old one.
    await query.query(`ALTER TABLE "attempt_chain" SET (fillfactor = 50)`)
    await query.query(`CREATE FUNCTION fold_chain(head bytea, digests bytea[]) RETURNS bytea
      LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
      DECLARE digest bytea;
      BEGIN
        FOREACH digest IN ARRAY digests LOOP
          head := sha256(head || digest);
        END LOOP;
        RETURN head;
      END $$`)
    // A chain only grows, and once it has ended its head stands.
    await query.query(`CREATE TRIGGER attempt_chain_grows BEFORE UPDATE ON "attempt_chain" FOR EACH ROW
      WHEN (NEW.links < OLD.links OR NEW.attempt_id <> OLD.attempt_id
        OR (NEW.head <> OLD.head AND (OLD.salt IS NOT NULL OR NEW.links = OLD.links)))
      EXECUTE FUNCTION refuse_change()`)
    await query.query(`ALTER TABLE "response_event" ADD "link_no" integer`)
    await query.query(`ALTER TABLE "place_opening" ADD "link_no" integer`)
    await query.query(`INSERT INTO "attempt_chain" (attempt_id, links, head)
      SELECT id, 0, decode(repeat('00', 32), 'hex') FROM "attempt" WHERE state = 'in_progress'`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "place_opening" DROP "link_no"`)
    await query.query(`ALTER TABLE "response_event" DROP "link_no"`)
    await query.query(`DROP TABLE "attempt_chain"`)
    await query.query(`DROP FUNCTION fold_chain`)
  }
}
