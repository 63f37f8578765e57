import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { tellAll } from './lesson.repository.js'

/** Second devices of hosts; of codes and keys only hashes are kept. */
@Injectable()
export class RemoteRepository {
  constructor(private readonly dataSource: DataSource) {}

  async offer(id: string, lessonId: string, codeHash: string, until: Date): Promise<void> {
    await this.dataSource.query(`INSERT INTO lesson_remote (id, lesson_id, code_hash, until) VALUES ($1, $2, $3, $4)`, [
      id,
      lessonId,
      codeHash,
      until,
    ])
  }

  /**
   * A lesson has one remote: the key of the one before is worth nothing from now on.
   * @returns the lesson; null when the code is unknown, old or used, or the lesson is over
   */
  take(codeHash: string, keyHash: string, now: Date): Promise<string | null> {
    return this.dataSource.transaction(async (manager) => {
      // Of two that are taken at once, one comes after the other.
      await manager.query(
        `SELECT 1 FROM lesson WHERE id = (SELECT lesson_id FROM lesson_remote WHERE code_hash = $1) FOR NO KEY UPDATE`,
        [codeHash],
      )
      const [rows]: [{ lessonId: string }[], number] = await manager.query(
        `UPDATE lesson_remote r SET key_hash = $2 FROM lesson l
         WHERE code_hash = $1 AND key_hash IS NULL AND until > $3 AND l.id = r.lesson_id AND l.ended_at IS NULL
         RETURNING r.lesson_id AS "lessonId"`,
        [codeHash, keyHash, now],
      )
      const lessonId = rows[0]?.lessonId ?? null
      if (!lessonId) return null
      await manager.query(`DELETE FROM lesson_remote WHERE lesson_id = $1 AND key_hash <> $2`, [lessonId, keyHash])
      await tellAll(manager, lessonId, 'seats')
      return lessonId
    })
  }

  /** The hash of the key of the lesson's remote; null while there is none. */
  async keyOf(lessonId: string): Promise<string | null> {
    const [row]: { keyHash: string }[] = await this.dataSource.query(
      `SELECT key_hash AS "keyHash" FROM lesson_remote WHERE lesson_id = $1 AND key_hash IS NOT NULL`,
      [lessonId],
    )
    return row?.keyHash ?? null
  }

  /** Whether it is the key of the lesson's remote, also after the end. */
  async isKeyOf(lessonId: string, keyHash: string): Promise<boolean> {
    return (await this.keyOf(lessonId)) === keyHash
  }
}
