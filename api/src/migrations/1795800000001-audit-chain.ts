import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The chain over the audit log; a job links every entry there is, and what comes. */
export class AuditChain1795800000001 implements MigrationInterface {
  name = 'AuditChain1795800000001'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "audit_link" ("link_no" integer NOT NULL, "entry_id" bigint NOT NULL, "head" bytea NOT NULL,
      CONSTRAINT "audit_link_head_ck" CHECK (octet_length(head) = 32),
      CONSTRAINT "audit_link_entry_uq" UNIQUE ("entry_id"),
      CONSTRAINT "audit_link_pk" PRIMARY KEY ("link_no"))`)
    await query.query(`CREATE TRIGGER "audit_link_append_only" BEFORE UPDATE OR DELETE ON "audit_link"
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`)
    await query.query(`CREATE TRIGGER "audit_link_keep" BEFORE TRUNCATE ON "audit_link"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "audit_link"`)
  }
}
