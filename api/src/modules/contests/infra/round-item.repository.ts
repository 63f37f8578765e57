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

  /** EX-3: items of earlier rounds of a contest that were shown, or still may be: those of a round that is not counted yet (IB-16). */
  async usedBefore(contestId: string, roundId: string | null, opensAt: Date): Promise<Set<string>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT v.item_id AS id FROM round r JOIN round_item p ON p.round_id = r.id JOIN item_version v ON v.id = p.item_version_id
       WHERE r.contest_id = $1 AND r.id IS DISTINCT FROM $2::uuid AND r.published_at IS NOT NULL AND r.opens_at < $3
         AND (r.exposure_counted_at IS NULL OR p.shown_count > 0)`,
      [contestId, roundId, opensAt],
    )
    return new Set(rows.map(({ id }) => id))
  }

  async codesOf(itemIds: readonly string[]): Promise<{ itemId: string; code: string }[]> {
    return this.dataSource.query(`SELECT id AS "itemId", code FROM item WHERE id = ANY($1::uuid[]) ORDER BY code`, [
      itemIds,
    ])
  }

  /** On how many papers each item of a round's pool stands, by what was counted (IB-16); null: not counted yet. */
  async shownCounts(roundId: string): Promise<{ itemVersionId: string; shownCount: number }[] | null> {
    const rows: { itemVersionId: string; shownCount: number | null }[] = await this.dataSource.query(
      `SELECT item_version_id AS "itemVersionId", shown_count AS "shownCount" FROM round_item WHERE round_id = $1 ORDER BY 1`,
      [roundId],
    )
    return rows.every(({ shownCount }) => shownCount !== null)
      ? (rows as { itemVersionId: string; shownCount: number }[])
      : null
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
