import { DEFAULT_CONTEST_RULES } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { useStage } from '../support/stage'
import { makeContest, type Story, takePart } from '../support/story'

const stage = useStage()
type Someone = Client & { person: Person }
let organizer: Someone
let second: Someone
let story: Story
let secondRoundId: string

/** Right items of eight in the first and the second round; null: stayed away. */
const RIGHT: [string, number, number | null][] = [
  ['Nguyễn An', 8, 5], // total 13
  ['Trần Bình', 7, 7], // total 14
  ['Lê Chi', 6, 6], // total 12
  ['Phạm Dung', 4, 8], // total 12
  ['Võ Em', 3, null], // total 3
]
const REWARD = { vi: 'Giấy khen', en: 'A certificate' }
const people: Someone[] = []

const list = (name: string) => ({ contestId: story.contestId, list: name })
const show = (name: string) => organizer.get('winnerList', { params: list(name) })
type Shown = Awaited<ReturnType<typeof show>>
const winnersOf = ({ lines }: Shown) =>
  lines.map(({ tier, winners }) => `${tier}: ${winners.map(({ accountId }) => nameOf(accountId)).join(', ')}`)
const nameOf = (accountId: string | null) =>
  people.find(({ person }) => person.accountId === accountId)?.person.fullName ?? '?'

/** Puts the end of a round into the past, a while apart from the other one. */
async function close(roundId: string, minutesAgo: number) {
  await organizer.get('closeRound', { params: { roundId } })
  await stage.database.pool.query(
    `UPDATE round SET opens_at = now() - make_interval(mins => $2 + 1), closes_at = now() - make_interval(mins => $2), revision = revision + 1
     WHERE id = $1`,
    [roundId, minutesAgo],
  )
}

async function publish(roundId: string) {
  const params = { roundId }
  const { version } = await organizer.get('closeResults', { params })
  await organizer.get('publishResults', { params, body: { versionId: version.id, withTies: true } })
}

/** Proposed, every identity seen, signed by two. */
async function lock(name: string) {
  const { revision } = await organizer.get('proposeWinners', { params: list(name), body: { revision: 0 } })
  expect(revision).toBe(1)
  for (const { id } of (await show(name)).lines.flatMap(({ winners }) => winners))
    await organizer.get('checkIdentity', { params: { winnerId: id }, body: { seen: ['id-card'] } })
  for (const who of [organizer, second])
    await who.get('signWinners', { params: list(name), body: { revision: (await show(name)).revision } })
  return show(name)
}

beforeAll(async () => {
  organizer = await stage.client('organizer')
  second = await stage.client('organizer')
  story = await makeContest(organizer, {
    rules: { ranking: [{ by: 'points' }, { by: 'draw' }] },
  })
  const { contest } = await organizer.get('contest', { params: { contestId: story.contestId } })
  const { id: _, isPublished: __, createdAt: ___, ...body } = contest
  await organizer.get('updateContest', {
    params: { contestId: story.contestId },
    body: {
      ...body,
      prizes: [
        { tier: 'first', count: 1, reward: REWARD },
        { tier: 'first', count: 1, reward: REWARD, scope: 'total' },
        { tier: 'second', count: 1, reward: REWARD, scope: 'total' },
      ],
      rules: {
        ...DEFAULT_CONTEST_RULES,
        onePrizeEach: true,
        total: { bestRounds: null, ranking: [{ by: 'points' }, { by: 'draw' }] },
      },
    },
  })
  for (const [name, right] of RIGHT) {
    const client = await stage.client('contestant', name)
    people.push(client)
    await takePart(client, story, right)
  }
  await close(story.roundId, 4)
  const { serverTime } = await organizer.get('serverTime')
  const round = await organizer.get('createRound', {
    params: { contestId: story.contestId },
    body: {
      ...story.roundBody,
      name: { vi: 'Đợt 2', en: 'Round 2' },
      opensAt: new Date(Date.parse(serverTime) - 5_000).toISOString(),
    },
  })
  secondRoundId = round.id
  await organizer.get('publishRound', { params: { roundId: secondRoundId } })
  for (const [index, [, , right]] of RIGHT.entries())
    if (right !== null) await takePart(people[index] as Someone, { ...story, roundId: secondRoundId }, right)
  await close(secondRoundId, 1)
  await stage.database.pool.query(`UPDATE account SET birth_date = '2000-05-01' WHERE role = 'contestant'`)
  // A round is remembered for a second.
  await new Promise((resolve) => setTimeout(resolve, 1_200))
}, 120_000)

describe('RS-9, WN-5: prizes of the rounds and of their total', () => {
  it('without results there is nothing to add up, and no prize of the total', async () => {
    const params = { contestId: story.contestId }
    expect((await organizer.call('closeTotal', { params })).status).toBe(409)
    expect((await show('total')).newest).toBeNull()
  })

  it('the total adds up both rounds', async () => {
    await publish(story.roundId)
    const params = { contestId: story.contestId }
    // RS-11: a running total may be looked at, and is the last word only with every round's.
    const early = await organizer.get('closeTotal', { params })
    const body = { versionId: early.version.id, withTies: true }
    expect(await organizer.refusal('publishTotal', { params, body })).toBe('RESULTS.ROUNDS_NOT_FINAL')
    expect((await show('total')).obstacles).toContain('rounds-not-final')
    await publish(secondRoundId)
    expect(await organizer.refusal('publishTotal', { params, body })).toBe('RESULTS.TOTAL_OUTDATED')
    expect((await show('total')).obstacles).toContain('total-outdated')
    const { version } = await organizer.get('closeTotal', { params })
    const { rows } = await organizer.get('resultRows', { params: { versionId: version.id }, query: {} })
    const placings = rows.map(({ accountId, points, rank }) => `${rank}. ${nameOf(accountId)}: ${points}`)
    // Equal people come in no order that means anything.
    expect(placings.sort()).toEqual([
      '1. Trần Bình: 14',
      '2. Nguyễn An: 13',
      '3. Lê Chi: 12',
      '3. Phạm Dung: 12',
      '5. Võ Em: 3',
    ])
    await organizer.get('publishTotal', { params, body: { versionId: version.id, withTies: true } })
  })

  it('with one prize each everybody keeps the highest, and what is freed goes on', async () => {
    // Bình would have first prizes of the total and of nothing else; An keeps round 1 and Dung round 2, both higher than the second of the
    // total, which goes on to Chi alone.
    expect(winnersOf(await show(story.roundId))).toEqual(['first: Nguyễn An'])
    expect(winnersOf(await show(secondRoundId))).toEqual(['first: Phạm Dung'])
    const total = await show('total')
    expect(winnersOf(total)).toEqual(['first: Trần Bình', 'second: Lê Chi'])
    expect(
      total.skipped.map(({ accountId, reasons }) => [nameOf(accountId), reasons.map(({ reason }) => reason)]),
    ).toEqual(expect.arrayContaining([['Nguyễn An', ['holds-higher-prize']]]))
  })

  it('locked lists keep it so: nobody has two prizes', async () => {
    const lists = [await lock(story.roundId), await lock(secondRoundId), await lock('total')]
    expect(lists.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed'])
    const winners = lists.flatMap(({ lines }) =>
      lines.flatMap((line) => line.winners.map(({ accountId }) => accountId)),
    )
    expect(winners.map(nameOf).sort()).toEqual(['Lê Chi', 'Nguyễn An', 'Phạm Dung', 'Trần Bình'].sort())
    expect(new Set(winners).size).toBe(4)
    for (const shown of await Promise.all([story.roundId, secondRoundId, 'total'].map(show)))
      expect([shown.changes, shown.obstacles]).toEqual([[], []])
  })

  it('who gives up a prize makes room for somebody who holds a lower one: people decide, and the lower one goes on', async () => {
    const [an] = (await show(story.roundId)).lines.flatMap(({ winners }) => winners)
    await organizer.get('endWinner', {
      params: { winnerId: an?.id as string },
      body: { outcome: 'declined', reason: 'Xin nhường giải' },
    })
    const round = await show(story.roundId)
    // Bình holds a higher prize that is locked; Chi, the next, holds a lower one that is locked too: people decide which one it is to be.
    expect(round.changes.map(({ name, from }) => [name, from === null])).toEqual(
      expect.arrayContaining([
        ['L. Chi', true],
        ['N. An', false],
      ]),
    )
    expect(round.obstacles).toEqual(['changes', 'holds-two'])
    expect(round.state).toBe('confirmed')
    const chi = (await show('total')).lines[1]?.winners[0]
    expect(nameOf(chi?.accountId ?? null)).toBe('Lê Chi')
    await organizer.get('endWinner', {
      params: { winnerId: chi?.id as string },
      body: { outcome: 'declined', reason: 'Nhận giải cao hơn của đợt 1' },
    })
    const again = await organizer.get('proposeWinners', {
      params: list(story.roundId),
      body: { revision: (await show(story.roundId)).revision, reason: 'Thay người xin nhường giải' },
    })
    expect([winnersOf(again), again.obstacles]).toEqual([['first: Lê Chi'], ['identities']])
    // An gave up a prize of the round, not that of the total, where An stands second.
    const total = await show('total')
    expect(total.changes.map(({ name, from }) => [name, from === null])).toEqual(
      expect.arrayContaining([
        ['N. An', true],
        ['L. Chi', false],
      ]),
    )
  })

  it('RS-12, WN-9: who is excluded from a round keeps the other points and gets no prize of the total; the signed list waits for people', async () => {
    const binh = people[1]?.person.accountId as string
    const ruling = await organizer.get('proposeRuling', {
      params: { roundId: secondRoundId },
      body: { ruling: { kind: 'exclude', accountId: binh }, reason: 'Thi hộ người khác' },
    })
    await second.get('decideRuling', { params: { rulingId: ruling.id }, body: { decision: 'approve' } })
    // Signed by two, outdated since: not published before people have looked.
    const signed = await show('total')
    expect([signed.state, signed.obstacles]).toEqual([
      'confirmed',
      expect.arrayContaining(['total-outdated', 'changes']),
    ])
    const publishing = { params: list('total'), body: { revision: signed.revision } }
    expect(await organizer.refusal('publishWinners', publishing)).toBe('WINNER.OUTDATED')
    const { version } = await organizer.get('closeTotal', { params: { contestId: story.contestId } })
    const { rows } = await organizer.get('resultRows', { params: { versionId: version.id }, query: {} })
    expect(rows.find(({ accountId }) => accountId === binh)).toMatchObject({ points: 7, name: 'T. Bình' })
    const shown = await show('total')
    expect(shown.skipped.find(({ accountId }) => accountId === binh)?.reasons).toContainEqual({
      reason: 'excluded',
      note: 'Đợt 2',
    })
    expect(shown.lines.flatMap(({ winners }) => winners.map(({ accountId }) => accountId))).toContain(binh)
    const done = await organizer.get('proposeWinners', {
      params: list('total'),
      body: { revision: shown.revision, reason: 'Theo quyết định loại' },
    })
    expect(done.leaving.map(({ name, request }) => [name, request?.act])).toContainEqual(['T. Bình', 'withdraw'])
    expect(winnersOf(done).join()).not.toContain('Trần Bình')
  })

  it('WN-9: who stays in place has the points of the results that the list is made from', async () => {
    const before = (await show(secondRoundId)).lines[0]?.winners[0]
    expect(nameOf(before?.accountId ?? null)).toBe('Phạm Dung')
    const { items } = await organizer.get('rulings', { params: { roundId: secondRoundId } })
    const ruling = await organizer.get('proposeRuling', {
      params: { roundId: secondRoundId },
      body: { ruling: { kind: 'strike', itemVersionId: items[0]?.itemVersionId as string }, reason: 'Câu sai đề' },
    })
    await second.get('decideRuling', { params: { rulingId: ruling.id }, body: { decision: 'approve' } })
    const outdated = await show(secondRoundId)
    expect([outdated.changes, outdated.movedCount, outdated.obstacles]).toEqual([[], 1, ['changes']])
    const call = { params: list(secondRoundId), body: { revision: outdated.revision } }
    expect(await organizer.refusal('proposeWinners', call)).toBe('WINNER.REASON_NEEDED')
    const body = { ...call.body, reason: 'Theo điểm mới' }
    const done = await organizer.get('proposeWinners', { params: list(secondRoundId), body })
    const after = done.lines[0]?.winners[0]
    expect([done.state, after?.id, after?.points]).toEqual(['proposed', before?.id, (before?.points ?? 0) - 1])
    const { rows } = await stage.database.pool.query(
      `SELECT detail FROM winner_event WHERE winner_id = $1 AND act = 'figures'`,
      [before?.id],
    )
    expect(rows[0]?.detail).toMatchObject({ before: { points: before?.points }, after: { points: after?.points } })
  })
})
