import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import type { ItemRecord } from '../domain/draw-form-share.js'
import type { Spread } from '../domain/draw-form-spread.js'

/** What is known about the items of rounds from how they were drawn and answered. */
@Injectable()
export class RoundItemRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Of item versions, over all rounds whose items have been analysed. */
  async recordsOf(itemVersionIds: readonly string[]): Promise<Map<string, ItemRecord>> {
    const rows: (ItemRecord & { id: string })[] = await this.dataSource.query(
      `SELECT item_version_id AS id, sum(first_count)::int AS "firstCount",
              sum(first_count * first_share) / sum(first_count) AS "firstShare"
       FROM round_item WHERE item_version_id = ANY($1::uuid[]) AND first_count > 0 GROUP BY 1`,
      [itemVersionIds],
    )
    return new Map(rows.map(({ id, ...record }) => [id, record]))
  }

  /** Replaces what was kept of a round: of items that are not named nothing is known. */
  async keepRecords(
    transaction: Transaction | null,
    roundId: string,
    records: readonly (ItemRecord & { itemVersionId: string })[],
  ): Promise<void> {
    await (transaction ?? this.dataSource).query(
      `UPDATE round_item p SET first_count = r.count, first_share = r.share
       FROM round_item q LEFT JOIN unnest($2::uuid[], $3::int[], $4::float8[]) AS r(id, count, share) ON r.id = q.item_version_id
       WHERE p.round_id = $1 AND q.round_id = p.round_id AND q.item_version_id = p.item_version_id`,
      [
        roundId,
        records.map(({ itemVersionId }) => itemVersionId),
        records.map(({ firstCount }) => firstCount),
        records.map(({ firstShare }) => firstShare),
      ],
    )
  }

  /**
   * DR-4: of the papers that were drawn in a round; `expectedPoints` and `spreadOf` of the domain as one statement.
   * @returns null where nobody started
   */
  async spreadOfDrawn(roundId: string): Promise<Spread | null> {
    const [row]: (Omit<Spread, 'quantiles'> & { quantiles: number[] })[] = await this.dataSource.query(
      `SELECT count(*)::int AS papers, min(points) AS min, max(points) AS max, avg(points) AS mean, stddev_pop(points) AS sd,
              percentile_disc(ARRAY[0.05, 0.25, 0.5, 0.75, 0.95]) WITHIN GROUP (ORDER BY points) AS quantiles
       FROM (SELECT sum(coalesce((place->>'points')::float8, 1) * i.expected_share) AS points
             FROM attempt a CROSS JOIN jsonb_array_elements(a.form) AS place
               JOIN round_item i ON i.round_id = a.round_id AND i.item_version_id = (place->>'itemVersionId')::uuid
             WHERE a.round_id = $1 GROUP BY a.id) AS paper`,
      [roundId],
    )
    if (!row || row.papers === 0) return null
    const [p5, p25, p50, p75, p95] = row.quantiles as [number, number, number, number, number]
    return { ...row, quantiles: { p5, p25, p50, p75, p95 } }
  }
}
