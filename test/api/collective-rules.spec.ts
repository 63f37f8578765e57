import { COLLECTIVE_PRESETS, type CollectivePlan } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { useStage } from '../support/stage'
import { makeContest, type Story, takePart } from '../support/story'

const stage = useStage()
let organizer: Client
let second: Client
let story: Story
const people: (Client & { person: Person })[] = []

const none = { vi: '', en: '' }
const prize = (by: 'participants' | 'quality', tier: 'first' | 'second' = 'first') => ({
  tier,
  reward: none,
  by,
  place: 1,
  sizeClass: null,
})
const PLAN = {
  ...COLLECTIVE_PRESETS['most-and-rate'],
  shrinkage: 0,
  prizes: [prize('participants'), prize('quality', 'second')],
} as unknown as CollectivePlan
const params = () => ({ contestId: story.contestId })
const list = () => ({ contestId: story.contestId, list: 'collective' })
const show = () => organizer.get('collectivePrizes', { params: params() })
const shown = async (index: number) =>
  (await show()).units.find(({ unitId }) => unitId === stage.units.districts[index])
const end = async () => {
  await organizer.get('closeRound', { params: { roundId: story.roundId } })
  await stage.database.pool.query(
    `UPDATE round SET opens_at = now() - interval '1 hour', closes_at = now() - interval '1 minute', revision = revision + 1 WHERE id = $1`,
    [story.roundId],
  )
  // A round is remembered for a second.
  await new Promise((resolve) => setTimeout(resolve, 1_200))
}
const publishResults = async () => {
  const { version } = await organizer.get('closeResults', { params: { roundId: story.roundId } })
  await organizer.get('publishResults', {
    params: { roundId: story.roundId },
    body: { versionId: version.id, withTies: true },
  })
}

beforeAll(async () => {
  organizer = await stage.client('organizer')
  second = await stage.client('administrator')
  story = await makeContest(organizer)
  await organizer.get('saveCollectivePlan', { params: params(), body: PLAN })
  // Two of the first district, the first of whom tries again; one of the second.
  for (const [index, right] of [2, 4, 6].entries()) {
    const client = await stage.client('contestant')
    people.push(client)
    await stage.database.pool.query(`UPDATE account SET unit_id = $2 WHERE id = $1`, [
      client.person.accountId,
      stage.units.communes[index < 2 ? 0 : 2],
    ])
    await takePart(client, story, right)
  }
  await takePart(people[0] as Client, story, 8)
})

describe('WN-7: a plan that no figures can keep is refused at its settings', () => {
  const save = async (part: Partial<CollectivePlan>) => {
    const fresh = await makeContest(organizer)
    const { status, problem } = (await organizer.call('saveCollectivePlan', {
      params: { contestId: fresh.contestId },
      body: { ...PLAN, ...part },
    })) as unknown as { status: number; problem?: { fields?: { path: string; code: string }[] } }
    return [status, problem?.fields?.map(({ path, code }) => `${path} ${code}`)]
  }

  it('an unknown class, classes that do not go up, weights that are all nought, a place behind the last unit or given twice', async () => {
    expect(
      await save({
        weights: { participants: 0, rate: 0, quality: 0 },
        sizeClasses: [
          { name: 'lớn', upTo: null },
          { name: 'nhỏ', upTo: 100 },
        ],
        prizes: [
          { ...prize('participants'), sizeClass: 'không có' },
          { ...prize('participants'), by: 'formula' },
          { ...prize('participants'), place: 500 },
          prize('quality'),
          prize('quality', 'second'),
        ],
      }),
    ).toEqual([
      409,
      [
        'sizeClasses.1.upTo classes_not_ascending',
        'prizes.0.sizeClass class_unknown',
        'prizes.1.by weights_missing',
        'prizes.2.place place_beyond',
        'prizes.4.place place_repeated',
      ],
    ])
  })
})

describe('WN-7, AM-2: once somebody has started, a plan changes only with a reason and a second person', () => {
  const other = { ...PLAN, minParticipants: 2 }

  it('one person alone is refused, also with an impossible one', async () => {
    expect(await organizer.refusal('saveCollectivePlan', { params: params(), body: other })).toBe(
      'COLLECTIVE.AMENDMENT_NEEDED',
    )
    const impossible = { ...PLAN, prizes: [{ ...prize('participants'), place: 900 }] }
    const body = { plan: impossible, reason: 'Thêm một giải nữa' }
    expect(await organizer.refusal('amendCollectivePlan', { params: params(), body })).toBe(
      'COLLECTIVE.PLAN_IMPOSSIBLE',
    )
  })

  it('what a second person approves holds and is public with before and after', async () => {
    const body = { plan: other, reason: 'Bớt đơn vị quá ít người' }
    await organizer.get('amendCollectivePlan', { params: params(), body })
    expect((await show()).plan.minParticipants).toBe(1)
    const { amendments } = await organizer.get('amendments', { params: params() })
    const decide = { params: { amendmentId: amendments[0]?.id as string }, body: { isApproved: true } }
    expect(await organizer.refusal('decideAmendment', decide)).toBe('AMENDMENT.OWN')
    await second.get('decideAmendment', decide)
    expect((await show()).plan.minParticipants).toBe(2)
    const contest = await stage.database.pool.query(`SELECT slug FROM contest WHERE id = $1`, [story.contestId])
    const told = await stage
      .guest()
      .get('publicAmendments', { params: { slug: (contest.rows[0] as { slug: string }).slug } })
    expect(told.amendments.map(({ changes, reason }) => [changes, reason])).toEqual([
      [[{ path: 'collectivePlan.minParticipants', before: 1, after: 2 }], 'Bớt đơn vị quá ít người'],
    ])
    // And back, so that the unit with one person compares below.
    await second.get('amendCollectivePlan', {
      params: params(),
      body: { plan: PLAN, reason: 'Trở lại như thể lệ ban đầu' },
    })
    const back = (await organizer.get('amendments', { params: params() })).amendments.find(
      ({ state }) => state === 'proposed',
    )
    await organizer.get('decideAmendment', {
      params: { amendmentId: back?.id as string },
      body: { isApproved: true },
    })
  })
})

describe('WN-7: figures of units follow the published results', () => {
  it('nothing is proposed before every round has published results', async () => {
    expect(await shown(0)).toMatchObject({ participants: 2, firstAttempts: 2, shareSum: 0.75 })
    await end()
    const propose = { params: list(), body: { revision: 0 } }
    expect(await organizer.refusal('proposeWinners', propose)).toBe('WINNER.NO_RESULTS')
    await organizer.get('closeResults', { params: { roundId: story.roundId } })
    expect(await organizer.refusal('proposeWinners', propose)).toBe('WINNER.RESULTS_NOT_FINAL')
    await publishResults()
    expect(await show()).toMatchObject({ isFinal: true, sources: [{ roundId: story.roundId, number: 1 }] })
  })

  it('rulings change the first attempts that quality is made of', async () => {
    const { items } = await organizer.get('rulings', { params: { roundId: story.roundId } })
    for (const { itemVersionId } of items) {
      const { id } = await organizer.get('proposeRuling', {
        params: { roundId: story.roundId },
        body: { ruling: { kind: 'all-right', itemVersionId }, reason: 'Câu sai đề bài' },
      })
      await second.get('decideRuling', { params: { rulingId: id }, body: { decision: 'approve' } })
    }
    expect(await shown(0)).toMatchObject({ firstAttempts: 2, shareSum: 2, measures: { quality: 1 } })
    expect(await shown(1)).toMatchObject({ firstAttempts: 1, shareSum: 1 })
    const csv = await (await organizer.send('GET', `/api/admin/contests/${story.contestId}/participation.csv`)).text()
    const meanShares = csv
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/[,;]/).at(-1)?.replaceAll('"', ''))
    expect(meanShares).toEqual(['100', '100'])
    for (const format of ['xlsx', 'pdf'])
      expect(
        (await organizer.send('GET', `/api/admin/contests/${story.contestId}/participation.${format}`)).status,
      ).toBe(200)
  })

  it('whoever is excluded or barred counts neither in number nor in quality', async () => {
    const { id } = await organizer.get('proposeRuling', {
      params: { roundId: story.roundId },
      body: { ruling: { kind: 'exclude', accountId: people[1]?.person.accountId as string }, reason: 'Thi hộ' },
    })
    await second.get('decideRuling', { params: { rulingId: id }, body: { decision: 'approve' } })
    expect(await shown(0)).toMatchObject({ participants: 1, firstAttempts: 1 })
    const accountId = people[2]?.person.accountId as string
    for (const role of ['organizer', 'contestant'] as const)
      await second.get('setRole', { params: { accountId }, body: { role, reason: 'Giúp ban tổ chức' } })
    expect(await shown(1)).toMatchObject({ participants: 0, firstAttempts: 0, measures: { quality: null } })
  })
})

describe('WN-6, WN-7: what was signed stands, and everybody can work it out again', () => {
  const confirm = (size: number) =>
    organizer.call('confirmRoster', {
      params: { contestId: story.contestId, unitId: stage.units.districts[0] as string },
      body: { size, confirmedBy: 'Bí thư', reason: 'Nhập bổ sung' },
    })

  it('every roster that was confirmed is kept', async () => {
    for (const size of [5, 4]) expect((await confirm(size)).status).toBe(200)
    const unit = await shown(0)
    expect([unit?.roster, unit?.rosterRecords.map(({ size, isLate, reason }) => [size, isLate, reason])]).toEqual([
      4,
      [
        [4, true, 'Nhập bổ sung'],
        [5, true, 'Nhập bổ sung'],
      ],
    ])
  })

  it('a signed list lets neither plan nor roster change; a roster makes whoever had it open look again', async () => {
    const proposed = await organizer.get('proposeWinners', { params: list(), body: { revision: 0 } })
    await confirm(3)
    expect(await organizer.refusal('signWinners', { params: list(), body: { revision: proposed.revision } })).toBe(
      'WINNER.CHANGED_MEANWHILE',
    )
    const { revision } = await organizer.get('winnerList', { params: list() })
    const once = await organizer.get('signWinners', { params: list(), body: { revision } })
    const refused = async () => [
      (await confirm(2)).code,
      await organizer.refusal('amendCollectivePlan', {
        params: params(),
        body: { plan: { ...PLAN, minParticipants: 7 }, reason: 'Đổi sau khi ký' },
      }),
    ]
    expect(await refused()).toEqual(['COLLECTIVE.LIST_SIGNED', 'COLLECTIVE.LIST_SIGNED'])
    const twice = await second.get('signWinners', { params: list(), body: { revision: once.revision } })
    await second.get('publishWinners', { params: list(), body: { revision: twice.revision } })
    expect(await refused()).toEqual(['COLLECTIVE.LIST_SIGNED', 'COLLECTIVE.LIST_SIGNED'])
    expect((await show()).isSigned).toBe(true)
  })

  it('the list is published with its figures, their parts, late rosters and the results they stand on', async () => {
    const { lists } = await stage.guest().get('publicWinners', { params: { roundId: story.roundId } })
    const { figures } = lists.find(({ kind }) => kind === 'collective') ?? {}
    const { versions } = await organizer.get('results', { params: { roundId: story.roundId } })
    expect(figures?.sources).toEqual([
      { roundId: story.roundId, roundName: { vi: 'Đợt 1', en: 'Round 1' }, number: versions[0]?.number },
    ])
    const unit = figures?.units.find(({ unitId }) => unitId === stage.units.districts[0])
    expect(unit).toMatchObject({ participants: 1, roster: 3, isRosterLate: true, shareSum: 1 })
    expect(JSON.stringify(figures)).not.toMatch(/accountId|confirmedBy/)
    const stored = await stage.database.pool.query(
      `SELECT sources FROM winner_list WHERE contest_id = $1 AND kind = 'collective'`,
      [story.contestId],
    )
    expect((stored.rows[0] as { sources: unknown[] }).sources).toMatchObject([
      { roundId: story.roundId, versionId: versions[0]?.id },
    ])
  })
})
