import type { DataSource } from 'typeorm'

/**
 * IB-16: counts, once for every round that is closed with all attempts ended, to how many attempts each of its items was shown.
 * Several processes may try at once: the round's row lock lets one of them count.
 * @param closedBefore rounds that closed earlier than this
 */
export async function countExposure(dataSource: DataSource, closedBefore: Date): Promise<number> {
  const due: { id: string }[] = await dataSource.query(
    `SELECT id FROM round WHERE exposure_counted_at IS NULL AND published_at IS NOT NULL AND closes_at < $1
       AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.round_id = round.id AND a.state = 'in_progress') LIMIT 5`,
    [closedBefore],
  )
  for (const { id } of due)
    await dataSource.transaction(async (manager) => {
      const locked: unknown[] = await manager.query(
        `SELECT 1 FROM round WHERE id = $1 AND exposure_counted_at IS NULL FOR UPDATE SKIP LOCKED`,
        [id],
      )
      if (locked.length === 0) return
      await manager.query(
        `UPDATE round_item p SET shown_count = coalesce(s.count, 0)
         FROM round_item q LEFT JOIN (
           SELECT (place->>'itemVersionId')::uuid AS item_version_id, count(*)::int AS count
           FROM attempt a, jsonb_array_elements(a.form) AS place WHERE a.round_id = $1 GROUP BY 1
         ) s ON s.item_version_id = q.item_version_id
         WHERE p.round_id = $1 AND q.round_id = $1 AND p.item_version_id = q.item_version_id`,
        [id],
      )
      await manager.query(`UPDATE round SET exposure_counted_at = clock_timestamp() WHERE id = $1`, [id])
    })
  return due.length
}
