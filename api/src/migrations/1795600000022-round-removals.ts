import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Who was taken off the list of a round stays off it, whatever later results say. */
export class RoundRemovals1795600000022 implements MigrationInterface {
  name = 'RoundRemovals1795600000022'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "round_removal" ("round_id" uuid NOT NULL, "account_id" uuid NOT NULL,
      "removed_at" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "round_removal_pk" PRIMARY KEY ("round_id", "account_id"),
      CONSTRAINT "round_removal_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE,
      CONSTRAINT "round_removal_account_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id"))`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "round_removal"`)
  }
}
