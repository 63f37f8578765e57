import { Controller, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { sendFile } from '../../../platform/http/send-file.js'
import { CaseActs } from '../app/case-acts.js'
import { CaseHearing } from '../app/case-hearing.js'
import { CaseOpening } from '../app/case-opening.js'
import { CaseRecords } from '../app/case-records.js'
import { CaseView } from '../app/case-view.js'

@Controller()
export class CasesController {
  constructor(
    private readonly opening: CaseOpening,
    private readonly acts: CaseActs,
    private readonly hearing: CaseHearing,
    private readonly view: CaseView,
    private readonly records: CaseRecords,
  ) {}

  @Endpoint('cases')
  list(@Input() { query }: EndpointInput<'cases'>, @CurrentActor() actor: Actor) {
    const filter = { roundId: query.roundId, openOnly: query.open }
    return this.view.list(actor.accountId, filter, query.page, query.size)
  }

  @Endpoint('openCase')
  open(@Input() { params, body }: EndpointInput<'openCase'>, @CurrentActor() actor: Actor) {
    return this.opening.byOrganizer(actor.accountId, params.roundId, body)
  }

  @Endpoint('openCasesFromSignals')
  fromSignals(@Input() { params }: EndpointInput<'openCasesFromSignals'>, @CurrentActor() actor: Actor) {
    return this.opening.fromSignals(actor.accountId, params.roundId)
  }

  @Endpoint('caseFile')
  file(@Input() { params }: EndpointInput<'caseFile'>, @CurrentActor() actor: Actor) {
    return this.view.forReviewer(actor.accountId, params.caseId)
  }

  @Endpoint('casePapers')
  papers(@Input() { params, query }: EndpointInput<'casePapers'>, @CurrentActor() actor: Actor) {
    return this.view.papersFor(actor.accountId, params.caseId, query.attemptId, query.with)
  }

  @Endpoint('actOnCase')
  async act(@Input() { params, body }: EndpointInput<'actOnCase'>, @CurrentActor() actor: Actor) {
    // Whoever steps back sees nothing more, not even here.
    const before = body.act === 'recuse' ? await this.view.forReviewer(actor.accountId, params.caseId) : null
    await this.acts.act(actor.accountId, params.caseId, body)
    return before
      ? { ...before, bar: 'recused' as const, may: [] }
      : this.view.forReviewer(actor.accountId, params.caseId)
  }

  @Endpoint('caseRecord')
  async record(
    @Input() { params, query }: EndpointInput<'caseRecord'>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { number, bytes } = await this.records.render(actor.accountId, params.caseId, params.format, query.locale)
    await sendFile(reply, `bien-ban-vu-viec-${number}.${params.format}`, bytes)
  }

  @Endpoint('myCases')
  mine(@CurrentActor() actor: Actor) {
    return this.view.listOwn(actor.accountId)
  }

  @Endpoint('myCase')
  own(@Input() { params }: EndpointInput<'myCase'>, @CurrentActor() actor: Actor) {
    return this.view.forPerson(actor.accountId, params.caseId)
  }

  @Endpoint('answerCase')
  async answer(@Input() { params, body }: EndpointInput<'answerCase'>, @CurrentActor() actor: Actor) {
    await this.hearing.answer(actor.accountId, params.caseId, body.text)
    return this.view.forPerson(actor.accountId, params.caseId)
  }

  @Endpoint('appealCase')
  async appeal(@Input() { params, body }: EndpointInput<'appealCase'>, @CurrentActor() actor: Actor) {
    await this.hearing.appeal(actor.accountId, params.caseId, body.text)
    return this.view.forPerson(actor.accountId, params.caseId)
  }
}
