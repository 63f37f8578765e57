import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { SchoolClassEntity } from './class.entities.js'

export interface PupilRow {
  id: string
  number: number
  name: string
  extraPercent: number
}

/** Classes and their pupils. */
@Injectable()
export class ClassRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: string): Promise<SchoolClassEntity | null> {
    return this.dataSource.getRepository(SchoolClassEntity).findOneBy({ id })
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
