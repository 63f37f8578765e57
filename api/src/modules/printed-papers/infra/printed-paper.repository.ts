import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { PrintedPaperEntity } from './printed-paper.entity.js'

/** A paper in a list. */
export interface ListedPaper {
  id: string
  title: string
  organizer: string
  subject: string
  durationMinutes: number
  codes: string[]
  itemCount: number
  maxPoints: number
  authorId: string
  authorName: string
  createdAt: Date
}

const LIST_MAX = 500

@Injectable()
export class PrintedPaperRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. @param only of one author, or one paper */
  list(only: { authorId?: string; paperId?: string } = {}): Promise<ListedPaper[]> {
    return this.dataSource.query(
      `SELECT p.id, p.title, p.organizer, p.subject, p.duration_minutes AS "durationMinutes",
              jsonb_path_query_array(p.forms, '$.codes[*].code') AS codes, cardinality(p.item_version_ids) AS "itemCount",
              p.max_points AS "maxPoints", p.author_id AS "authorId", a.full_name AS "authorName", p.created_at AS "createdAt"
       FROM printed_paper p JOIN account a ON a.id = p.author_id
       WHERE ($1::uuid IS NULL OR p.author_id = $1) AND ($2::uuid IS NULL OR p.id = $2)
       ORDER BY p.created_at DESC, p.id LIMIT ${LIST_MAX}`,
      [only.authorId ?? null, only.paperId ?? null],
    )
  }

  find(id: string): Promise<PrintedPaperEntity | null> {
    return this.dataSource.getRepository(PrintedPaperEntity).findOneBy({ id })
  }

  /**
   * Keeps a paper, if all its versions are still the current ones of approved items: an item that somebody has edited since it was read
   * may have other options by now.
   * @returns false when one is not; nothing is written then
   */
  async insert(manager: EntityManager, paper: Omit<PrintedPaperEntity, 'createdAt'>): Promise<boolean> {
    const rows: { id: string }[] = await manager.query(
      `INSERT INTO printed_paper (id, title, organizer, subject, duration_minutes, item_version_ids, forms, max_points, author_id)
       SELECT $1, $2, $3, $4, $5, $6::uuid[], $7::jsonb, $8, $9
       WHERE (SELECT count(*) FROM item_version v JOIN item i ON i.id = v.item_id AND i.version = v.version
              WHERE v.id = ANY($6::uuid[]) AND i.state = 'approved') = cardinality($6::uuid[])
       RETURNING id`,
      [
        paper.id,
        paper.title,
        paper.organizer,
        paper.subject,
        paper.durationMinutes,
        paper.itemVersionIds,
        JSON.stringify(paper.forms),
        paper.maxPoints,
        paper.authorId,
      ],
    )
    return rows.length > 0
  }
}
