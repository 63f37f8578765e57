import { randomUUID } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { RulingKind } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import { AuditService } from '../../audit/index.js'
import { ContestsService, type RoundEntity, RoundsService } from '../../contests/index.js'
import { ItemsService } from '../../item-bank/index.js'
import { NoticesService } from '../../notices/index.js'
import { ComplaintRepository } from '../infra/complaint.repository.js'
import type { ComplaintEntity, RulingEntity } from '../infra/ruling.entities.js'
import { RulingsService } from './rulings.service.js'

const HOUR_MS = 3_600_000
const OPEN = ['filed', 'in-review'] as const

/** CP: phúc khảo, from filing to the answer. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly complaints: ComplaintRepository,
    private readonly rulings: RulingsService,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly items: ItemsService,
    private readonly notices: NoticesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** CP-1: until when complaints about a round are taken; null while results are not published. */
  async deadlineOf(round: Pick<RoundEntity, 'contestId' | 'resultsPublishedAt'>): Promise<Date | null> {
    if (!round.resultsPublishedAt) return null
    const { rules } = await this.contests.demand(round.contestId)
    return new Date(round.resultsPublishedAt.getTime() + rules.complaintHours * HOUR_MS)
  }

  /** @param position the place in the paper, 0 for the whole result */
  async file(accountId: string, attemptId: string, position: number, text: string): Promise<ComplaintEntity> {
    const attempt = await this.complaints.attemptOf(attemptId, accountId)
    if (!attempt) throw new ProblemError('ATTEMPT.NOT_FOUND')
    const deadline = await this.deadlineOf(await this.rounds.demand(attempt.roundId))
    if (!deadline || this.clock.now() > deadline.getTime()) throw new ProblemError('COMPLAINT.NOT_TAKEN')
    const itemVersionId = position === 0 ? null : attempt.form[position - 1]?.itemVersionId
    if (itemVersionId === undefined) throw new ProblemError('COMPLAINT.UNKNOWN_PLACE')
    const id = randomUUID()
    const isFirst = await this.complaints.insert({
      id,
      roundId: attempt.roundId,
      accountId,
      attemptId,
      position,
      itemVersionId,
      text,
      state: 'filed',
      outcome: null,
      decidedBy: null,
      rulingId: null,
      decidedAt: null,
    })
    if (!isFirst) throw new ProblemError('COMPLAINT.ALREADY_OPEN')
    return this.demand(id)
  }

  async withdraw(accountId: string, complaintId: string): Promise<ComplaintEntity> {
    await this.complaints.transaction(async (manager) => {
      const complaint = await this.complaints.lockOne(manager, complaintId)
      if (complaint?.accountId !== accountId) throw new ProblemError('COMPLAINT.NOT_FOUND')
      if (!isOpen(complaint)) throw new ProblemError('COMPLAINT.WRONG_STATE')
      await this.complaints.change(manager, [complaintId], {
        state: 'withdrawn',
        decidedAt: new Date(this.clock.now()),
      })
    })
    return this.demand(complaintId)
  }

  async ofAttempt(accountId: string, attemptId: string) {
    const attempt = await this.complaints.attemptOf(attemptId, accountId)
    if (!attempt) throw new ProblemError('ATTEMPT.NOT_FOUND')
    const deadline = await this.deadlineOf(await this.rounds.demand(attempt.roundId))
    const canFile = deadline !== null && this.clock.now() <= deadline.getTime()
    const complaints = await this.complaints.ofAttempt(attemptId)
    return {
      deadline,
      canFile,
      complaints,
      rulingKinds: await this.rulingKinds(complaints),
      places: canFile ? await this.placesOf(attempt.form) : [],
    }
  }

  async ofPerson(accountId: string) {
    const complaints = await this.complaints.ofPerson(accountId)
    const rounds = await this.rounds.find([...new Set(complaints.map(({ roundId }) => roundId))])
    const roundOf = new Map(rounds.map((round) => [round.id, round]))
    const found = await Promise.all(
      complaints.map(async (complaint) => {
        const round = roundOf.get(complaint.roundId) as RoundEntity
        return { complaint, round, contest: await this.contests.demand(round.contestId) }
      }),
    )
    return { found, rulingKinds: await this.rulingKinds(complaints) }
  }

  /** ID-8: every complaint of a person. */
  historyOf(accountId: string): Promise<ComplaintEntity[]> {
    return this.complaints.allOfPerson(accountId)
  }

  /** CP-3: the queue, by item, those with the most open ones first; names only where the whole result is complained about. */
  async queue(roundId: string) {
    const round = await this.rounds.demand(roundId)
    const complaints = await this.complaints.ofRound(roundId)
    const [items, names, deadline, rulingKinds] = await Promise.all([
      this.complaints.items([...new Set(complaints.flatMap(({ itemVersionId }) => itemVersionId ?? []))]),
      this.rulings.names(complaints.filter(({ position }) => position === 0).map(({ accountId }) => accountId)),
      this.deadlineOf(round),
      this.rulingKinds(complaints),
    ])
    const itemOf = new Map(items.map((item) => [item.itemVersionId, item]))
    const groups = new Map<string | null, ComplaintEntity[]>()
    for (const complaint of complaints) {
      const list = groups.get(complaint.itemVersionId)
      if (list) list.push(complaint)
      else groups.set(complaint.itemVersionId, [complaint])
    }
    return {
      deadline,
      rulingKinds,
      groups: [...groups]
        .map(([itemVersionId, list]) => ({
          item: itemVersionId === null ? null : (itemOf.get(itemVersionId) ?? null),
          openCount: list.filter(isOpen).length,
          complaints: list.map((complaint) => ({
            complaint,
            personName: complaint.position === 0 ? (names.get(complaint.accountId) ?? null) : null,
          })),
        }))
        .sort((a, b) => b.openCount - a.openCount || b.complaints.length - a.complaints.length),
    }
  }

  openCount(roundId: string): Promise<number> {
    return this.complaints.openCount(roundId)
  }

  async take(actorId: string, roundId: string, ids: readonly string[]): Promise<number> {
    return this.complaints.transaction(async (manager) => {
      const taken = (await this.complaints.lock(manager, roundId, ids)).filter(({ state }) => state === 'filed')
      await this.complaints.change(
        manager,
        taken.map(({ id }) => id),
        { state: 'in-review' },
      )
      const count = taken.length
      await this.audit.record(actorId, 'complaints.taken', `round:${roundId}`, { count }, manager)
      return count
    })
  }

  /** CP-4: answers complaints, several with the same words; whoever complained is told. */
  async answer(
    actorId: string,
    roundId: string,
    ids: readonly string[],
    state: 'upheld' | 'rejected',
    { outcome, rulingId }: { outcome: string; rulingId: string | null },
  ): Promise<number> {
    if (outcome.length < 5) throw new ProblemError('COMPLAINT.OUTCOME_NEEDED')
    const round = await this.rounds.demand(roundId)
    const ruling = rulingId === null ? null : await this.rulings.find(rulingId)
    if (rulingId !== null && ruling?.roundId !== roundId) throw new ProblemError('RULING.NOT_FOUND')
    await this.complaints.transaction(async (manager) => {
      const complaints = await this.complaints.lock(manager, roundId, ids)
      if (complaints.length !== new Set(ids).size) throw new ProblemError('COMPLAINT.NOT_FOUND')
      if (!complaints.every(isOpen)) throw new ProblemError('COMPLAINT.WRONG_STATE')
      if (ruling && !complaints.every((complaint) => isAnsweredBy(complaint, ruling)))
        throw new ProblemError('COMPLAINT.RULING_UNFIT')
      await this.complaints.change(manager, ids, {
        state,
        outcome,
        rulingId,
        decidedBy: actorId,
        decidedAt: new Date(this.clock.now()),
      })
      const people = [...new Set(complaints.map(({ accountId }) => accountId))]
      await this.notices.tell(manager, people, 'complaint-answered', { round: round.name }, '/phuc-khao')
      const detail = { count: ids.length, state, rulingId }
      await this.audit.record(actorId, 'complaints.answered', `round:${roundId}`, detail, manager)
    })
    return ids.length
  }

  /** CP-4: what the rulings did that complaints led to. */
  async rulingKinds(complaints: readonly ComplaintEntity[]): Promise<ReadonlyMap<string, RulingKind>> {
    return this.rulings.kindsOf([...new Set(complaints.flatMap(({ rulingId }) => rulingId ?? []))])
  }

  /** CP-1: the items of a paper by place, as the person saw them. */
  private async placesOf(form: readonly { itemVersionId: string }[]) {
    const texts = await this.items.deliver(form.map(({ itemVersionId }) => itemVersionId))
    const questionOf = new Map(texts.map(({ itemVersionId, question }) => [itemVersionId, question]))
    return form.flatMap(({ itemVersionId }, index) => {
      const question = questionOf.get(itemVersionId)
      if (!question) return []
      return [{ position: index + 1, stem: { vi: question.stem, en: question.translations.en?.stem ?? '' } }]
    })
  }

  private async demand(id: string): Promise<ComplaintEntity> {
    const complaint = await this.complaints.find(id)
    if (!complaint) throw new ProblemError('COMPLAINT.NOT_FOUND')
    return complaint
  }
}

/** CP-4: a ruling that holds, about the item that was complained of, or about the person. */
function isAnsweredBy(
  { itemVersionId, accountId }: ComplaintEntity,
  ruling: Pick<RulingEntity, 'state' | 'itemVersionId' | 'accountId'>,
): boolean {
  if (ruling.state !== 'approved') return false
  if (ruling.accountId !== null) return ruling.accountId === accountId
  // A complaint about the whole result may be about any of its items.
  return itemVersionId === null || ruling.itemVersionId === itemVersionId
}

function isOpen({ state }: ComplaintEntity): boolean {
  return OPEN.some((open) => open === state)
}
