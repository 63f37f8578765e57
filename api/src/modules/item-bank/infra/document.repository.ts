import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { SourceDocumentEntity } from './document.entity.js'

export interface ListedDocument extends SourceDocumentEntity {
  replacedByTitle: string | null
  itemCount: number
  basisCount: number
}

/** The register of documents. Nothing is ever deleted from it: items may cite it for good. */
@Injectable()
export class DocumentRepository {
  constructor(private readonly dataSource: DataSource) {}

  async list(query: string | null, page: number, size: number): Promise<{ rows: ListedDocument[]; total: number }> {
    const condition = `$1::text IS NULL OR to_tsvector('simple'::regconfig, d.search_folded) @@ $1::tsquery`
    const [count]: { total: number }[] = await this.dataSource.query(
      `SELECT count(*) AS total FROM source_document d WHERE ${condition}`,
      [query],
    )
    const rows = await this.select(
      `WHERE ${condition} ORDER BY d.issued_on DESC NULLS LAST, d.title, d.id LIMIT $2 OFFSET $3`,
      [query, size, (page - 1) * size],
    )
    return { rows, total: count?.total ?? 0 }
  }

  async find(id: string): Promise<ListedDocument | null> {
    return (await this.select(`WHERE d.id = $1`, [id]))[0] ?? null
  }

  private select(rest: string, values: unknown[]): Promise<ListedDocument[]> {
    return this.dataSource.query(
      `SELECT d.id, d.number, d.kind, d.title, d.issuer, d.issued_on AS "issuedOn", d.in_force_from AS "inForceFrom",
              d.in_force_to AS "inForceTo", d.replaced_by_id AS "replacedById", d.url, d.note, d.updated_at AS "updatedAt",
              CASE WHEN r.number = '' THEN r.title ELSE r.number END AS "replacedByTitle",
              (SELECT count(*) FROM item i WHERE i.document_ids @> ARRAY[d.id] AND i.state <> 'retired') AS "itemCount",
              (SELECT count(*) FROM item i WHERE i.basis_document_ids @> ARRAY[d.id] AND i.state <> 'retired') AS "basisCount"
       FROM source_document d LEFT JOIN source_document r ON r.id = d.replaced_by_id ${rest}`,
      values,
    )
  }

  /** Which of these ids are there. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM source_document WHERE id = ANY($1::uuid[])`,
      [ids],
    )
    return new Set(rows.map((row) => row.id))
  }

  /** Number, title and id of every document, for finding those that a file names. */
  names(): Promise<{ id: string; number: string; title: string; searchFolded: string }[]> {
    return this.dataSource
      .getRepository(SourceDocumentEntity)
      .find({ select: { id: true, number: true, title: true, searchFolded: true } })
  }

  async save(
    documents: readonly Omit<SourceDocumentEntity, 'updatedAt'>[],
    alongside: (manager: EntityManager) => Promise<void> = async () => undefined,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      for (const document of documents)
        await manager
          .getRepository(SourceDocumentEntity)
          .upsert({ ...document, updatedAt: () => 'clock_timestamp()' }, ['id'])
      await alongside(manager)
    })
  }

  /** Would replacing one by the other lead back to it? */
  async leadsTo(fromId: string, toId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `WITH RECURSIVE chain AS (SELECT id, replaced_by_id FROM source_document WHERE id = $1
         UNION SELECT d.id, d.replaced_by_id FROM source_document d JOIN chain c ON d.id = c.replaced_by_id)
       SELECT 1 FROM chain WHERE id = $2`,
      [fromId, toId],
    )
    return rows.length > 0
  }
}
