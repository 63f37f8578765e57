import { Controller, Req } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { type Actor, CurrentActor, MaybeActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { RateLimits } from '../../../platform/live/rate-limits.js'
import { PROOF_HEADER, ProofOfWork } from '../../identity/index.js'
import { Doors } from '../app/doors.js'
import { HostsService } from '../app/hosts.service.js'
import { LessonConductor } from '../app/lesson-conductor.js'
import { LessonReports } from '../app/lesson-reports.js'
import { LessonViews } from '../app/lesson-views.js'
import { LessonsService } from '../app/lessons.service.js'
import { Passing } from '../app/passing.js'
import { Pins } from '../app/pins.js'
import { SeatActs } from '../app/seat-acts.js'
import { SeatsService } from '../app/seats.service.js'
import { teamsOf } from '../app/teams.js'
import { seatName } from '../domain/seat-name.js'
import { presentLessonHead } from './present-lesson.js'

/** Lessons as they are played: the host's side and the door for pupils. */
@Controller()
export class LessonsController {
  constructor(
    private readonly lessons: LessonsService,
    private readonly hosts: HostsService,
    private readonly conductor: LessonConductor,
    private readonly passing: Passing,
    private readonly seatActs: SeatActs,
    private readonly seats: SeatsService,
    private readonly pins: Pins,
    private readonly views: LessonViews,
    private readonly reports: LessonReports,
    private readonly doors: Doors,
    private readonly limits: RateLimits,
    private readonly proofs: ProofOfWork,
  ) {}

  @Endpoint('createLesson')
  async create(@Input() { body }: EndpointInput<'createLesson'>, @CurrentActor() actor: Actor) {
    return this.views.host(await this.lessons.create(actor, body.setId, body.classId, body.settings))
  }

  @Endpoint('lesson')
  async lesson(@Input() { params }: EndpointInput<'lesson'>, @CurrentActor() actor: Actor) {
    const { lesson } = await this.hosts.demand(params.lessonId, actor)
    return this.views.host(lesson)
  }

  @Endpoint('lessons')
  async list(@Input() { query }: EndpointInput<'lessons'>, @CurrentActor() actor: Actor) {
    const { rows, total } = await this.lessons.listOf(actor, query.state, query.page, query.size)
    return {
      rows: rows.map(({ lesson, seatCount }) => presentLessonHead(lesson, seatCount)),
      total,
      page: query.page,
      size: query.size,
    }
  }

  @Endpoint('deleteLesson')
  async delete(@Input() { params }: EndpointInput<'deleteLesson'>, @CurrentActor() actor: Actor) {
    await this.lessons.delete(actor, params.lessonId)
    return { ok: true as const }
  }

  @Endpoint('lessonReport')
  async report(@Input() { params }: EndpointInput<'lessonReport'>, @CurrentActor() actor: Actor) {
    const { lesson, seatCount, ...report } = await this.reports.of(actor, params.lessonId)
    return { lesson: presentLessonHead(lesson, seatCount), ...report }
  }

  @Endpoint('mySeatReport')
  async mySeatReport(@Input() { body }: EndpointInput<'mySeatReport'>, @Req() request: FastifyRequest) {
    await this.limits.take('ownReportByAddress', request.ip)
    const seat = await this.seats.byToken(body.token)
    const lesson = await this.lessons.demand(seat.lessonId)
    const { standing } = await this.views.seat(lesson, seat)
    return { title: lesson.title, name: seat.name, standing, ...(await this.reports.ofSeat(lesson, seat)) }
  }

  @Endpoint('actOnLesson')
  async act(@Input() { params, body }: EndpointInput<'actOnLesson'>, @MaybeActor() actor: Actor | null) {
    const { lesson, by } = await this.hosts.demand(params.lessonId, actor, body.remoteKey)
    const { act, version } = body
    if (act.kind === 'rescue') return this.views.step(await this.seatActs.rescue(lesson, by, version, act.seats))
    if (act.kind === 'next') await this.passing.beforeNext(lesson, version)
    const whole =
      act.kind === 'lock'
        ? { ...act, why: 'host' as const }
        : act.kind === 'pause'
          ? { ...act, why: 'host' as const }
          : act
    return this.views.step(await this.conductor.act(params.lessonId, by, version, whole as never))
  }

  @Endpoint('actOnSeats')
  async actOnSeats(@Input() { params, body }: EndpointInput<'actOnSeats'>, @MaybeActor() actor: Actor | null) {
    const { lesson, by } = await this.hosts.demand(params.lessonId, actor, body.remoteKey)
    await this.seatActs.act(params.lessonId, lesson.ownerId, by, body.act)
    return { ok: true as const }
  }

  @Endpoint('offerRemote')
  async offerRemote(@Input() { params }: EndpointInput<'offerRemote'>, @CurrentActor() actor: Actor) {
    const { lesson } = await this.hosts.demand(params.lessonId, actor)
    const { code, until } = await this.hosts.offer(lesson.id)
    return { code, until: until.toISOString(), door: this.doors.ofRemote(code) }
  }

  @Endpoint('takeRemote')
  takeRemote(@Input() { body }: EndpointInput<'takeRemote'>) {
    return this.hosts.take(body.code)
  }

  @Endpoint('findLesson')
  async find(
    @Input() { body }: EndpointInput<'findLesson'>,
    @Req() request: FastifyRequest,
    @MaybeActor() actor: Actor | null,
  ) {
    await this.limits.take('lessonByAddress', request.ip)
    const lesson = await this.pins.lesson(body.pin, body.door, request.ip)
    return {
      lessonId: lesson.id,
      title: lesson.title,
      mode: lesson.settings.mode,
      names: lesson.settings.names,
      isLobbyLocked: lesson.state.isLobbyLocked,
      hasStarted: lesson.state.phase !== 'lobby',
      late: lesson.settings.late,
      deleteOn: lesson.deleteOn,
      teams: teamsOf(lesson.settings),
      accountName: lesson.settings.names === 'nickname' && actor ? nameFor(actor) : null,
      pupils: await this.seats.pupilsToCome(lesson),
    }
  }

  @Endpoint('takeSeat')
  async takeSeat(
    @Input() { body }: EndpointInput<'takeSeat'>,
    @Req() request: FastifyRequest,
    @MaybeActor() actor: Actor | null,
  ) {
    await this.limits.take('seatByAddress', request.ip)
    await this.proofs.demand('seat', request.ip, request.headers[PROOF_HEADER])
    const { asAccount, ...wish } = body
    const seating = await this.seats.take(
      { ...wish, accountName: asAccount && actor ? nameFor(actor) : null },
      request.ip,
    )
    if (seating.kind === 'asked') return seating
    const { token, lesson, seat } = seating
    return { kind: 'seated' as const, token, view: await this.views.seat(lesson, seat) }
  }

  @Endpoint('leaveSeat')
  async leaveSeat(@Input() { body }: EndpointInput<'leaveSeat'>, @Req() request: FastifyRequest) {
    await this.limits.take('seatByAddress', request.ip)
    await this.seats.leave(body.token, request.ip)
    return { ok: true as const }
  }
}

function nameFor({ fullName }: Actor): string | null {
  const checked = seatName(fullName)
  return 'name' in checked ? checked.name : null
}
