import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Proofs of work that were accepted, until they expire. */
export class SpentProofs1795800000061 implements MigrationInterface {
  name = 'SpentProofs1795800000061'

  async up(query: QueryRunner): Promise<void> {
    await query.query(
      `CREATE TABLE "spent_proof" ("nonce" text NOT NULL, "expires_at" timestamptz NOT NULL, CONSTRAINT "spent_proof_pk" PRIMARY KEY ("nonce"))`,
    )
    await query.query(`CREATE INDEX "spent_proof_expires_ix" ON "spent_proof" ("expires_at")`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "spent_proof"`)
  }
}
