import { COLLECTIVE_PRESETS, type CollectivePlan } from '@thiso/contracts/vocab'
import { type DrawLine, drawAll, listRoot, unitsScopeOf } from '../../api/src/modules/results/domain/draw-list'
import { commitmentTo } from '../../api/src/modules/results/domain/verifiable-draw'
import type { Client } from '../support/client'
import { markAsBeacon } from '../support/rulebook-rows'
import { eventually, useStage } from '../support/stage'
import { makeContest, type Story, takePart } from '../support/story'

const stage = useStage()
let organizer: Client
let second: Client
let story: Story
let early: Story

const show = (contestId = story.contestId) => organizer.get('collectivePrizes', { params: { contestId } })
/** People have taken part: by two. */
const save = async (plan: CollectivePlan, contestId = story.contestId) => {
  const params = { contestId }
  await organizer.get('amendCollectivePlan', { params, body: { plan, reason: 'Bổ sung cơ cấu giải tập thể' } })
  const { amendments } = await organizer.get('amendments', { params })
  const amendmentId = amendments.find(({ state }) => state === 'proposed')?.id as string
  await second.get('decideAmendment', { params: { amendmentId }, body: { isApproved: true } })
  return show(contestId)
}
const publishResults = async (roundId: string) => {
  // A round is remembered for a second.
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  const { version } = await organizer.get('closeResults', { params: { roundId } })
  await organizer.get('publishResults', { params: { roundId }, body: { versionId: version.id, withTies: true } })
  return version
}
const list = () => ({ contestId: story.contestId, list: 'collective' })

beforeAll(async () => {
  organizer = await stage.client('organizer')
  second = await stage.client('organizer')
  story = await makeContest(organizer)
  early = await makeContest(organizer, { opensInS: 3_600 })
  // Tiên Phước: three people, 8, 7 and 6 of 8; Hội An: two, all right.
  for (const [index, right] of [8, 7, 6, 8, 8].entries()) {
    const client = await stage.client('contestant')
    await stage.database.pool.query(`UPDATE account SET unit_id = $2 WHERE id = $1`, [
      client.person.accountId,
      stage.units.communes[index < 3 ? index % 2 : 2],
    ])
    await takePart(client, story, right)
  }
})

describe('WN-6: rosters', () => {
  const confirm = (contestId: string, unitId: string, body: { size: number; confirmedBy: string; reason?: string }) =>
    organizer.call('confirmRoster', { params: { contestId, unitId }, body })

  it('are confirmed before the first round opens', async () => {
    const unitId = stage.units.districts[0] as string
    expect((await confirm(early.contestId, unitId, { size: 120, confirmedBy: 'Bí thư Huyện đoàn' })).status).toBe(200)
    const unit = (await show(early.contestId)).units.find((one) => one.unitId === unitId)
    expect(unit).toMatchObject({ roster: 120, rosterConfirmedBy: 'Bí thư Huyện đoàn', isRosterLate: false })
  })

  it('later only with a reason, and the page says so', async () => {
    const [tienPhuoc, hoiAn] = stage.units.districts as [string, string]
    const body = { size: 10, confirmedBy: 'Phó bí thư' }
    expect((await confirm(story.contestId, tienPhuoc, body)).code).toBe('ROSTER.REASON_NEEDED')
    await confirm(story.contestId, tienPhuoc, { ...body, reason: 'Nhập bổ sung' })
    await confirm(story.contestId, hoiAn, { size: 4, confirmedBy: 'Phó bí thư', reason: 'Nhập bổ sung' })
    const { units } = await show()
    expect(units.map(({ roster, isRosterLate }) => [roster, isRosterLate])).toEqual(
      expect.arrayContaining([
        [10, true],
        [4, true],
      ]),
    )
    const { rows } = await organizer.get('auditEntries', { query: { q: 'roster.confirmed' } })
    expect(rows.length).toBeGreaterThanOrEqual(3)
  })

  it('of a unit that is not there, or of nobody, are refused', async () => {
    const body = { size: 10, confirmedBy: 'Ai đó' }
    expect((await confirm(early.contestId, story.roundId, body)).code).toBe('UNIT.NOT_FOUND')
    expect((await confirm(early.contestId, stage.units.districts[0] as string, { ...body, size: 0 })).code).toBe(
      'REQUEST.INVALID',
    )
  })
})

describe('WN-7: units are judged by the plan, and every number opens to its parts', () => {
  it('by number, rate, and quality that is drawn toward the mean', async () => {
    const { units, awards, meanShare } = await save({
      ...COLLECTIVE_PRESETS['number-and-rate-2019'],
      shrinkage: 5,
      weights: { participants: 1, rate: 1, quality: 2 },
      // Of two units none has a third place.
      prizes: COLLECTIVE_PRESETS['number-and-rate-2019'].prizes.filter(({ place }) => place < 3),
    } as unknown as CollectivePlan)
    const of = (name: string) => units.find(({ unitName }) => unitName === name)
    // Shares: 1, 0.875, 0.75 in one unit; 1 and 1 in the other: 4.625 over 5.
    expect(meanShare).toBeCloseTo(0.925)
    const tienPhuoc = of('Huyện Tiên Phước')
    const hoiAn = of('Thành phố Hội An')
    expect(tienPhuoc).toMatchObject({ participants: 3, firstAttempts: 3, shareSum: 2.625, measures: { rate: 0.3 } })
    expect(tienPhuoc?.measures.quality).toBeCloseTo((2.625 + 5 * 0.925) / 8)
    expect(hoiAn).toMatchObject({ participants: 2, shareSum: 2, measures: { rate: 0.5 } })
    // Number 100 and 66.67, rate 60 and 100, quality of the best 100; weights 1, 1, 2.
    const quality = 100 * ((2.625 + 5 * 0.925) / 8 / ((2 + 5 * 0.925) / 7))
    expect(tienPhuoc?.formula).toBeCloseTo((100 + 60 + 2 * quality) / 4)
    expect(hoiAn?.formula).toBeCloseTo((200 / 3 + 100 + 200) / 4)
    // First by number, then second by number; the rest find nobody who has no prize yet.
    expect(awards.map(({ unitIds }) => unitIds.length)).toEqual([1, 1, 0, 0])
  })

  it('winners of the plan go the same way: proposed, signed by two, published', async () => {
    await organizer.get('closeRound', { params: { roundId: story.roundId } })
    await stage.database.pool.query(
      `UPDATE round SET opens_at = now() - interval '1 hour', closes_at = now() - interval '1 minute', revision = revision + 1 WHERE id = $1`,
      [story.roundId],
    )
    await publishResults(story.roundId)
    const proposed = await organizer.get('proposeWinners', { params: list(), body: { revision: 0 } })
    expect(proposed.lines.map(({ winners, openSeats }) => winners[0]?.name ?? openSeats)).toEqual([
      'Huyện Tiên Phước',
      'Thành phố Hội An',
      1,
      1,
    ])
    expect(proposed.obstacles).toEqual([])
    const once = await organizer.get('signWinners', { params: list(), body: { revision: proposed.revision } })
    const twice = await second.get('signWinners', { params: list(), body: { revision: once.revision } })
    expect(twice.state).toBe('confirmed')
    await second.get('publishWinners', { params: list(), body: { revision: twice.revision } })
    const { lists } = await stage.guest().get('publicWinners', { params: { roundId: story.roundId } })
    expect(lists.map(({ kind, prizes }) => [kind, prizes.map(({ winners }) => winners[0]?.name)])).toEqual([
      ['collective', ['Huyện Tiên Phước', 'Thành phố Hội An']],
    ])
  })

  it('a plan that names no unit, or a place below one, is refused', async () => {
    const plan = COLLECTIVE_PRESETS['most-and-rate'] as unknown as CollectivePlan
    const params = { contestId: story.contestId }
    expect(await organizer.refusal('saveCollectivePlan', { params, body: { ...plan, unitKinds: [] } })).toBe(
      'REQUEST.INVALID',
    )
    const prizes = plan.prizes.map((prize) => ({ ...prize, place: 0 }))
    expect(await organizer.refusal('saveCollectivePlan', { params, body: { ...plan, prizes } })).toBe('REQUEST.INVALID')
  })
})

describe('DW-8, DW-9, WN-7: a draw among units where no person is tied', () => {
  const PLAN = {
    ...COLLECTIVE_PRESETS['most-and-rate'],
    tieBreak: [],
    prizes: [{ tier: 'first', reward: { vi: '', en: '' }, by: 'participants', place: 1, sizeClass: null }],
  } as unknown as CollectivePlan
  let other: Story
  const params = () => ({ contestId: other.contestId })
  const scope = () => ({ scopeId: unitsScopeOf(other.contestId) })
  const shownToAll = () => stage.guest().get('unitsDraw', { params: params() })
  const tomorrow = async () => {
    const { serverTime } = await organizer.get('serverTime')
    return new Date(Date.parse(serverTime) + 24 * 3_600_000).toISOString()
  }
  const names = async () => (await show(other.contestId)).units

  beforeAll(async () => {
    other = await makeContest(organizer)
    await eventually('the commitment', async () => (await shownToAll()).commitment)
    for (const [unitId, right] of [
      [stage.units.communes[0], 5],
      [stage.units.communes[2], 3],
    ] as const) {
      const client = await stage.client('contestant')
      await stage.database.pool.query(`UPDATE account SET unit_id = $2 WHERE id = $1`, [
        client.person.accountId,
        unitId,
      ])
      await takePart(client, other, right)
    }
  })

  it('waits for the end of every round, and is refused while nothing is tied', async () => {
    const at = await tomorrow()
    const name = () => organizer.refusal('nameDraw', { params: scope(), body: { kind: 'beacon', at } })
    expect(await name()).toBe('DRAW.UNITS_NOT_FINAL')
    await organizer.get('closeRound', { params: { roundId: other.roundId } })
    await stage.database.pool.query(
      `UPDATE round SET opens_at = now() - interval '1 hour', closes_at = now() - interval '1 minute', revision = revision + 1 WHERE id = $1`,
      [other.roundId],
    )
    const version = await publishResults(other.roundId)
    expect(await name()).toBe('DRAW.NOT_NEEDED')
    const waiting = await save(PLAN, other.contestId)
    expect(waiting.awards).toEqual([{ prize: 0, unitIds: [...stage.units.districts].sort(), drawnAmong: [] }])
    const list = await organizer.get('winnerList', { params: { ...params(), list: 'collective' } })
    expect([list.lines[0]?.waiting[0]?.count, list.obstacles]).toEqual([
      2,
      expect.arrayContaining(['waiting-for-draw']),
    ])
    // Nobody is tied, so the people of the round have nothing to draw.
    expect(version.tiedCount).toBe(0)
    expect(
      await organizer.refusal('nameDraw', { params: { scopeId: other.roundId }, body: { kind: 'beacon', at } }),
    ).toBe('DRAW.NOT_NEEDED')
    expect(await organizer.get('adminUnitsDraw', { params: params() })).toMatchObject({
      isFinal: true,
      tiedCount: 2,
      draw: { state: 'committed', isNeeded: true },
    })
  })

  it('publishes the list of the units, with its root, before the randomness is known', async () => {
    expect(await shownToAll()).toMatchObject({ kind: 'units', state: 'committed', ties: null, hasList: false })
    expect(await stage.guest().refusal('unitsDrawList', { params: params() })).toBe('DRAW.LIST_LATER')
    const both = await Promise.all(
      [organizer, second].map(async (who) =>
        who.call('nameDraw', { params: scope(), body: { kind: 'beacon', at: await tomorrow() } }),
      ),
    )
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    const draw = await shownToAll()
    expect(draw).toMatchObject({ state: 'named', hasList: true, secret: null, seed: null })
    expect(draw.ties?.entries.map(({ name, table, rank, order }) => [name, table, rank, order]).sort()).toEqual([
      ['Huyện Tiên Phước', 'participants', 1, null],
      ['Thành phố Hội An', 'participants', 1, null],
    ])
    expect(listRoot(await linesOf()).toString('hex')).toBe(draw.listRoot)
    const early = { params: scope(), body: { entry: '00' } }
    expect(await organizer.refusal('enterDraw', early)).toBe('DRAW.NOT_DUE')
    await expect(
      stage.database.pool.query(`UPDATE result_draw SET lines = '[]' WHERE scope_id = $1`, [scope().scopeId]),
    ).rejects.toThrow('append-only')
  })

  const linesOf = async () =>
    (await (await stage.guest().send('GET', `/api/contests/${other.contestId}/units-draw/list.txt`)).text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as DrawLine)

  it('gives the prize to the unit that anybody finds from what is published', async () => {
    const entry = await markAsBeacon(stage.database.pool, scope().scopeId)
    await organizer.get('enterDraw', { params: scope(), body: { entry } })
    expect(await organizer.refusal('confirmDraw', { params: scope(), body: { entry } })).toBe(
      'DRAW.SECOND_PERSON_NEEDED',
    )
    await second.get('confirmDraw', { params: scope(), body: { entry } })
    const draw = await shownToAll()
    const secret = Buffer.from(draw.secret as string, 'hex')
    expect(commitmentTo(draw.scopeId, secret).toString('hex')).toBe(draw.commitment)
    const randomness = Buffer.from(draw.randomness as string, 'hex')
    const again = drawAll({ scope: draw.scopeId, secret, randomness, lines: await linesOf() })
    expect(again.seed.toString('hex')).toBe(draw.seed)
    for (const { code, order } of draw.ties?.entries ?? []) expect(order).toBe(again.orderOf.get(code))
    const [first] = [...(draw.ties?.entries ?? [])].sort((a, b) => (a.order as number) - (b.order as number))
    const { awards } = await show(other.contestId)
    const winner = (await names()).find(({ unitId }) => unitId === awards[0]?.unitIds[0])
    expect([winner?.unitName, awards[0]?.drawnAmong.length]).toEqual([first?.name, 2])
    const list = await organizer.get('winnerList', { params: { ...params(), list: 'collective' } })
    expect([list.lines[0]?.waiting, list.lines[0]?.winners.map(({ name }) => name)]).toEqual([[], [first?.name]])
    expect((await organizer.get('adminUnitsDraw', { params: params() })).draw).toMatchObject({
      state: 'drawn',
      isNeeded: false,
    })
  })
})
