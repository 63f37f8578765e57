import { Injectable } from '@nestjs/common'
import { ProblemError } from '../../../kernel/problem-error.js'
import type { Transaction } from '../../../platform/db/transaction.js'
import { ContestsService, RoundsService } from '../../contests/index.js'
import { UnitsService } from '../../units/index.js'
import {
  drawAll,
  type DrawLine,
  drawList,
  lineBytes,
  type TiedLine,
  tiedLines,
  unitsScopeOf,
} from '../domain/draw-list.js'
import { NO_SECRET } from '../domain/verifiable-draw.js'
import { DrawRepository, type DrawScope } from '../infra/draw.repository.js'
import { ResultVersionsRepository } from '../infra/result-versions.repository.js'
import type { ResultDrawEntity } from '../infra/ruling.entities.js'

/** Lines that wait for the draw, or that it told apart. */
export interface ShownTies {
  count: number
  entries: (TiedLine & { name: string | null; order: number | null })[]
}

/** A page shows so many; the file has all. */
const SHOWN = 100
/** What was named never changes, and is asked for by many at the same moment. */
const REMEMBERED = 50

/** DW-8: the lists that draws stand on, as they are published before their randomness is known. */
@Injectable()
export class DrawLists {
  private readonly shown = new Map<string, Promise<ShownTies>>()

  constructor(
    private readonly draws: DrawRepository,
    private readonly versions: ResultVersionsRepository,
    private readonly rounds: RoundsService,
    private readonly contests: ContestsService,
    private readonly units: UnitsService,
  ) {}

  /** @throws ProblemError CONTEST.NOT_FOUND */
  async subjectOf(scopeId: string): Promise<DrawScope> {
    const [round] = await this.rounds.find([scopeId])
    if (round) return { scopeId, kind: 'round', contestId: round.contestId, roundId: round.id }
    const contestIds = await this.draws.contestIds()
    const ofUnits = contestIds.find((id) => unitsScopeOf(id) === scopeId)
    if (ofUnits) return { scopeId, kind: 'units', contestId: ofUnits, roundId: null }
    const contest = await this.contests.demand(scopeId)
    return { scopeId, kind: 'total', contestId: contest.id, roundId: null }
  }

  /** Everybody of a version, also those without a place. */
  async ofPeople(
    versionId: string,
    manager?: Transaction,
  ): Promise<{ lines: DrawLine[]; accountOf: Map<string, string> }> {
    const people = await this.versions.drawPeople(versionId, manager)
    return { lines: drawList(people), accountOf: new Map(people.map(({ code, accountId }) => [code, accountId])) }
  }

  /** The exact lines of the list, for whoever repeats the draw; public as soon as the source is. */
  async text(scopeId: string): Promise<string> {
    const draw = await this.draws.find(scopeId)
    if (!draw?.namedAt) throw new ProblemError('DRAW.LIST_LATER')
    return (await this.linesOf(draw)).map((line) => `${lineBytes(line).toString()}\n`).join('')
  }

  /** What the list ties together, with the drawn order once there is one; null before the list is published. */
  async ties(draw: ResultDrawEntity | null): Promise<ShownTies | null> {
    if (!draw?.namedAt) return null
    const key = `${draw.scopeId} ${draw.drawnAt?.toISOString() ?? ''}`
    const known = this.shown.get(key)
    if (known) return known
    const made = this.workOut(draw)
    this.shown.set(key, made)
    made.catch(() => this.shown.delete(key))
    for (const old of this.shown.keys()) {
      if (this.shown.size <= REMEMBERED) break
      this.shown.delete(old)
    }
    return made
  }

  /** The order in which a done draw named the units' entries, worked out again from what is public; null while there is none. */
  async unitOrder(contestId: string): Promise<ReadonlyMap<string, number> | null> {
    const draw = await this.draws.find(unitsScopeOf(contestId))
    return draw?.drawnAt ? orderOf(draw, draw.lines ?? []) : null
  }

  private async workOut(draw: ResultDrawEntity): Promise<ShownTies> {
    const lines = await this.linesOf(draw)
    const tied = tiedLines(lines)
    const order = draw.drawnAt ? orderOf(draw, lines) : null
    const byId = draw.kind === 'units' ? await this.units.byId() : null
    return {
      count: tied.length,
      entries: tied.slice(0, SHOWN).map((line) => ({
        ...line,
        name: byId?.get(unitOf(line.code))?.name ?? null,
        order: order?.get(line.code) ?? null,
      })),
    }
  }

  private async linesOf(draw: ResultDrawEntity): Promise<DrawLine[]> {
    if (draw.kind === 'units') return draw.lines ?? []
    return draw.versionId ? (await this.ofPeople(draw.versionId)).lines : []
  }
}

/** A unit's entry is named `<measure>/<unit>`. */
const unitOf = (code: string) => code.slice(code.indexOf('/') + 1)

function orderOf({ scopeId, secret, randomness }: ResultDrawEntity, lines: readonly DrawLine[]) {
  return drawAll({
    scope: scopeId,
    secret: secret ?? NO_SECRET,
    randomness: Buffer.from(randomness as string, 'hex'),
    lines,
  }).orderOf
}
