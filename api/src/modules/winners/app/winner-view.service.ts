import { Injectable } from '@nestjs/common'
import { byCodeUnits } from '../../../kernel/by-code-units.js'
import { AccountsService } from '../../identity/index.js'
import { displayName } from '../../standings/index.js'
import { UnitsService } from '../../units/index.js'
import { nextInLine } from '../domain/award-prizes.js'
import { reachedPoints } from '../domain/unranked-reach.js'
import { holdsPlace, stays } from '../domain/winner-life.js'
import { type UnrankedRow, type VersionHead, VersionRepository } from '../infra/version.repository.js'
import type { WinnerEntity } from '../infra/winner.entities.js'
import { type WinnerPerson, WinnerPeopleRepository } from '../infra/winner-people.repository.js'
import { CertificateForms } from './certificate-forms.service.js'
import { keyOf } from './prize-desk.js'
import { changesOf, movedFigures, obstaclesOf, type Worked, type WorkedLine, WinnerLists } from './winner-lists.js'

/** Of many who wait for a draw only so many are named. */
const NAMED = 20
const NEXT_SHOWN = 3
/** People without a place who would have reached a prize. */
const UNRANKED_SHOWN = 30

interface Names {
  actorId: string
  of(accountId: string | null, unitId: string | null): { name: string; unitName: string }
  staff(accountId: string): string
}

/** A list of winners as the page shows it: names masked, everything else said. */
@Injectable()
export class WinnerView {
  constructor(
    private readonly lists: WinnerLists,
    private readonly people: WinnerPeopleRepository,
    private readonly versions: VersionRepository,
    private readonly accounts: AccountsService,
    private readonly units: UnitsService,
    private readonly forms: CertificateForms,
  ) {}

  async show(actorId: string, contestId: string, listName: string) {
    const worked = await this.lists.work(contestId, listName)
    const { list, winners } = await this.lists.stored(worked)
    const unranked = await this.unrankedOf(worked)
    const signers = list ? [list.firstSignedBy, list.secondSignedBy] : []
    const names = await this.namesFor(actorId, worked, winners, unranked, signers)
    const stored = { state: list?.state ?? ('proposed' as const), winners }
    const changes = list ? changesOf(worked, stored) : []
    const used = list ? await this.lists.find(list.versionId) : null
    const live = winners.filter(stays)
    const signatures = [
      { by: list?.firstSignedBy, at: list?.firstSignedAt },
      { by: list?.secondSignedBy, at: list?.secondSignedAt },
    ]
    return {
      kind: worked.key.kind,
      title: worked.title,
      roundId: worked.key.roundId,
      state: list?.state ?? null,
      revision: list?.revision ?? 0,
      version: presentHead(used),
      newest: presentHead(worked.version),
      signatures: signatures.flatMap(({ by, at }) =>
        by && at ? [{ byName: names.staff(by), isMe: by === actorId, at: at.toISOString() }] : [],
      ),
      publishedAt: list?.publishedAt?.toISOString() ?? null,
      lines: this.linesOf(worked, list ? live : null, winners, names),
      skipped: [...this.skippedOf(worked, names), ...unranked.map((row) => this.unrankedPerson(row, names))],
      leaving: winners
        .filter((winner) => holdsPlace(winner.state) && !stays(winner))
        .map((winner) => ({ ...present(winner, winners, names), tier: winner.tier, table: winner.tableCode })),
      ended: winners.filter(({ state }) => !holdsPlace(state)).map((winner) => present(winner, winners, names)),
      changes: changes.map(({ accountId, from, to }) => {
        const isUnit = worked.key.kind === 'collective'
        const { name } = isUnit ? names.of(null, accountId.split(' ')[0] ?? null) : names.of(accountId, null)
        return { name, from, to }
      }),
      movedCount: list ? movedFigures(worked, winners).length : 0,
      obstacles: obstaclesOf(worked, stored),
      form: await this.forms.shown(contestId, keyOf(worked.key)),
    }
  }

  /** Lines as the contest has them, with stored winners, or with those who would be proposed; lines that are no more come last. */
  private linesOf(worked: Worked, live: WinnerEntity[] | null, all: readonly WinnerEntity[], names: Names) {
    const lines = worked.lines.map((line) => ({
      ...lineHead(line),
      winners: live
        ? live.filter(({ lineKey }) => lineKey === line.key).map((winner) => present(winner, all, names))
        : line.winners.map((winner) => proposed({ ...winner, id: `${winner.accountId ?? winner.unitId}` }, names)),
      waiting: line.waiting.map(({ ids, seats }) => ({
        seats,
        count: ids.length,
        names: ids.slice(0, NAMED).map((id) => (worked.desk ? names.of(id, null) : names.of(null, id)).name),
      })),
      openSeats: line.openSeats,
      openBecause: line.openSeats > 0 ? line.reach : null,
      next: this.nextOf(worked, line, names),
    }))
    const known = new Set(lines.map(({ key }) => key))
    const gone = (live ?? []).filter(({ lineKey }) => !known.has(lineKey))
    return [
      ...lines,
      ...gone.map((winner) => ({
        key: winner.lineKey,
        tier: winner.tier,
        reward: winner.reward,
        table: winner.tableCode,
        count: 0,
        winners: [present(winner, all, names)],
        waiting: [],
        openSeats: 0,
        openBecause: null,
        next: [],
      })),
    ]
  }

  private nextOf({ desk, key }: Worked, line: WorkedLine, names: Names) {
    if (!desk) return []
    return nextInLine(desk.input, desk.done, key.roundId ?? 'total', line.table, NEXT_SHOWN).map(
      ({ accountId, rank, orderNo }) => ({
        accountId,
        ...names.of(accountId, null),
        rank,
        orderNo,
        points: desk.rowBy.get(accountId)?.points ?? 0,
      }),
    )
  }

  private skippedOf({ desk, key }: Worked, names: Names) {
    if (!desk) return []
    return desk.done.skipped
      .filter(({ list }) => list === (key.roundId ?? 'total'))
      .map(({ accountId, rank, reasons }) => {
        const table = desk.rowBy.get(accountId)?.table ?? null
        return { accountId, ...names.of(accountId, null), table, rank, reasons }
      })
  }

  private unrankedPerson({ accountId, table, reason }: UnrankedRow, names: Names) {
    return { accountId, ...names.of(accountId, null), table, rank: null, reasons: [{ reason, note: null }] }
  }

  private async unrankedOf(worked: Worked): Promise<UnrankedRow[]> {
    if (!worked.version) return []
    const reached = reachedPoints(
      worked.lines.map(({ table, openSeats, winners, waiting }) => ({
        table,
        openSeats,
        points: [
          ...winners.map(({ points }) => points ?? 0),
          ...waiting.flatMap(({ ids }) => ids.map((id) => worked.desk?.rowBy.get(id)?.points ?? 0)),
        ],
      })),
    )
    const found = new Map<string, UnrankedRow>()
    for (const [table, points] of reached)
      for (const row of await this.versions.unranked(worked.version.id, table, points, UNRANKED_SHOWN))
        found.set(row.accountId, row)
    return [...found.values()].sort((a, b) => byCodeUnits(a.table ?? '', b.table ?? '') || b.points - a.points)
  }

  private async namesFor(
    actorId: string,
    worked: Worked,
    winners: readonly WinnerEntity[],
    unranked: readonly { accountId: string; unitId: string | null }[],
    staffIds: readonly (string | null)[],
  ): Promise<Names> {
    const byUnit = await this.units.byId()
    const ids = new Set<string>()
    for (const { accountId } of [...winners, ...unranked]) if (accountId) ids.add(accountId)
    for (const id of this.reachedBy(worked)) ids.add(id)
    const people = await this.people.byId([...ids])
    const staff = new Map<string, string>()
    const acting = winners.flatMap(({ identity, handOver, request }) => [identity?.by, handOver?.by, request?.by])
    for (const id of new Set([...staffIds, ...acting])) if (id) staff.set(id, (await this.accounts.demand(id)).fullName)
    const unitOf = new Map(
      [...(worked.desk?.rowBy.values() ?? []), ...unranked].map((row) => [row.accountId, row.unitId]),
    )
    const unitName = (unitId: string | null | undefined) => (unitId ? (byUnit.get(unitId)?.name ?? '') : '')
    return {
      actorId,
      of: (accountId, unitId) => {
        if (unitId !== null) return { name: unitName(unitId), unitName: '' }
        const person = people.get(accountId ?? '')
        return { name: maskedName(person), unitName: unitName(unitOf.get(accountId ?? '') ?? person?.unitId) }
      },
      staff: (accountId) => staff.get(accountId) ?? '',
    }
  }

  private *reachedBy({ desk, lines, key }: Worked): Iterable<string> {
    if (!desk) return
    for (const line of lines) {
      for (const { accountId } of line.winners) if (accountId) yield accountId
      for (const { ids } of line.waiting) yield* ids.slice(0, NAMED)
      for (const next of nextInLine(desk.input, desk.done, key.roundId ?? 'total', line.table, NEXT_SHOWN))
        yield next.accountId
    }
    for (const { accountId } of desk.done.skipped) yield accountId
  }
}

export function maskedName(person: WinnerPerson | undefined): string {
  return person ? displayName(person.fullName, 'masked', '') : ''
}

function lineHead({ key, tier, reward, table, count }: WorkedLine) {
  return { key, tier, reward, table, count }
}

function presentHead(head: VersionHead | null) {
  return head && { number: head.number, isFinal: head.isFinal, at: head.at.toISOString() }
}

function present(winner: WinnerEntity, all: readonly WinnerEntity[], names: Names) {
  const { identity, handOver, replacesId, request } = winner
  const before = all.find(({ id }) => id === replacesId)
  return {
    ...proposed(winner, names),
    state: winner.state,
    replacesName: before ? names.of(before.accountId, before.unitId).name : null,
    reason: winner.reason,
    request: request && {
      act: request.act,
      reason: request.reason,
      byName: names.staff(request.by),
      isMine: request.by === names.actorId,
      at: request.at,
    },
    identity: identity && {
      at: identity.at,
      byName: names.staff(identity.by),
      seen: identity.seen,
      lastDigits: identity.lastDigits,
    },
    nameChoice: winner.nameChoice,
    publishedName: winner.publishedName,
    handOver: handOver && { ...handOver, byName: names.staff(handOver.by) },
    certificateCode: winner.certificateCode,
    certificateWithdrawnReason: winner.certificateWithdrawnReason,
  }
}

/** Somebody who would be proposed: nothing is stored of it yet. */
function proposed(
  winner: Pick<WinnerEntity, 'id' | 'accountId' | 'unitId' | 'rank' | 'orderNo' | 'points'>,
  names: Names,
) {
  const { id, accountId, unitId, rank, orderNo, points } = winner
  return {
    id,
    state: 'proposed' as const,
    accountId,
    unitId,
    ...names.of(accountId, unitId),
    rank,
    orderNo,
    points,
    replacesName: null as string | null,
    reason: null as string | null,
    request: null as (Omit<NonNullable<WinnerEntity['request']>, 'by'> & { byName: string; isMine: boolean }) | null,
    identity: null as {
      at: string
      byName: string
      seen: NonNullable<WinnerEntity['identity']>['seen']
      lastDigits: string | null
    } | null,
    nameChoice: null as WinnerEntity['nameChoice'],
    publishedName: null as string | null,
    handOver: null as (Omit<NonNullable<WinnerEntity['handOver']>, 'by'> & { byName: string }) | null,
    certificateCode: null as string | null,
    certificateWithdrawnReason: null as string | null,
  }
}
