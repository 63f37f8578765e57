import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'

/** What has been kept long enough. */
@Injectable()
export class ExpiryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Lessons whose day has come and that have not ended. @param today YYYY-MM-DD */
  async runningOn(today: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT l.id FROM lesson l LEFT JOIN school_class c ON c.id = l.class_id
       WHERE l.ended_at IS NULL AND least(l.delete_on, c.delete_on) <= $1`,
      [today],
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Deletes classes with pupils, lessons, seats and answers, and lessons of no class, whose day has come. Several processes may do it at
   * once: each row is deleted, and returned, once. What runs still waits for its end.
   * @param today YYYY-MM-DD
   */
  async deleteDue(manager: EntityManager, today: string): Promise<{ classes: string[]; lessons: string[] }> {
    const [classes]: [{ id: string }[], number] = await manager.query(
      `DELETE FROM school_class c WHERE delete_on <= $1
       AND NOT EXISTS (SELECT 1 FROM lesson l WHERE l.class_id = c.id AND l.ended_at IS NULL) RETURNING id`,
      [today],
    )
    const [lessons]: [{ id: string }[], number] = await manager.query(
      `DELETE FROM lesson WHERE delete_on <= $1 AND ended_at IS NOT NULL RETURNING id`,
      [today],
    )
    return { classes: classes.map(({ id }) => id), lessons: lessons.map(({ id }) => id) }
  }

  /** Lessons that have not ended and in which nothing has happened since. */
  async idleSince(before: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM lesson l WHERE ended_at IS NULL AND created_at < $1 AND coalesce(closes_at, created_at) < $1
         AND NOT EXISTS (SELECT 1 FROM lesson_act a WHERE a.lesson_id = l.id AND a.at >= $1)`,
      [before],
    )
    return rows.map(({ id }) => id)
  }
}
