import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How the items of a round were answered on first attempts: what later rounds expect of them. */
export class ItemRecords1795600000006 implements MigrationInterface {
  name = 'ItemRecords1795600000006'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "round_item" ADD "first_count" integer, ADD "first_share" double precision`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "round_item" DROP "first_share", DROP "first_count"`)
  }
}
