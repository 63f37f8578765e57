import { Injectable } from '@nestjs/common'
import type { Actor } from '../../../platform/http/actor.js'
import { type AttemptEntity, AttemptsService } from '../../attempts/index.js'
import { CaseView } from '../../cases/index.js'
import { ContestsService, EntrantsService, RoundsService } from '../../contests/index.js'
import { AccountsService, presentAccount, SessionsService } from '../../identity/index.js'
import { presentProcessEvent, ProcessLog } from '../../detection/index.js'
import { NoticesService } from '../../notices/index.js'
import { PracticeService } from '../../practice/index.js'
import { ComplaintsService, ResultsService } from '../../results/index.js'
import { UnitsService } from '../../units/index.js'
import { PrizePages } from '../../winners/index.js'

type Name = { vi: string; en: string }

/**
 * ID-8: everything that is stored about a person, for that person. What was chosen is left out: with the key of a later day it would be a
 * leak today. So are results that are not public yet.
 */
@Injectable()
export class MyDataService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly units: UnitsService,
    private readonly notices: NoticesService,
    private readonly contests: ContestsService,
    private readonly rounds: RoundsService,
    private readonly entrants: EntrantsService,
    private readonly attempts: AttemptsService,
    private readonly processLog: ProcessLog,
    private readonly results: ResultsService,
    private readonly complaints: ComplaintsService,
    private readonly prizes: PrizePages,
    private readonly cases: CaseView,
    private readonly practice: PracticeService,
  ) {}

  async of({ accountId, sessionId }: Actor) {
    const account = await this.accounts.demand(accountId)
    const [consents, devices, usedDevices, practice, contest] = await Promise.all([
      this.accounts.consentsOf(accountId),
      this.sessions.listOf(accountId),
      this.sessions.devicesOf(accountId),
      this.practice.historyOf(accountId),
      this.contestData(accountId),
    ])
    return {
      account: presentAccount(account, await this.units.fullName(account.unitId)),
      role: account.role,
      createdAt: account.createdAt.toISOString(),
      consents: consents.map(({ version, givenAt, givenBy }) => ({ version, givenAt: givenAt.toISOString(), givenBy })),
      devices: devices.map(({ id, label, startedAt, lastSeenAt }) => ({
        id,
        label,
        isThisDevice: id === sessionId,
        startedAt: startedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
      usedDevices: usedDevices.map(({ label, firstSeenAt, lastSeenAt }) => ({
        label,
        firstSeenAt: firstSeenAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
      })),
      ...contest,
      practice: practice.map(({ shownAt, answeredAt, share }) => ({
        shownAt: shownAt.toISOString(),
        answeredAt: textOf(answeredAt),
        share,
      })),
    }
  }

  private async contestData(accountId: string) {
    const [notices, { places, extraTimes }, attempts, complaints, rows, prizes, cases] = await Promise.all([
      this.notices.historyOf(accountId),
      this.entrants.keptAbout(accountId),
      this.attempts.ofPerson(accountId),
      this.complaints.historyOf(accountId),
      this.results.publicRowsOf(accountId),
      this.prizes.recordsOf(accountId),
      this.cases.keptAbout(accountId),
    ])
    const roundName = await this.roundNames(
      [...attempts, ...complaints, ...rows.map(({ version }) => version), ...prizes.map(({ list }) => list)].flatMap(
        ({ roundId }) => roundId ?? [],
      ),
    )
    const contestTitle = await this.contestTitles(
      [...rows.map(({ version }) => version), ...prizes.map(({ list }) => list)].map(({ contestId }) => contestId),
    )
    return {
      attempts: await Promise.all(attempts.map((attempt) => this.attemptData(attempt, roundName(attempt.roundId)))),
      notices: notices.map(({ kind, createdAt, readAt }) => ({
        kind,
        createdAt: createdAt.toISOString(),
        readAt: textOf(readAt),
      })),
      entrants: places.map((place) => ({ ...place, addedAt: place.addedAt.toISOString() })),
      extraTimes: extraTimes.map((extra) => ({ ...extra, grantedAt: extra.grantedAt.toISOString() })),
      complaints: complaints.map(({ roundId, attemptId, position, text, state, outcome, filedAt, decidedAt }) => ({
        roundName: roundName(roundId),
        attemptId,
        position,
        text,
        state,
        outcome,
        filedAt: filedAt.toISOString(),
        decidedAt: textOf(decidedAt),
      })),
      results: rows.map(({ version, row }) => ({
        contestTitle: contestTitle(version.contestId),
        roundName: version.roundId && roundName(version.roundId),
        version: version.number,
        publishedAt: (version.publishedAt as Date).toISOString(),
        table: row.tableCode,
        rank: row.rank,
        unrankedReason: row.unrankedReason,
        points: row.points,
        maxPoints: row.maxPoints,
        rightCount: row.rightCount,
        timeUsedS: row.timeUsedS,
        prediction: row.prediction,
        predictionError: row.predictionError,
        drawCode: row.code,
        drawOrder: row.drawOrder,
      })),
      cases,
      prizes: prizes.map(({ winner, list }) => ({
        contestTitle: contestTitle(list.contestId),
        roundName: list.roundId && roundName(list.roundId),
        tier: winner.tier,
        reward: winner.reward,
        table: winner.tableCode,
        rank: winner.rank,
        state: winner.state,
        reason: winner.reason,
        proposedAt: winner.createdAt.toISOString(),
        nameChoice: winner.nameChoice,
        publishedName: winner.publishedName,
        identity: winner.identity && {
          at: winner.identity.at,
          seen: winner.identity.seen,
          lastDigits: winner.identity.lastDigits,
        },
        handOver: winner.handOver && {
          at: winner.handOver.at,
          receiver: winner.handOver.receiver,
          isProxy: winner.handOver.isProxy,
          note: winner.handOver.note,
        },
        certificateCode: winner.certificateCode,
        certificateWithdrawnAt: textOf(winner.certificateWithdrawnAt),
        certificateWithdrawnReason: winner.certificateWithdrawnReason,
      })),
    }
  }

  private async attemptData(attempt: AttemptEntity, roundName: Name) {
    const [events, process] = await Promise.all([this.attempts.eventsOf(attempt.id), this.processLog.of([attempt.id])])
    const { noticeVersion: version, noticeSha256: sha256 } = attempt
    return {
      attemptId: attempt.id,
      roundName,
      attemptNo: attempt.attemptNo,
      startedAt: attempt.startedAt.toISOString(),
      submittedAt: textOf(attempt.submittedAt),
      prediction: attempt.prediction,
      network: attempt.network,
      table: attempt.tableCode,
      extraPercent: attempt.extraPercent,
      creditMs: attempt.creditMs,
      responses: events.map(({ seq, position, receivedAt }) => ({
        seq,
        position,
        receivedAt: receivedAt.toISOString(),
      })),
      notice: version === null || sha256 === null ? null : { version, sha256 },
      events: process.map(presentProcessEvent),
    }
  }

  private async roundNames(ids: readonly string[]): Promise<(id: string) => Name> {
    const names = new Map((await this.rounds.find([...new Set(ids)])).map(({ id, name }) => [id, name]))
    return (id) => names.get(id) as Name
  }

  private async contestTitles(ids: readonly string[]): Promise<(id: string) => Name> {
    const contests = await Promise.all([...new Set(ids)].map((id) => this.contests.demand(id)))
    const titles = new Map(contests.map(({ id, title }) => [id, title]))
    return (id) => titles.get(id) as Name
  }
}

function textOf(moment: Date | null): string | null {
  return moment?.toISOString() ?? null
}
