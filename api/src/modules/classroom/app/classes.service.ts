import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { ParsedBody } from '@thiso/contracts'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { AuditService } from '../../audit/index.js'
import type { Author } from '../../item-bank/index.js'
import { foldedName } from '../domain/seat-name.js'
import type { SchoolClassEntity } from '../infra/class.entities.js'
import { type ClassHead, ClassRepository, type PupilRow } from '../infra/class.repository.js'

type ClassIn = ParsedBody<'createSchoolClass'>
type PupilsIn = ParsedBody<'setPupils'>['pupils']

/** Classes of a teacher. Names of pupils stand nowhere else, are published nowhere, and are deleted on a day that is told. */
@Injectable()
export class ClassesService {
  constructor(
    private readonly classes: ClassRepository,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  listOf(actor: Author): Promise<ClassHead[]> {
    return this.classes.headsOf(actor.accountId)
  }

  /** @throws ProblemError CLASS.NOT_FOUND, also for somebody else's */
  async demand(actor: Author, classId: string): Promise<ClassHead> {
    const found = (await this.classes.headsOf(actor.accountId)).find(({ id }) => id === classId)
    if (!found) throw new ProblemError('CLASS.NOT_FOUND')
    return found
  }

  /** @throws ProblemError CLASS.YEAR_OVER for a school year of which nothing may be kept any more */
  async create(actor: Author, input: ClassIn): Promise<ClassHead> {
    this.demandYear(input)
    const id = randomUUID()
    await this.classes.save({
      ...input,
      id,
      ownerId: actor.accountId,
      deleteOn: deletionDay(input),
    } as SchoolClassEntity)
    await this.audit.record(actor.accountId, 'class.created', `class:${id}`)
    return this.demand(actor, id)
  }

  async update(actor: Author, classId: string, input: ClassIn): Promise<ClassHead> {
    await this.demand(actor, classId)
    this.demandYear(input)
    await this.classes.update(classId, { ...input, deleteOn: deletionDay(input) })
    return this.demand(actor, classId)
  }

  /** CR-60: with its pupils, lessons and answers. @throws ProblemError CLASS.IN_LESSON while one runs */
  async delete(actor: Author, classId: string): Promise<void> {
    await this.demand(actor, classId)
    if (!(await this.classes.delete(classId))) throw new ProblemError('CLASS.IN_LESSON')
    await this.audit.record(actor.accountId, 'class.deleted', `class:${classId}`)
  }

  pupils(classId: string): Promise<PupilRow[]> {
    return this.classes.pupils(classId)
  }

  /** The list as a whole; who keeps the id keeps the results. @throws ProblemError CLASS.PUPIL_TWICE */
  async setPupils(actor: Author, classId: string, pupils: PupilsIn): Promise<PupilRow[]> {
    await this.demand(actor, classId)
    const seen = new Set<string>()
    for (const { name } of pupils) {
      if (seen.has(foldedName(name))) throw new ProblemError('CLASS.PUPIL_TWICE', { name })
      seen.add(foldedName(name))
    }
    const known = new Set((await this.classes.pupils(classId)).map(({ id }) => id))
    const rows = pupils.map(({ id, name, extraPercent }, index) => ({
      id: id && known.has(id) ? id : randomUUID(),
      number: index + 1,
      name,
      extraPercent,
    }))
    await this.classes.replacePupils(classId, rows)
    return rows
  }

  private demandYear(input: ClassIn): void {
    if (deletionDay(input) <= vietnamDay(this.clock.now())) throw new ProblemError('CLASS.YEAR_OVER')
  }
}

/** CR-60: a school year ends in May; results stay through the summer that follows. */
function deletionDay({ schoolYear }: ClassIn): string {
  return `${schoolYear + 1}-08-31`
}
