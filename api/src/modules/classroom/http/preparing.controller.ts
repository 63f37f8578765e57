import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { ClassesService } from '../app/classes.service.js'
import { LessonReports } from '../app/lesson-reports.js'
import { SetsService } from '../app/sets.service.js'
import { readRoster } from '../domain/roster.js'
import { presentLessonHead } from './present-lesson.js'
import { presentClassItem, presentSetHead, presentSetPlace } from './present-sets.js'

/** Before a lesson: class lists and sets. */
@Controller()
export class PreparingController {
  constructor(
    private readonly classes: ClassesService,
    private readonly sets: SetsService,
    private readonly reports: LessonReports,
  ) {}

  @Endpoint('schoolClasses')
  async schoolClasses(@CurrentActor() actor: Actor) {
    return { classes: await this.classes.listOf(actor) }
  }

  @Endpoint('createSchoolClass')
  createClass(@Input() { body }: EndpointInput<'createSchoolClass'>, @CurrentActor() actor: Actor) {
    return this.classes.create(actor, body)
  }

  @Endpoint('schoolClass')
  async schoolClass(@Input() { params }: EndpointInput<'schoolClass'>, @CurrentActor() actor: Actor) {
    const head = await this.classes.demand(actor, params.classId)
    const pupils = await this.classes.pupils(head.id)
    const { lessons, progress } = await this.reports.ofClass(actor, head.id, pupils)
    return {
      ...head,
      pupils,
      lessons: lessons.map(({ lesson, seatCount }) => presentLessonHead(lesson, seatCount)),
      progress,
    }
  }

  @Endpoint('updateSchoolClass')
  updateClass(@Input() { params, body }: EndpointInput<'updateSchoolClass'>, @CurrentActor() actor: Actor) {
    return this.classes.update(actor, params.classId, body)
  }

  @Endpoint('deleteSchoolClass')
  async deleteClass(@Input() { params }: EndpointInput<'deleteSchoolClass'>, @CurrentActor() actor: Actor) {
    await this.classes.delete(actor, params.classId)
    return { ok: true as const }
  }

  @Endpoint('readRoster')
  readRoster(@Input() { body }: EndpointInput<'readRoster'>) {
    return readRoster(body.pasted)
  }

  @Endpoint('setPupils')
  async setPupils(@Input() { params, body }: EndpointInput<'setPupils'>, @CurrentActor() actor: Actor) {
    return { pupils: await this.classes.setPupils(actor, params.classId, body.pupils) }
  }

  @Endpoint('lessonSets')
  async lessonSets(@CurrentActor() actor: Actor) {
    const sets = await this.sets.listOf(actor)
    return {
      sets: await Promise.all(
        sets.map(async (set) => presentSetHead(set, await this.sets.placesNow(actor, set.places))),
      ),
    }
  }

  @Endpoint('lessonSet')
  async lessonSet(@Input() { params }: EndpointInput<'lessonSet'>, @CurrentActor() actor: Actor) {
    const set = await this.sets.demand(actor, params.setId)
    const places = await this.sets.placesNow(actor, set.places)
    return { ...presentSetHead(set, places), places: places.map(presentSetPlace) }
  }

  @Endpoint('createLessonSet')
  async createSet(@Input() { body }: EndpointInput<'createLessonSet'>, @CurrentActor() actor: Actor) {
    const set = await this.sets.create(actor, body)
    return presentSetHead(set, await this.sets.placesNow(actor, set.places))
  }

  @Endpoint('updateLessonSet')
  async updateSet(@Input() { params, body }: EndpointInput<'updateLessonSet'>, @CurrentActor() actor: Actor) {
    const set = await this.sets.update(actor, params.setId, body)
    return presentSetHead(set, await this.sets.placesNow(actor, set.places))
  }

  @Endpoint('deleteLessonSet')
  async deleteSet(@Input() { params }: EndpointInput<'deleteLessonSet'>, @CurrentActor() actor: Actor) {
    await this.sets.delete(actor, params.setId)
    return { ok: true as const }
  }

  @Endpoint('classItems')
  async classItems(@Input() { query }: EndpointInput<'classItems'>, @CurrentActor() actor: Actor) {
    const { page, size, ...filter } = query
    const { rows, total } = await this.sets.choose(actor, filter, page, size)
    return { rows: rows.map(presentClassItem), total, page, size }
  }

  @Endpoint('suggestPlaces')
  async suggest(@Input() { body }: EndpointInput<'suggestPlaces'>, @CurrentActor() actor: Actor) {
    return { places: (await this.sets.suggest(actor, body)).map(presentSetPlace) }
  }
}
