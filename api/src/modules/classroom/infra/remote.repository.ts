import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

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

  /** @returns the lesson; null when the code is unknown, old or used */
  async take(codeHash: string, keyHash: string, now: Date): Promise<string | null> {
    const [rows]: [{ lessonId: string }[], number] = await this.dataSource.query(
      `UPDATE lesson_remote SET key_hash = $2 WHERE code_hash = $1 AND key_hash IS NULL AND until > $3
       RETURNING lesson_id AS "lessonId"`,
      [codeHash, keyHash, now],
    )
    return rows[0]?.lessonId ?? null
  }

  async steers(lessonId: string, keyHash: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM lesson_remote WHERE lesson_id = $1 AND key_hash = $2`,
      [lessonId, keyHash],
    )
    return rows.length > 0
  }
}
