import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import type { Transaction } from '../../../platform/db/transaction.js'
import { nextHead, NO_LINKS } from '../../../kernel/hash-chain.js'
import { type EntryFilter, FILTER, filterValues } from './entry-filter.js'
import { type ChainedEntry, type ChainedLink, entryRecord } from '../domain/audit-chain.js'

/** An entry as files of the log have it, with the heads before and after it. */
export interface ExportedEntry {
  linkNo: number
  entry: ChainedEntry
  /** '' for what the platform did by itself. */
  actorName: string
  before: Buffer
  head: Buffer
}

/** One fixed number: the advisory lock that lets only one process link at a time. */
const LINK_LOCK = 7_240_003
const MOST = 2_000
/** Numbers are given before the commit, so an entry may come after later ones; only so far back is looked at each time. */
const LOOK_BACK = 20_000

const ENTRY = `e.id, e.at, e.actor_id AS "actorId", e.act, e.subject, e.detail`

interface EntryRow extends Omit<ChainedEntry, 'atMs'> {
  at: Date
}

const toEntry = ({ at, ...entry }: EntryRow): ChainedEntry => ({ ...entry, atMs: at.getTime() })

@Injectable()
export class AuditLinkRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Links what is committed and not linked yet, some at a time.
   * @param isWhole looks at the whole log, not only near its end
   * @returns how many were linked; null: another process is at it
   */
  async linkSome(isWhole: boolean): Promise<number | null> {
    return this.dataSource.transaction(async (manager) => {
      const [lock]: { is_mine: boolean }[] = await manager.query('SELECT pg_try_advisory_xact_lock($1) AS is_mine', [
        LINK_LOCK,
      ])
      if (!lock?.is_mine) return null
      const [last]: { linkNo: number; head: Buffer }[] = await manager.query(
        `SELECT link_no AS "linkNo", head FROM audit_link ORDER BY link_no DESC LIMIT 1`,
      )
      const rows: EntryRow[] = await manager.query(
        `SELECT ${ENTRY} FROM audit_entry e
         WHERE ($1 OR e.id > (SELECT coalesce(max(entry_id), 0) FROM audit_link) - $2)
           AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.entry_id = e.id)
         ORDER BY e.id LIMIT $3`,
        [isWhole, LOOK_BACK, MOST],
      )
      let head = last?.head ?? NO_LINKS
      const heads = rows.map((row) => {
        head = nextHead(head, entryRecord(toEntry(row)))
        return head
      })
      if (rows.length > 0)
        await manager.query(
          `INSERT INTO audit_link (link_no, entry_id, head)
           SELECT $1 + n.ordinal, n.entry_id, n.head
           FROM unnest($2::bigint[], $3::bytea[]) WITH ORDINALITY AS n(entry_id, head, ordinal)`,
          [last?.linkNo ?? 0, rows.map(({ id }) => id), heads],
        )
      return rows.length
    })
  }

  /** The links after a place, in their order, with the entries that they stand for. */
  async after(linkNo: number, limit: number, manager?: Transaction): Promise<ChainedLink[]> {
    const rows: (Omit<ChainedLink, 'entry'> & Partial<EntryRow>)[] = await (manager ?? this.dataSource).query(
      `SELECT l.link_no AS "linkNo", l.entry_id AS "entryId", l.head, ${ENTRY}
       FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id
       WHERE l.link_no > $1 ORDER BY l.link_no LIMIT $2`,
      [linkNo, limit],
    )
    return rows.map(({ linkNo, entryId, head, ...entry }) => ({
      linkNo,
      entryId,
      head,
      entry: entry.id === null ? null : toEntry(entry as EntryRow),
    }))
  }

  /** HC-9: linked entries after a place, until and with another one, in their order. */
  async exported(filter: EntryFilter, afterNo: number, upTo: number, limit: number): Promise<ExportedEntry[]> {
    const rows: (Omit<ExportedEntry, 'entry'> & EntryRow)[] = await this.dataSource.query(
      `SELECT l.link_no AS "linkNo", l.head, coalesce(p.head, $7) AS before, coalesce(a.full_name, '') AS "actorName", ${ENTRY}
       FROM audit_link l JOIN audit_entry e ON e.id = l.entry_id
         LEFT JOIN audit_link p ON p.link_no = l.link_no - 1 LEFT JOIN account a ON a.id = e.actor_id
       WHERE ${FILTER} AND l.link_no > $4 AND l.link_no <= $5 ORDER BY l.link_no LIMIT $6`,
      [...filterValues(filter), afterNo, upTo, limit, NO_LINKS],
    )
    return rows.map(({ linkNo, head, before, actorName, ...entry }) => ({
      linkNo,
      head,
      before,
      actorName,
      entry: toEntry(entry),
    }))
  }

  /** How many links there are, and the head; zero bytes where there are none. @param size of so many links */
  async top(size?: number): Promise<{ size: number; head: Buffer }> {
    const [row]: { size: number; head: Buffer }[] = await this.dataSource.query(
      `SELECT link_no AS size, head FROM audit_link WHERE $1::int IS NULL OR link_no = $1 ORDER BY link_no DESC LIMIT 1`,
      [size ?? null],
    )
    return row ?? { size: 0, head: NO_LINKS }
  }

  /** The oldest entry that has been there for so long without being linked; null: there is none. */
  async forgotten(olderThanS: number): Promise<number | null> {
    const [row]: { id: number }[] = await this.dataSource.query(
      `SELECT e.id FROM audit_entry e
       WHERE e.at < clock_timestamp() - make_interval(secs => $1) AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.entry_id = e.id)
       ORDER BY e.id LIMIT 1`,
      [olderThanS],
    )
    return row?.id ?? null
  }
}
