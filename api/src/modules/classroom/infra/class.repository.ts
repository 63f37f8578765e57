import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
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

  async save(row: SchoolClassEntity): Promise<void> {
    await this.dataSource.getRepository(SchoolClassEntity).insert(row)
  }

  /** Lessons of the class go with it, so they are deleted on its day. */
  async update(id: string, change: Partial<SchoolClassEntity>): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.getRepository(SchoolClassEntity).update({ id }, change)
      await manager.query(
        `UPDATE lesson l SET delete_on = c.delete_on FROM school_class c
         WHERE c.id = $1 AND l.class_id = c.id AND l.delete_on <> c.delete_on`,
        [id],
      )
    })
  }

  /** With everything that hangs on it. @returns false while a lesson of the class runs */
  async delete(id: string): Promise<boolean> {
    const [, count]: [unknown[], number] = await this.dataSource.query(
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
