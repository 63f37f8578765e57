import type { MigrationInterface, QueryRunner } from 'typeorm'

const NONE = `'{"watermark": false, "copyGuard": false, "fullScreen": false, "safeBrowser": false}'`
const RULES = `'{rules}'`
const PROTECTION = `'{rules,protection}'`

/** Rounds may protect their papers; those that are there do not. Amendments know the settings, too. Keys of the safe browser by round. */
export class PaperProtection1795800000042 implements MigrationInterface {
  name = 'PaperProtection1795800000042'

  async up(query: QueryRunner): Promise<void> {
    for (const table of ['round', 'round_rules'])
      await query.query(
        `UPDATE "${table}" SET "rules" = jsonb_set("rules", '{protection}', ${NONE})
         WHERE "rules" ? 'movement' AND NOT "rules" ? 'protection'`,
      )
    for (const side of ['before', 'after'])
      await query.query(
        `UPDATE "rule_change" SET "${side}" = jsonb_set("${side}", ${PROTECTION}, ${NONE})
         WHERE "${side}" #> ${RULES} ? 'movement' AND NOT "${side}" #> ${RULES} ? 'protection'`,
      )
    await query.query(`CREATE TABLE "safe_browser_keys" ("round_id" uuid NOT NULL, "config_keys" text array NOT NULL,
      "browser_keys" text array NOT NULL, CONSTRAINT "safe_browser_keys_pk" PRIMARY KEY ("round_id"),
      CONSTRAINT "safe_browser_keys_round_fk" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE)`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`DROP TABLE "safe_browser_keys"`)
    for (const side of ['before', 'after'])
      await query.query(`UPDATE "rule_change" SET "${side}" = "${side}" #- ${PROTECTION}`)
    for (const table of ['round', 'round_rules'])
      await query.query(`UPDATE "${table}" SET "rules" = "rules" #- '{protection}'`)
  }
}
