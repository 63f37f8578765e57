import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { ParsedBody } from '@thiso/contracts'
import { spelledName } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { AuditService } from '../../audit/index.js'
import type { Author } from '../../item-bank/index.js'
import { deletionDay, yearProblem } from '../domain/school-year.js'
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

  /** @throws ProblemError CLASS.YEAR_OVER for a school year of which nothing may be kept any more, CLASS.YEAR_AHEAD after the next one */
  async create(actor: Author, input: ClassIn): Promise<ClassHead> {
    this.demandYear(input.schoolYear)
    const id = randomUUID()
    const made = { ...input, id, ownerId: actor.accountId, deleteOn: deletionDay(input.schoolYear) }
    await this.audit.together(async (manager) => {
      await this.classes.save(manager, made as SchoolClassEntity)
      await this.audit.record(actor.accountId, 'class.created', `class:${id}`, {}, manager)
    })
    return this.demand(actor, id)
  }

  /**
   * CR-60: the day that pupils were told is never put off, and nothing is deleted that still takes answers.
   * @throws ProblemError CLASS.YEAR_OVER, CLASS.YEAR_AHEAD, CLASS.DAY_TOLD, CLASS.DAY_NEEDED; a year that stays as it is is none of these
   */
  async update(actor: Author, classId: string, input: ClassIn): Promise<ClassHead> {
    const { schoolYear } = await this.demand(actor, classId)
    if (input.schoolYear !== schoolYear) this.demandYear(input.schoolYear)
    const day = deletionDay(input.schoolYear)
    const refusal = await this.classes.update(classId, { ...input, deleteOn: day })
    if (refusal === 'told') throw new ProblemError('CLASS.DAY_TOLD', { day: deletionDay(schoolYear) })
    if (refusal === 'needed') throw new ProblemError('CLASS.DAY_NEEDED', { day })
    return this.demand(actor, classId)
  }

  /** CR-60: with its pupils, lessons and answers. @throws ProblemError CLASS.IN_LESSON while one runs */
  async delete(actor: Author, classId: string): Promise<void> {
    await this.demand(actor, classId)
    await this.audit.together(async (manager) => {
      if (!(await this.classes.delete(manager, classId))) throw new ProblemError('CLASS.IN_LESSON')
      await this.audit.record(actor.accountId, 'class.deleted', `class:${classId}`, {}, manager)
    })
  }

  pupils(classId: string): Promise<PupilRow[]> {
    return this.classes.pupils(classId)
  }

  /**
   * CR-61: the list as a whole; who keeps the id keeps the results.
   * @throws ProblemError CLASS.PUPIL_TWICE for two names that a board could not tell apart
   */
  async setPupils(actor: Author, classId: string, pupils: PupilsIn): Promise<PupilRow[]> {
    await this.demand(actor, classId)
    const seen = new Set<string>()
    for (const { name } of pupils) {
      if (seen.has(spelledName(name))) throw new ProblemError('CLASS.PUPIL_TWICE', { name })
      seen.add(spelledName(name))
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

  private demandYear(schoolYear: number): void {
    const problem = yearProblem(schoolYear, vietnamDay(this.clock.now()))
    if (problem) throw new ProblemError(problem === 'over' ? 'CLASS.YEAR_OVER' : 'CLASS.YEAR_AHEAD')
  }
}
