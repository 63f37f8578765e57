import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A ruling may let a further answer be right. */
export class FurtherAnswers1795600000014 implements MigrationInterface {
  name = 'FurtherAnswers1795600000014'

  async up(query: QueryRunner): Promise<void> {
    await query.query(constraints(`'key', 'also-right'`))
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(constraints(`'key'`))
  }
}

/** @param withKey the kinds that bring a key */
function constraints(withKey: string): string {
  return `ALTER TABLE "ruling" DROP CONSTRAINT ruling_kind_ck, DROP CONSTRAINT ruling_subject_ck,
    ADD CONSTRAINT ruling_kind_ck CHECK (kind IN (${withKey}, 'strike', 'all-right', 'exclude', 'reinstate')),
    ADD CONSTRAINT ruling_subject_ck CHECK ((kind IN ('exclude', 'reinstate')) = (account_id IS NOT NULL)
      AND (account_id IS NULL) = (item_version_id IS NOT NULL) AND (kind IN (${withKey})) = (key IS NOT NULL))`
}
