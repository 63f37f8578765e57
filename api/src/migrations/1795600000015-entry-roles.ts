import type { MigrationInterface, QueryRunner } from 'typeorm'

const RULES = `'{rules,eligibility}'`

/** Contests may be for some kinds of accounts; those that are there stay open to all. Amendments know the setting, too. */
export class EntryRoles1795600000015 implements MigrationInterface {
  name = 'EntryRoles1795600000015'

  async up(query: QueryRunner): Promise<void> {
    await query.query(
      `UPDATE "contest" SET "rules" = jsonb_set("rules", '{eligibility,roles}', '[]')
       WHERE "rules" ? 'eligibility' AND NOT "rules"->'eligibility' ? 'roles'`,
    )
    for (const side of ['before', 'after'])
      await query.query(
        `UPDATE "rule_change" SET "${side}" = jsonb_set("${side}", '{rules,eligibility,roles}', '[]')
         WHERE "${side}" #> ${RULES} IS NOT NULL AND NOT "${side}" #> ${RULES} ? 'roles'`,
      )
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`UPDATE "contest" SET "rules" = "rules" #- '{eligibility,roles}'`)
    for (const side of ['before', 'after'])
      await query.query(`UPDATE "rule_change" SET "${side}" = "${side}" #- '{rules,eligibility,roles}'`)
  }
}
