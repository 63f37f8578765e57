import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What certificates say beside the winner; lists of winners point at the results that they were made from. */
export class CertificateForm1795600000009 implements MigrationInterface {
  name = 'CertificateForm1795600000009'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`CREATE TABLE "certificate_form" ("contest_id" uuid NOT NULL, "list" text NOT NULL, "place" text NOT NULL,
      "decision" text NOT NULL, "signer_role" text NOT NULL, "signer_name" text NOT NULL, "saved_by" uuid NOT NULL,
      "saved_at" timestamptz NOT NULL DEFAULT clock_timestamp(), CONSTRAINT "certificate_form_pk" PRIMARY KEY ("contest_id", "list"),
      CONSTRAINT "certificate_form_contest_fk" FOREIGN KEY ("contest_id") REFERENCES "contest"("id") ON DELETE CASCADE)`)
    await query.query(
      `ALTER TABLE "winner_list" ADD CONSTRAINT "winner_list_version_fk" FOREIGN KEY ("version_id") REFERENCES "result_version"("id")`,
    )
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "winner_list" DROP CONSTRAINT "winner_list_version_fk"`)
    await query.query(`DROP TABLE "certificate_form"`)
  }
}
