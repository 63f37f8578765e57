import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Where the freeze of a board was nailed down when the end of the round was moved. */
export class BoardFreeze1795600000007 implements MigrationInterface {
  name = 'BoardFreeze1795600000007'

  async up(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "round" ADD "frozen_from" timestamptz`)
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`ALTER TABLE "round" DROP "frozen_from"`)
  }
}
