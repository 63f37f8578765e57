import { Controller, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { vietnamDay } from '../../../kernel/vietnam-time.js'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { readUpload } from '../../../platform/http/upload.js'
import { LessonsService } from '../app/lessons.service.js'
import { ReportFiles } from '../app/report-files.service.js'
import { ResultFiles } from '../app/result-files.service.js'
import { RosterFiles } from '../app/roster-files.js'
import { SetFiles } from '../app/set-files.service.js'
import { SetsService } from '../app/sets.service.js'
import { fileName } from '../domain/file-name.js'
import { presentLessonHead } from './present-lesson.js'
import { presentSetHead } from './present-sets.js'

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const NAMES = {
  vi: { report: 'Báo cáo', results: 'Kết quả lớp', progress: 'Tiến bộ lớp' },
  en: { report: 'Report', results: 'Class results', progress: 'Class progress' },
} as const

/** Files of lessons, sets and classes; each for its owner alone. */
@Controller()
export class FilesController {
  constructor(
    private readonly setFiles: SetFiles,
    private readonly sets: SetsService,
    private readonly resultFiles: ResultFiles,
    private readonly lessons: LessonsService,
    private readonly reports: ReportFiles,
    private readonly rosters: RosterFiles,
    private readonly clock: Clock,
  ) {}

  @Endpoint('readRosterSheet')
  async readRosterSheet(@Req() request: FastifyRequest) {
    return this.rosters.read(await readUpload(request))
  }

  @Endpoint('lessonSetFile')
  async setFile(
    @Input() { params }: EndpointInput<'lessonSetFile'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title, bytes } = await this.setFiles.write(actor, params.setId)
    await send(reply, ['Bộ câu hỏi', title, vietnamDay(this.clock.now())], 'json', bytes)
  }

  @Endpoint('importLessonSet')
  async importSet(@Req() request: FastifyRequest, @CurrentActor() actor: Actor) {
    const { bytes } = await readUpload(request)
    const { set, isKnown } = await this.setFiles.take(actor, bytes)
    return { set: presentSetHead(set, await this.sets.placesNow(actor, set.places)), isKnown }
  }

  @Endpoint('lessonResultsFile')
  async resultsFile(
    @Input() { params }: EndpointInput<'lessonResultsFile'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title, bytes } = await this.resultFiles.write(actor, params.lessonId)
    await send(reply, ['Buổi chơi', title, vietnamDay(this.clock.now())], 'json', bytes)
  }

  @Endpoint('importLessonResults')
  async importResults(@Req() request: FastifyRequest, @CurrentActor() actor: Actor) {
    const { bytes, fields } = await readUpload(request)
    const classId = fields['classId'] || null
    if (classId !== null && !UUID.test(classId)) throw new ProblemError('CLASS.NOT_FOUND')
    const { lessonId, isKnown } = await this.resultFiles.take(actor, bytes, classId)
    const { lesson, seatCount } = await this.lessons.head(actor, lessonId)
    return { lesson: presentLessonHead(lesson, seatCount), isKnown }
  }

  @Endpoint('lessonReportSheet')
  async reportSheet(
    @Input() { params, query }: EndpointInput<'lessonReportSheet'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title, day, bytes } = await this.reports.sheet(actor, params.lessonId, query.locale)
    await send(reply, [NAMES[query.locale].report, title, day], 'xlsx', bytes)
  }

  @Endpoint('lessonReportPdf')
  async reportPdf(
    @Input() { params, query }: EndpointInput<'lessonReportPdf'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title, day, bytes } = await this.reports.pdf(actor, params.lessonId, query.locale)
    await send(reply, [NAMES[query.locale].report, title, day], 'pdf', bytes)
  }

  @Endpoint('schoolClassSheet')
  async classSheet(
    @Input() { params, query }: EndpointInput<'schoolClassSheet'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title, day, bytes } = await this.reports.classSheet(actor, params.classId, query.locale)
    await send(reply, [NAMES[query.locale].results, title, day], 'xlsx', bytes)
  }

  @Endpoint('schoolClassPdf')
  async classPdf(
    @Input() { params, query }: EndpointInput<'schoolClassPdf'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { title, day, bytes } = await this.reports.classPdf(actor, params.classId, query.locale)
    await send(reply, [NAMES[query.locale].progress, title, day], 'pdf', bytes)
  }
}

/** @param parts of the file's name, what it is first */
function send(reply: FastifyReply, parts: readonly string[], extension: 'json' | 'pdf' | 'xlsx', bytes: Buffer) {
  const { ascii, full } = fileName(parts, extension)
  return sendFile(reply, ascii, bytes, { fullName: full })
}
