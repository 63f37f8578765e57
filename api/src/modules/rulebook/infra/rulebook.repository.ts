import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import type { RulebookEdits, RulebookHead } from '../domain/rulebook-facts.js'
import { RulebookEntity, RulebookVersionEntity } from './rulebook.entities.js'

@Injectable()
export class RulebookRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(contestId: string): Promise<RulebookEntity | null> {
    return this.dataSource.getRepository(RulebookEntity).findOneBy({ contestId })
  }

  /**
   * Writes what organizers typed, if it is still the revision that they saw (0: none yet).
   * @returns false when somebody else was faster
   */
  async save(
    manager: EntityManager,
    contestId: string,
    revision: number,
    edits: RulebookEdits,
    head: RulebookHead,
  ): Promise<boolean> {
    const values = [contestId, JSON.stringify(edits), JSON.stringify(head)]
    const written: unknown[] =
      revision === 0
        ? await manager.query(
            `INSERT INTO rulebook (contest_id, edits, head) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1`,
            values,
          )
        : (
            await manager.query(
              `UPDATE rulebook SET edits = $2, head = $3, revision = revision + 1
               WHERE contest_id = $1 AND revision = $4 RETURNING 1`,
              [...values, revision],
            )
          )[0]
    return written.length > 0
  }

  versions(contestId: string): Promise<Pick<RulebookVersionEntity, 'version' | 'hash' | 'publishedAt'>[]> {
    return this.dataSource.getRepository(RulebookVersionEntity).find({
      select: { version: true, hash: true, publishedAt: true },
      where: { contestId },
      order: { version: 'DESC' },
    })
  }

  /** One version, or the newest. */
  findVersion(contestId: string, version?: number): Promise<RulebookVersionEntity | null> {
    return this.dataSource.getRepository(RulebookVersionEntity).findOne({
      where: version === undefined ? { contestId } : { contestId, version },
      order: { version: 'DESC' },
    })
  }

  /**
   * Adds a version under the contest's row lock: two organizers who publish the same at once make one.
   * @returns false when the newest version says the same
   */
  async publish(
    manager: EntityManager,
    version: Pick<RulebookVersionEntity, 'contestId' | 'head' | 'articles' | 'hash' | 'publishedBy'>,
  ): Promise<boolean> {
    await manager.query(`SELECT 1 FROM contest WHERE id = $1 FOR UPDATE`, [version.contestId])
    const newest = await manager
      .getRepository(RulebookVersionEntity)
      .findOne({ where: { contestId: version.contestId }, order: { version: 'DESC' } })
    if (newest?.hash === version.hash) return false
    await manager.getRepository(RulebookVersionEntity).insert({ ...version, version: (newest?.version ?? 0) + 1 })
    return true
  }
}
