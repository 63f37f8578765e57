import { Injectable } from '@nestjs/common'
import { Login } from '@thiso/contracts'
import { type AuditSubject, fold } from '@thiso/contracts/vocab'
import { Clock } from '../../../kernel/clock.js'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { AuditService } from '../../audit/index.js'
import { NoticesService } from '../../notices/index.js'
import { UnitsService } from '../../units/index.js'
import { readEntrants } from '../domain/entrant-lines.js'
import { maskedLogin, maskedName } from '../domain/masked.js'
import { doWindowsOverlap } from '../domain/rule-problems.js'
import { shownClosesAt } from '../domain/round-window.js'
import type { RoundEntity } from '../infra/contest.entities.js'
import { ContestRepository } from '../infra/contest.repository.js'
import { type EntrantList, EntrantRepository } from '../infra/entrant.repository.js'

/** Lists of people for contests and rounds, and extra time. */
@Injectable()
export class EntrantsService {
  constructor(
    private readonly entrants: EntrantRepository,
    private readonly contests: ContestRepository,
    private readonly units: UnitsService,
    private readonly notices: NoticesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async list(list: EntrantList, { q, page, size }: { q?: string | undefined; page: number; size: number }) {
    const { rows, total } = await this.entrants.list(list, { q: q ? fold(q) : undefined, page, size })
    const shown = await Promise.all(
      rows.map(async ({ unitId, login, addedAt, ...row }) => ({
        ...row,
        login: maskedLogin(login),
        unitName: await this.units.fullName(unitId),
        addedAt: addedAt.toISOString(),
      })),
    )
    return { rows: shown, total, page, size }
  }

  /** Reads a pasted or uploaded list and says who was found; puts them on the list unless it is only a preview. */
  async add(actorId: string, list: EntrantList, text: string, isPreview: boolean) {
    const { entries, refused } = readEntrants(text, (cell) => Login.safeParse(cell).data ?? null)
    const people = await this.entrants.peopleOf(
      entries.flatMap(({ login }) => (login === null ? [] : [login])),
      list,
      'roundId' in list ? await this.parallelRounds(list.roundId) : [],
    )
    const byLogin = new Map(people.map((person) => [person.login, person]))
    const found: { line: number; login: string; maskedName: string; isKnown: boolean }[] = []
    const notFound: { line: number; login: string }[] = []
    const others: { line: number; login: string; reason: 'twice' | 'staff' | 'other-round' }[] = [...refused]
    const chosen: string[] = []
    for (const { line, login, cell } of entries) {
      const person = login === null ? undefined : byLogin.get(login)
      if (!person) notFound.push({ line, login: cell })
      else if (person.role === 'organizer' || person.role === 'administrator')
        others.push({ line, login: cell, reason: 'staff' })
      else if (person.isElsewhere && !person.isKnown) others.push({ line, login: cell, reason: 'other-round' })
      else {
        found.push({ line, login: cell, maskedName: maskedName(person.fullName), isKnown: person.isKnown })
        chosen.push(person.accountId)
      }
    }
    const addedCount = isPreview ? 0 : await this.put(actorId, list, chosen)
    return {
      isPreview,
      foundCount: found.length,
      knownCount: found.filter(({ isKnown }) => isKnown).length,
      addedCount,
      found,
      notFound,
      refused: others.sort((a, b) => a.line - b.line),
    }
  }

  async remove(actorId: string, list: EntrantList, accountId: string): Promise<void> {
    if (await this.entrants.hasStarted(list, accountId)) throw new ProblemError('ENTRANT.HAS_STARTED')
    await this.audit.together(async (manager) => {
      if (!(await this.entrants.remove(manager, list, accountId))) throw new ProblemError('ENTRANT.NOT_FOUND')
      await this.audit.record(actorId, 'entrant.removed', subjectOf(list), { accountId }, manager)
    })
  }

  /**
   * EL-8: the people who go on to a round, replacing those of an earlier call who have not started; who is new is told.
   * @param manager the transaction in which the standings that they come from are final; the round's row is locked in it
   */
  async setQualified(
    manager: Transaction,
    roundId: string,
    accountIds: readonly string[],
    source: { fromRoundId: string; addedBy: string | null },
  ): Promise<{ addedCount: number; removedCount: number }> {
    const [round, from] = await Promise.all([
      this.contests.lockRound(manager, roundId),
      this.contests.findRound(source.fromRoundId),
    ])
    if (!round || !from) throw new ProblemError('ROUND.NOT_FOUND')
    const { added, removedCount } = await this.entrants.replaceQualified(manager, roundId, accountIds, source)
    await this.notices.tell(manager, added, 'qualified', { fromRound: from.name, round: round.name })
    if (added.length + removedCount > 0)
      await this.audit.record(
        source.addedBy,
        'entrants.qualified',
        `round:${roundId}`,
        {
          fromRoundId: source.fromRoundId,
          addedCount: added.length,
          removedCount,
        },
        manager,
      )
    return { addedCount: added.length, removedCount }
  }

  /** ID-8: the lists that a person is on, and the extra time that the person was given. */
  async keptAbout(accountId: string) {
    const [places, extraTimes] = await Promise.all([
      this.entrants.placesOf(accountId),
      this.entrants.extraTimesOfPerson(accountId),
    ])
    return { places, extraTimes }
  }

  async extraTimes(contestId: string) {
    const rows = await this.entrants.extraTimesOf(contestId)
    return rows.map((row) => ({ ...row, login: maskedLogin(row.login), grantedAt: row.grantedAt.toISOString() }))
  }

  /** Gives or changes a person's extra time; attempts that run already keep what they started with. */
  async grantExtraTime(
    actorId: string,
    contestId: string,
    { login, percent, reason }: { login: string; percent: number; reason: string },
  ) {
    const known = Login.safeParse(login).data
    const [person] = known ? await this.entrants.peopleOf([known], { contestId }, []) : []
    if (!person) throw new ProblemError('PERSON.NOT_FOUND')
    const { accountId } = person
    const given = { accountId, percent, reason }
    const grantedAt = new Date(this.clock.now())
    await this.audit.together(async (manager) => {
      await this.entrants.saveExtraTime(manager, { ...given, contestId, grantedBy: actorId }, grantedAt)
      await this.audit.record(actorId, 'extra_time.granted', `contest:${contestId}`, given, manager)
    })
    const row = (await this.extraTimes(contestId)).find((other) => other.accountId === accountId)
    if (!row) throw new ProblemError('ENTRANT.NOT_FOUND')
    return row
  }

  async withdrawExtraTime(actorId: string, contestId: string, accountId: string): Promise<void> {
    await this.audit.together(async (manager) => {
      if (!(await this.entrants.deleteExtraTime(manager, contestId, accountId)))
        throw new ProblemError('ENTRANT.NOT_FOUND')
      await this.audit.record(actorId, 'extra_time.withdrawn', `contest:${contestId}`, { accountId }, manager)
    })
  }

  /** @returns how many were not on the list before */
  private put(actorId: string, list: EntrantList, accountIds: readonly string[]): Promise<number> {
    return this.audit.together(async (manager) => {
      const addedCount = await this.entrants.add(manager, list, accountIds, actorId)
      if (addedCount > 0) await this.audit.record(actorId, 'entrants.added', subjectOf(list), { addedCount }, manager)
      return addedCount
    })
  }

  /** Other rounds by list that are open while this one is: nobody stands on two such lists. */
  private async parallelRounds(roundId: string): Promise<string[]> {
    const round = await this.contests.findRound(roundId)
    if (!round) throw new ProblemError('ROUND.NOT_FOUND')
    const window = windowOf(round)
    return (await this.contests.roundsOf(round.contestId))
      .filter(
        (other) =>
          other.id !== roundId && other.rules.entry.kind === 'list' && doWindowsOverlap(window, windowOf(other)),
      )
      .map(({ id }) => id)
  }
}

/** With the end that people see, a pause or not. */
function windowOf({ opensAt, closesAt, pausedAt }: RoundEntity) {
  return {
    opensAt: opensAt.getTime(),
    closesAt: shownClosesAt(closesAt.getTime(), pausedAt?.getTime() ?? null),
  }
}

function subjectOf(list: EntrantList): AuditSubject {
  return 'roundId' in list ? `round:${list.roundId}` : `contest:${list.contestId}`
}
