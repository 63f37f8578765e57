import { Controller } from '@nestjs/common'
import { type Actor, CurrentActor } from '../../../platform/http/actor.js'
import { Endpoint, type EndpointInput, Input } from '../../../platform/http/endpoint.js'
import { ComplaintsService } from '../app/complaints.service.js'
import { DrawsService } from '../app/draws.service.js'
import { needsDraw, ResultsService } from '../app/results.service.js'
import { RulingsService } from '../app/rulings.service.js'
import type { ResultVersionEntity } from '../infra/result.entities.js'
import { presentLedDraw, presentRow, presentVersion } from './present-results.js'

@Controller()
export class ResultsController {
  constructor(
    private readonly results: ResultsService,
    private readonly draws: DrawsService,
    private readonly rulings: RulingsService,
    private readonly complaints: ComplaintsService,
  ) {}

  @Endpoint('results')
  overview(@Input() { params }: EndpointInput<'results'>, @CurrentActor() actor: Actor) {
    return this.ofRound(params.roundId, actor)
  }

  @Endpoint('closeResults')
  async close(@Input() { params }: EndpointInput<'closeResults'>, @CurrentActor() actor: Actor) {
    return this.presentMade(await this.results.close(actor.accountId, params.roundId))
  }

  @Endpoint('publishResults')
  async publish(@Input() { params, body }: EndpointInput<'publishResults'>, @CurrentActor() actor: Actor) {
    await this.results.publish(actor.accountId, params.roundId, body.versionId, body.withTies)
    return this.ofRound(params.roundId, actor)
  }

  @Endpoint('total')
  total(@Input() { params }: EndpointInput<'total'>, @CurrentActor() actor: Actor) {
    return this.ofContest(params.contestId, actor)
  }

  @Endpoint('closeTotal')
  async closeTotal(@Input() { params }: EndpointInput<'closeTotal'>, @CurrentActor() actor: Actor) {
    return this.presentMade(await this.results.closeTotal(actor.accountId, params.contestId))
  }

  @Endpoint('publishTotal')
  async publishTotal(@Input() { params, body }: EndpointInput<'publishTotal'>, @CurrentActor() actor: Actor) {
    await this.results.publishTotal(actor.accountId, params.contestId, body.versionId, body.withTies)
    return this.ofContest(params.contestId, actor)
  }

  @Endpoint('resultRows')
  async rows(@Input() { params, query }: EndpointInput<'resultRows'>) {
    const { rows, total } = await this.results.rows(params.versionId, query)
    return { rows: rows.map(presentRow), total, page: query.page, size: query.size }
  }

  private async presentMade({ version, isNew }: { version: ResultVersionEntity; isNew: boolean }) {
    return { version: presentVersion(version, await this.namesIn([version])), isNew }
  }

  private async ofRound(roundId: string, actor: Actor) {
    const { round, isClosed, readyAtMs, runningCount, creditReasons } = await this.results.progress(roundId)
    const [openComplaintCount, openRulingCount, deadline] = await Promise.all([
      this.complaints.openCount(roundId),
      this.rulings.openCount(roundId),
      this.complaints.deadlineOf(round),
    ])
    return {
      isClosed,
      readyAt: new Date(readyAtMs).toISOString(),
      runningCount,
      publishedAt: round.resultsPublishedAt?.toISOString() ?? null,
      complaintDeadline: deadline?.toISOString() ?? null,
      openComplaintCount,
      openRulingCount,
      isOutdated: creditReasons.length > 0,
      creditReasons,
      ...(await this.history(roundId, 'round', actor)),
    }
  }

  private async ofContest(contestId: string, actor: Actor) {
    const { versions, draw } = await this.history(contestId, 'total', actor)
    const [latest] = await this.results.list(contestId)
    return {
      isClosed: true,
      readyAt: null,
      runningCount: 0,
      publishedAt: versions.find(({ state }) => state === 'final')?.publishedAt ?? null,
      complaintDeadline: null,
      openComplaintCount: 0,
      openRulingCount: 0,
      isOutdated: await this.results.isTotalOutdated(contestId, latest),
      creditReasons: [],
      versions,
      draw,
    }
  }

  private async history(scopeId: string, kind: 'round' | 'total', actor: Actor) {
    const [versions, draw] = await Promise.all([this.results.list(scopeId), this.draws.find(scopeId)])
    const names = await this.namesIn(versions, draw?.enteredBy ?? null)
    return {
      versions: versions.map((version) => presentVersion(version, names)),
      draw: presentLedDraw({ scopeId, kind }, draw, versions[0] !== undefined && needsDraw(versions[0]), actor, names),
    }
  }

  private namesIn(versions: readonly ResultVersionEntity[], other: string | null = null) {
    const ids = versions.flatMap(({ madeBy, approvedBy }) => [madeBy, approvedBy])
    return this.rulings.names([...new Set([...ids, other].filter((id) => id !== null))])
  }
}
