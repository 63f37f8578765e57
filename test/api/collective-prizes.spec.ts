import { COLLECTIVE_PRESETS, type CollectivePlan } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { makeContest, type Story, takePart } from '../support/story'

const stage = useStage()
let organizer: Client
let second: Client
let story: Story
let early: Story

const show = (contestId = story.contestId) => organizer.get('collectivePrizes', { params: { contestId } })
const save = (plan: CollectivePlan) =>
  organizer.get('saveCollectivePlan', { params: { contestId: story.contestId }, body: plan })
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
    expect(awards.map(({ unitIds }) => unitIds.length)).toEqual([1, 1, 0, 0, 0])
  })

  it('winners of the plan go the same way: proposed, signed by two, published', async () => {
    await organizer.get('closeRound', { params: { roundId: story.roundId } })
    await stage.database.pool.query(
      `UPDATE round SET opens_at = now() - interval '1 hour', closes_at = now() - interval '1 minute', revision = revision + 1 WHERE id = $1`,
      [story.roundId],
    )
    const proposed = await organizer.get('proposeWinners', { params: list(), body: { revision: 0 } })
    expect(proposed.lines.map(({ winners, openSeats }) => winners[0]?.name ?? openSeats)).toEqual([
      'Huyện Tiên Phước',
      'Thành phố Hội An',
      1,
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

  it('equal units wait for a draw, and take the one that the contest has done', async () => {
    const tied = {
      ...COLLECTIVE_PRESETS['most-and-rate'],
      tieBreak: [],
      prizes: [{ tier: 'first', reward: { vi: '', en: '' }, by: 'participants', place: 1, sizeClass: null }],
    } as unknown as CollectivePlan
    const other = await makeContest(organizer)
    const params = { contestId: other.contestId }
    for (const unitId of [stage.units.communes[0], stage.units.communes[2]]) {
      const client = await stage.client('contestant')
      await stage.database.pool.query(`UPDATE account SET unit_id = $2 WHERE id = $1`, [
        client.person.accountId,
        unitId,
      ])
      await takePart(client, other, 5)
    }
    const waiting = await organizer.get('saveCollectivePlan', { params, body: tied })
    expect([waiting.draw, waiting.awards]).toEqual([
      null,
      [{ prize: 0, unitIds: [...stage.units.districts].sort(), drawnAmong: [] }],
    ])
    const shown = await organizer.get('winnerList', { params: { ...params, list: 'collective' } })
    expect([shown.lines[0]?.waiting[0]?.count, shown.obstacles]).toEqual([
      2,
      expect.arrayContaining(['waiting-for-draw']),
    ])

    // What a draw of the round leaves behind; the draw itself is told in the spec of results.
    await stage.database.pool.query(
      `INSERT INTO result_draw (scope_id, contest_id, round_id, randomness, drawn_at) VALUES ($1, $2, $1, $3, now())
       ON CONFLICT (scope_id) DO UPDATE SET randomness = excluded.randomness, drawn_at = excluded.drawn_at`,
      [other.roundId, other.contestId, '5a'.repeat(32)],
    )
    const drawn = await show(other.contestId)
    expect(drawn.draw).toMatchObject({ scopeId: other.roundId, roundId: other.roundId })
    const [award] = drawn.awards
    expect(award?.unitIds).toEqual([award?.drawnAmong[0]])
    expect([...(award?.drawnAmong ?? [])].sort()).toEqual([...stage.units.districts].sort())
    const after = await organizer.get('winnerList', { params: { ...params, list: 'collective' } })
    expect([after.lines[0]?.waiting, after.lines[0]?.winners.length]).toEqual([[], 1])
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
