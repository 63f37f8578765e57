import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { SchoolClassEntity } from './class.entities.js'

export interface PupilRow {
  id: string
  number: number
  name: string
  extraPercent: number
}

export interface ClassHead {
  id: string
  name: string
  grade: number | null
  schoolYear: number
  pupilCount: number
  lessonCount: number
  deleteOn: string
}

/** Classes and their pupils. */
@Injectable()
export class ClassRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: string): Promise<SchoolClassEntity | null> {
    return this.dataSource.getRepository(SchoolClassEntity).findOneBy({ id })
  }

  headsOf(ownerId: string): Promise<ClassHead[]> {
    return this.dataSource.query(
      `SELECT c.id, c.name, c.grade, c.school_year AS "schoolYear", c.delete_on::text AS "deleteOn",
              (SELECT count(*)::int FROM pupil p WHERE p.class_id = c.id) AS "pupilCount",
              (SELECT count(*)::int FROM lesson l WHERE l.class_id = c.id) AS "lessonCount"
       FROM school_class c WHERE c.owner_id = $1 ORDER BY c.school_year DESC, c.name`,
      [ownerId],
    )
  }

  async save(manager: EntityManager, row: SchoolClassEntity): Promise<void> {
    await manager.getRepository(SchoolClassEntity).insert(row)
  }

  /**
   * CR-60: lessons of the class go with it, so none is kept beyond its day.
   * @returns why nothing was changed: its lessons were told an earlier day, or one of them takes answers on the new day or later
   */
  async update(
    id: string,
    change: Partial<SchoolClassEntity> & { deleteOn: string },
  ): Promise<'told' | 'needed' | null> {
    return this.dataSource.transaction(async (manager) => {
      // No lesson is made meanwhile: its foreign key waits for this lock.
      await manager.query(`SELECT 1 FROM school_class WHERE id = $1 FOR UPDATE`, [id])
      const [day]: { isTold: boolean; isNeeded: boolean }[] = await manager.query(
        `SELECT c.delete_on < $2::date AND EXISTS (SELECT 1 FROM lesson l WHERE l.class_id = c.id) AS "isTold",
                EXISTS (
                  SELECT 1 FROM lesson l WHERE l.class_id = c.id AND l.ended_at IS NULL AND l.settings->>'until' IS NOT NULL
                    AND greatest((l.settings->>'until')::timestamptz, l.closes_at) >= $2::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
                ) AS "isNeeded"
         FROM school_class c WHERE c.id = $1`,
        [id, change.deleteOn],
      )
      if (day?.isTold) return 'told'
      if (day?.isNeeded) return 'needed'
      await manager.getRepository(SchoolClassEntity).update({ id }, change)
      await manager.query(
        `UPDATE lesson l SET delete_on = LEAST(l.delete_on, c.delete_on) FROM school_class c
         WHERE c.id = $1 AND l.class_id = c.id AND l.delete_on > c.delete_on`,
        [id],
      )
      return null
    })
  }

  /** With everything that hangs on it. @returns false while a lesson of the class runs */
  async delete(manager: EntityManager, id: string): Promise<boolean> {
    const [, count]: [unknown[], number] = await manager.query(
      `DELETE FROM school_class c WHERE id = $1
       AND NOT EXISTS (SELECT 1 FROM lesson l WHERE l.class_id = c.id AND l.ended_at IS NULL AND l.phase <> 'lobby')`,
      [id],
    )
    return count > 0
  }

  async replacePupils(classId: string, rows: readonly PupilRow[]): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT 1 FROM school_class WHERE id = $1 FOR UPDATE`, [classId])
      await manager.query(`DELETE FROM pupil WHERE class_id = $1 AND NOT (id = ANY($2))`, [
        classId,
        rows.map(({ id }) => id),
      ])
      for (const { id, number, name, extraPercent } of rows)
        await manager.query(
          `INSERT INTO pupil (id, class_id, number, name, extra_percent) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (id) DO UPDATE SET number = excluded.number, name = excluded.name, extra_percent = excluded.extra_percent`,
          [id, classId, number, name, extraPercent],
        )
    })
  }

  async pupil(classId: string, pupilId: string): Promise<PupilRow | null> {
    const [row]: PupilRow[] = await this.dataSource.query(
      `SELECT id, number, name, extra_percent AS "extraPercent" FROM pupil WHERE class_id = $1 AND id = $2`,
      [classId, pupilId],
    )
    return row ?? null
  }

  pupils(classId: string): Promise<PupilRow[]> {
    return this.dataSource.query(
      `SELECT id, number, name, extra_percent AS "extraPercent" FROM pupil WHERE class_id = $1 ORDER BY number`,
      [classId],
    )
  }
}
