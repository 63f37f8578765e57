import { spawnSync } from 'node:child_process'
import type { ApiBody } from '@thiso/contracts'
import type { RoundRules } from '@thiso/contracts/vocab'
import type { Client } from './client'
import { at } from './place'
import { newHolder, type Paper } from './story'
import { addPaperItems, addUnitsBelow, markAsBeacon, recordAttempt, type Someone, setGuardian } from './rulebook-rows'
import { contestBody, roundBody, type Settings } from './rulebook-settings'
import type { Stage } from './stage'
import { inOrder, placeLine, type Row, tableOf } from './rulebook-table'

/** What a person does over HTTP between the start and the moment when the attempt gets its times of back then. */
export type During = (at: { client: Someone; paper: Paper; holder: string; roundId: string }) => Promise<void>

/**
 * A real contest played again: made over HTTP from its settings, its dates included. Every attempt is started over HTTP while the round is
 * moved to the present, so that its form, table and number are the platform's; then it gets the answers and times of its line of a table.
 */
export class Rulebook {
  readonly people = new Map<string, Someone>()
  contestId = ''
  bankId = ''
  roundIds: string[] = []
  private unitIds = new Map<string, string>()
  private bodies: ApiBody<'createRound'>[] = []

  private constructor(
    private readonly stage: Stage,
    readonly settings: Settings,
    readonly organizer: Someone,
    readonly second: Someone,
  ) {}

  static async make(stage: Stage, settings: Settings): Promise<Rulebook> {
    const organizer = await stage.client('organizer', 'Trần Thị Tổ Chức')
    const book = new Rulebook(stage, settings, organizer, await stage.client('administrator', 'Lý Văn Ký'))
    book.unitIds = await addUnitsBelow(stage.database.pool, stage.units.province, settings.units ?? [])
    book.bankId = await addPaperItems(stage.database.pool, settings.paper, settings.items ?? 'one-right')
    await book.addContest()
    for (const [unit, size] of Object.entries(settings.rosters ?? {}))
      await organizer.get('confirmRoster', {
        params: { contestId: book.contestId, unitId: book.unit(unit) },
        body: { size, confirmedBy: 'Bí thư' },
      })
    for (const round of settings.rounds) await book.addRound(...round)
    return book
  }

  unit(name: string): string {
    const id = this.unitIds.get(name)
    if (!id) throw new Error(`no unit ${name}`)
    return id
  }

  person(name: string): Someone {
    const person = this.people.get(name)
    if (!person) throw new Error(`no ${name}`)
    return person
  }

  /** Somebody with an account, made when first named. */
  async meet({ who, unit, age, guardian }: Pick<Row, 'who' | 'unit' | 'age' | 'guardian'>): Promise<Someone> {
    const known = this.people.get(who)
    if (known) return known
    const client = await this.stage.client('contestant', who)
    const { pool } = this.stage.database
    const { accountId } = client.person
    if (unit) await pool.query(`UPDATE account SET unit_id = $2 WHERE id = $1`, [accountId, this.unit(unit)])
    if (age)
      await pool.query(
        `UPDATE account SET birth_date = current_date - make_interval(years => $2, months => 1) WHERE id = $1`,
        [accountId, Number(age)],
      )
    if (guardian) await setGuardian(pool, accountId, guardian)
    this.people.set(who, client)
    return client
  }

  /** Moves a round to the present for what is done over HTTP, and back to its own dates. */
  async inThePresent<T>(index: number, act: (roundId: string) => Promise<T>): Promise<T> {
    const roundId = this.round(index)
    const { opensAt, closesAt } = this.bodies[index] as ApiBody<'createRound'>
    const now = Date.parse((await this.organizer.get('serverTime')).serverTime)
    const at = (ms: number) => new Date(now + ms).toISOString()
    // Two days more, so that a next day lies within the round.
    await this.move(index, at(-3_600_000), at(2 * 86_400_000))
    try {
      return await act(roundId)
    } finally {
      await this.move(index, opensAt, closesAt)
    }
  }

  start(client: Client, index: number, holder = newHolder()) {
    return client.call('startAttempt', { params: { roundId: this.round(index) }, body: { holder } })
  }

  /** Takes the attempts of a table one after the other, in its order. */
  async play(index: number, table: string, during: Readonly<Record<string, During>> = {}): Promise<void> {
    const { opensAt, closesAt } = this.bodies[index] as ApiBody<'createRound'>
    const round = {
      opensAt: Date.parse(opensAt),
      closesAt: Date.parse(closesAt),
      limitS: this.settings.round.timeLimitMin * 60,
    }
    const waiting = new Map(Object.entries(during))
    await this.inThePresent(index, async (roundId) => {
      for (const row of tableOf(table)) {
        const client = await this.meet(row)
        const holder = newHolder()
        const paper = (await this.start(client, index, holder)).body
        const act = waiting.get(row.who)
        waiting.delete(row.who)
        await act?.({ client, paper, holder, roundId })
        await recordAttempt(this.stage.database.pool, paper.attempt.attemptId, row, round)
      }
    })
    if (waiting.size > 0) throw new Error(`not in the table: ${[...waiting.keys()].join(', ')}`)
  }

  /** Works the results of a round out. */
  async close(index: number) {
    return (await this.organizer.get('closeResults', { params: { roundId: this.round(index) } })).version
  }

  async publish(index: number, withTies = false): Promise<void> {
    const params = { roundId: this.round(index) }
    const { versions } = await this.organizer.get('results', { params })
    await this.organizer.get('publishResults', { params, body: { versionId: versions[0]?.id as string, withTies } })
  }

  /** The newest standings of a round or of the total, a line for each person: `[table] place name`. */
  async places(index: number | 'total'): Promise<string[]> {
    const { versions } =
      index === 'total'
        ? await this.organizer.get('total', { params: { contestId: this.contestId } })
        : await this.organizer.get('results', { params: { roundId: this.round(index) } })
    const { rows } = await this.organizer.get('resultRows', {
      params: { versionId: versions[0]?.id as string },
      query: { size: 100 },
    })
    return inOrder(
      rows.map(({ table, rank, unrankedReason, accountId }) =>
        placeLine(table, `${rank ?? unrankedReason}`, this.nameOf(accountId)),
      ),
    )
  }

  /** Out of the ranking: proposed by one, approved by another. */
  async exclude(index: number, name: string, reason: string): Promise<void> {
    const { id: rulingId } = await this.organizer.get('proposeRuling', {
      params: { roundId: this.round(index) },
      body: { ruling: { kind: 'exclude', accountId: this.person(name).person.accountId }, reason },
    })
    await this.second.get('decideRuling', { params: { rulingId }, body: { decision: 'approve' } })
  }

  async makeOrganizer(name: string): Promise<void> {
    await this.second.get('setRole', {
      params: { accountId: this.person(name).person.accountId },
      body: { role: 'organizer', reason: 'Được cử vào ban tổ chức' },
    })
  }

  /** A draw from its announcement to its result, with a round of the beacon whose signature is known. */
  async draw(scopeId: string): Promise<void> {
    const params = { scopeId }
    const { serverTime } = await this.organizer.get('serverTime')
    const at = new Date(Date.parse(serverTime) + 120_000).toISOString()
    await this.organizer.get('nameDraw', { params, body: { kind: 'beacon', at } })
    const entry = await markAsBeacon(this.stage.database.pool, scopeId)
    await this.organizer.get('enterDraw', { params, body: { entry } })
    await this.second.get('confirmDraw', { params, body: { entry } })
  }

  /** These people in the order in which the draw named them, worked out by the script that anybody may run, from what is public. */
  async drawn(index: number, names: readonly string[]): Promise<string[]> {
    const params = { roundId: this.round(index) }
    const script = at('docs/huong-dan/boc-tham.mjs')
    const address = `${this.stage.api.url}/api/rounds/${params.roundId}/draw`
    const { status, stdout } = spawnSync(process.execPath, [script, address, '--khong-mang'], { encoding: 'utf8' })
    expect(status).toBe(0)
    const order = new Map(
      [...stdout.matchAll(/ {2}([0-9a-f]{20}) {2}#(\d+)/g)].map(([, code, place]) => [code, Number(place)]),
    )
    const { versions } = await this.organizer.get('results', { params })
    const versionId = versions[0]?.id as string
    const { rows } = await this.organizer.get('resultRows', { params: { versionId }, query: { size: 100 } })
    return rows
      .filter(({ accountId }) => names.includes(this.nameOf(accountId)))
      .sort((a, b) => (order.get(a.code) as number) - (order.get(b.code) as number))
      .map(({ accountId }) => this.nameOf(accountId))
  }

  /** Adds the published rounds up, and publishes the sum. */
  async closeTotal(): Promise<void> {
    const params = { contestId: this.contestId }
    const { version } = await this.organizer.get('closeTotal', { params })
    await this.organizer.get('publishTotal', { params, body: { versionId: version.id } })
  }

  /** The list of a round, of the total or of units as it would be proposed now. */
  list(list: number | 'total' | 'collective') {
    return this.organizer.get('winnerList', { params: this.listParams(list) })
  }

  /** Proposed, everybody's identity seen, signed by two, published; what everybody then reads: `tier [table]`, names. */
  async award(list: number | 'total' | 'collective'): Promise<[prize: string, names: string[]][]> {
    const params = this.listParams(list)
    const { lines } = await this.organizer.get('proposeWinners', { params, body: { revision: 0 } })
    if (list !== 'collective')
      for (const { id } of lines.flatMap(({ winners }) => winners))
        await this.organizer.get('checkIdentity', { params: { winnerId: id }, body: { seen: ['id-card'] } })
    for (const who of [this.organizer, this.second]) {
      const { revision } = await this.list(list)
      await who.get('signWinners', { params, body: { revision } })
    }
    const { revision } = await this.list(list)
    await this.organizer.get('publishWinners', { params, body: { revision } })
    const { lists } = await this.stage
      .guest()
      .get('publicWinners', { params: { roundId: this.round(typeof list === 'number' ? list : 0) } })
    const shown = lists.find(({ kind }) => kind === (typeof list === 'number' ? 'round' : list))
    return (shown?.prizes ?? []).map(({ tier, table, winners }) => [
      table ? `${tier} ${table}` : tier,
      winners.map(({ name }) => name),
    ])
  }

  /** Lists mask names: who it is, the stage knows. */
  nameOf(accountId: string): string {
    for (const { person } of this.people.values()) if (person.accountId === accountId) return person.fullName
    throw new Error(`nobody has the account ${accountId}`)
  }

  round(index: number): string {
    const id = this.roundIds[index]
    if (!id) throw new Error(`no round ${index}`)
    return id
  }

  private listParams(list: number | 'total' | 'collective') {
    return { contestId: this.contestId, list: typeof list === 'number' ? this.round(list) : list }
  }

  private async move(index: number, opensAt: string, closesAt: string): Promise<void> {
    const roundId = this.round(index)
    await this.stage.database.pool.query(
      `UPDATE round SET opens_at = $2, closes_at = $3, revision = revision + 1 WHERE id = $1`,
      [roundId, opensAt, closesAt],
    )
    // The same settings once more: whoever remembers the round forgets it.
    const body = { ...(this.bodies[index] as ApiBody<'createRound'>), opensAt, closesAt }
    await this.organizer.get('updateRound', { params: { roundId }, body })
  }

  private async addContest(): Promise<void> {
    const body = contestBody(this.settings, `cuoc-thi-${this.bankId.slice(0, 8)}`, (name) => this.unit(name))
    this.contestId = (await this.organizer.get('createContest', { body })).id
    const params = { contestId: this.contestId }
    await this.organizer.get('publishContest', { params, body: { isPublished: true } })
  }

  /** A further round with the contest's usual settings, or others. */
  async addRound(name: string, opensAt: string, closesAt: string, rules: Partial<RoundRules> = {}): Promise<void> {
    const body = roundBody(this.settings, this.bankId, [name, opensAt, closesAt], rules)
    const { id } = await this.organizer.get('createRound', { params: { contestId: this.contestId }, body })
    await this.organizer.get('publishRound', { params: { roundId: id } })
    this.roundIds.push(id)
    this.bodies.push(body)
  }
}

/** Answers a paper over HTTP, whatever is right, and hands it in. */
export async function answerEverything(
  { client, paper, holder }: Parameters<During>[0],
  { guess = null as number | null } = {},
): Promise<void> {
  const params = { attemptId: paper.attempt.attemptId }
  const responses = paper.items.map(({ position, options }) => ({
    seq: position,
    position,
    answer: options[0]?.token as string,
  }))
  if (guess !== null) responses.push({ seq: paper.items.length + 1, position: 0, answer: String(guess) })
  await client.get('saveResponses', { params, body: { holder, responses } })
  await client.get('submitAttempt', { params, body: { holder } })
}
