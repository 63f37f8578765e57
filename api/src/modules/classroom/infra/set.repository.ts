import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { LessonSetEntity } from './class.entities.js'

/** Sets that teachers prepared. */
@Injectable()
export class SetRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(id: string): Promise<LessonSetEntity | null> {
    return this.dataSource.getRepository(LessonSetEntity).findOneBy({ id })
  }

  listOf(ownerId: string): Promise<LessonSetEntity[]> {
    return this.dataSource.getRepository(LessonSetEntity).find({ where: { ownerId }, order: { changedAt: 'DESC' } })
  }

  async save(set: LessonSetEntity): Promise<void> {
    await this.dataSource.getRepository(LessonSetEntity).save(set)
  }

  async delete(id: string): Promise<void> {
    await this.dataSource.getRepository(LessonSetEntity).delete({ id })
  }
}
