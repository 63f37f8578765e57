import { Injectable } from '@nestjs/common'
import type { BarredReason } from '@thiso/contracts/vocab'
import { DataSource } from 'typeorm'
import type { Candidate } from '../domain/eligibility.js'

/** How long after the closing and its grace the keys stay closed (RD-3). */
const REVEAL_MARGIN = '10 seconds'

/**
 * Who wrote a version of an item of the pool, moved one through its review, or read its key while that still was of use. A list of codes
 * in the audit is cut off after two hundred; whoever read more is taken to have read these too.
 */
const INVOLVED = `
WITH pool AS (
  SELECT DISTINCT v.item_id, i.code FROM round_item p JOIN item_version v ON v.id = p.item_version_id JOIN item i ON i.id = v.item_id
  WHERE p.round_id = $1
), until AS (
  SELECT closes_at + make_interval(secs => grace_ms / 1000.0) + interval '${REVEAL_MARGIN}' AS at FROM round WHERE id = $1
)
SELECT v.author_id AS account_id, 'author' AS reason FROM pool JOIN item_version v ON v.item_id = pool.item_id WHERE v.author_id IS NOT NULL
UNION SELECT i.author_id, 'author' FROM pool JOIN item i ON i.id = pool.item_id WHERE i.author_id IS NOT NULL
UNION SELECT e.actor_id, 'reviewer' FROM pool JOIN audit_entry e ON e.subject = 'item:' || pool.item_id
  WHERE e.act = 'item.state_changed' AND e.detail->>'act' IN ('approve', 'send_back') AND e.actor_id IS NOT NULL
UNION SELECT b.author_id, 'reviewer' FROM bulk_edit b WHERE b.change->>'act' IN ('approve', 'send_back')
  AND EXISTS (SELECT 1 FROM jsonb_array_elements(b.before) AS row JOIN pool ON pool.item_id::text = row->>'id')
UNION SELECT e.actor_id, 'key-reader' FROM pool JOIN audit_entry e ON e.subject = 'item:' || pool.item_id, until
  WHERE e.act = 'item.key_read' AND e.actor_id IS NOT NULL AND e.at <= until.at
UNION SELECT e.actor_id, 'key-reader' FROM audit_entry e, until
  WHERE e.act = 'item.keys_read' AND e.actor_id IS NOT NULL AND e.at <= until.at
    AND ((e.detail->>'count')::int > jsonb_array_length(e.detail->'codes')
         OR EXISTS (SELECT 1 FROM pool WHERE e.detail->'codes' ? pool.code))`

/** Who of these people organizes, or did at any time since the contest was made; also whoever acted on it. */
const organizersAmong = (people: string) => `
SELECT p.id AS account_id FROM account p JOIN round r ON r.id = $1 JOIN contest c ON c.id = r.contest_id
WHERE p.id IN (${people}) AND (
  p.role IN ('organizer', 'administrator')
  OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = 'account:' || p.id AND e.act = 'account.role_changed' AND e.at >= c.created_at
             AND (e.detail->>'from' IN ('organizer', 'administrator') OR e.detail->>'to' IN ('organizer', 'administrator')))
  OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.actor_id = p.id AND (
             e.subject = 'contest:' || c.id OR e.subject IN (SELECT 'round:' || o.id FROM round o WHERE o.contest_id = c.id))))`

/** What the platform knows of a person who wants to start. */
@Injectable()
export class AdmissionRepository {
  constructor(private readonly dataSource: DataSource) {}

  async candidate(
    contestId: string,
    roundId: string,
    accountId: string,
  ): Promise<(Candidate & { extraPercent: number }) | null> {
    const [row]: (Candidate & { extraPercent: number })[] = await this.dataSource.query(
      `SELECT p.birth_date AS "birthDate", p.unit_id AS "unitId", p.role,
              EXISTS (SELECT 1 FROM contest_entrant e WHERE e.contest_id = $1 AND e.account_id = p.id) AS "isInvited",
              EXISTS (SELECT 1 FROM round_entrant e WHERE e.round_id = $2 AND e.account_id = p.id) AS "isEntrant",
              EXISTS (SELECT 1 FROM round r JOIN round f ON f.id::text = r.rules->'entry'->>'fromRoundId'
                      WHERE r.id = $2 AND f.results_published_at IS NOT NULL) AS "isDecided",
              coalesce((SELECT x.percent FROM extra_time x WHERE x.contest_id = $1 AND x.account_id = p.id), 0) AS "extraPercent"
       FROM account p WHERE p.id = $3`,
      [contestId, roundId, accountId],
    )
    return row ?? null
  }

  /** Everybody who knows items of a round's pool from the inside; an author is called that, whatever else somebody did. */
  async involved(roundId: string): Promise<Map<string, BarredReason>> {
    const rows: { account_id: string; reason: BarredReason }[] = await this.dataSource.query(
      `SELECT account_id, reason FROM (${INVOLVED}) x ORDER BY CASE reason WHEN 'author' THEN 2 WHEN 'reviewer' THEN 1 ELSE 0 END`,
      [roundId],
    )
    return new Map(rows.map(({ account_id, reason }) => [account_id, reason]))
  }

  async organizers(roundId: string, accountIds: readonly string[]): Promise<string[]> {
    const query = organizersAmong('SELECT unnest($2::uuid[])')
    const rows: { account_id: string }[] = await this.dataSource.query(query, [roundId, accountIds])
    return rows.map(({ account_id }) => account_id)
  }

  /** The same of everybody who took part: a hundred thousand people are not asked for by name. */
  async organizersTakingPart(roundId: string): Promise<string[]> {
    const query = organizersAmong('SELECT t.account_id FROM attempt t WHERE t.round_id = $1')
    const rows: { account_id: string }[] = await this.dataSource.query(query, [roundId])
    return rows.map(({ account_id }) => account_id)
  }

  /** Which of these people took part in a round. */
  async takingPart(roundId: string, accountIds: readonly string[]): Promise<string[]> {
    const rows: { account_id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT account_id FROM attempt WHERE round_id = $1 AND account_id = ANY($2::uuid[])`,
      [roundId, accountIds],
    )
    return rows.map(({ account_id }) => account_id)
  }
}
