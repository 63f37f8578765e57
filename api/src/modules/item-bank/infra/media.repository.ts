import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { MediaEntity } from './work.entities.js'

export interface MediaHead {
  id: string
  kind: 'image' | 'audio'
  mime: string
  byteCount: number
  width: number | null
  height: number | null
}

@Injectable()
export class MediaRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(media: Omit<MediaEntity, 'at'>): Promise<void> {
    await this.dataSource.getRepository(MediaEntity).insert(media)
  }

  find(id: string): Promise<MediaEntity | null> {
    return this.dataSource.getRepository(MediaEntity).findOneBy({ id })
  }

  findMany(ids: readonly string[]): Promise<{ id: string; mime: string; bytes: Buffer }[]> {
    return this.dataSource.query(`SELECT id, mime, bytes FROM media WHERE id = ANY($1::uuid[])`, [ids])
  }

  async findByHash(sha256: Buffer): Promise<MediaHead | null> {
    const rows: MediaHead[] = await this.dataSource.query(
      `SELECT id, kind, mime, length(bytes) AS "byteCount", width, height FROM media WHERE sha256 = $1 LIMIT 1`,
      [sha256],
    )
    return rows[0] ?? null
  }

  async known(ids: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await this.dataSource.query(`SELECT id FROM media WHERE id = ANY($1::uuid[])`, [ids])
    return new Set(rows.map((row) => row.id))
  }
}
