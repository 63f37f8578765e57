import type { ApiBody } from '@thiso/contracts'
import { DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES, type RoundRules } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import { addPeople } from '../support/people'
import { useStage } from '../support/stage'
import { makeContest, newHolder, type Story } from '../support/story'

const stage = useStage()
let organizer: Client

beforeAll(async () => {
  organizer = await stage.client('organizer')
})

/** What a process remembers of a contest or a round is at most a second old; of who knows a pool, five. */
const forget = (ms = 1_100) => new Promise((resolve) => setTimeout(resolve, ms))
const start = (client: Client, story: Story) =>
  client.call('startAttempt', { params: { roundId: story.roundId }, body: { holder: newHolder() } })
const contestBody = async (story: Story): Promise<ApiBody<'createContest'>> => {
  const { contest } = await organizer.get('contest', { params: { contestId: story.contestId } })
  const { id: _, isPublished: __, createdAt: ___, ...body } = contest
  return body
}
const setContestRules = async (story: Story, rules: Partial<typeof DEFAULT_CONTEST_RULES>) =>
  organizer.get('updateContest', {
    params: { contestId: story.contestId },
    body: { ...(await contestBody(story)), rules: { ...DEFAULT_CONTEST_RULES, ...rules } },
  })
const setRoundRules = (story: Story, rules: Partial<RoundRules>) =>
  organizer.get('updateRound', {
    params: { roundId: story.roundId },
    body: { ...story.roundBody, rules: { ...DEFAULT_ROUND_RULES, ...rules } },
  })
const eligibility = DEFAULT_CONTEST_RULES.eligibility

describe('EL-1 to EL-4 who may start', () => {
  it('is told why not: age, unit, table; and is kept in the table of the first that fits', async () => {
    const story = await makeContest(organizer)
    // Everybody on this stage was born in 1995 and lives in the first commune of the first district.
    await setContestRules(story, { eligibility: { ...eligibility, maxAge: 20, ageOn: '2026-01-01' } })
    const person = await stage.client()
    const tooOld = await start(person, story)
    expect(tooOld.problem).toMatchObject({
      code: 'ROUND.NOT_ELIGIBLE',
      status: 409,
      params: { reason: 'too-old', maxAge: 20 },
    })
    expect(tooOld.problem?.messages.vi).toContain('không quá 20 tuổi')

    await setContestRules(story, { eligibility: { ...eligibility, unitIds: [stage.units.districts[1] as string] } })
    await forget()
    expect((await start(person, story)).problem?.params).toMatchObject({ reason: 'unit' })

    const table = { minAge: null, maxAge: null, unitKinds: [], unitIds: [] }
    const tables = [
      { ...table, code: 'A', name: { vi: 'Bảng A', en: '' }, unitIds: [stage.units.districts[1] as string] },
      { ...table, code: 'B', name: { vi: 'Bảng B', en: '' } },
    ]
    await setContestRules(story, { tables })
    await setRoundRules(story, { tables: ['A'] })
    await forget()
    expect((await start(person, story)).problem?.params).toMatchObject({ reason: 'other-table', table: 'B' })
    await setRoundRules(story, { tables: ['A', 'B'] })
    await forget()
    const { attempt } = (await start(person, story)).body
    const { rows } = await stage.database.pool.query(`SELECT table_code FROM attempt WHERE id = $1`, [
      attempt.attemptId,
    ])
    expect(rows).toEqual([{ table_code: 'B' }])
  })

  it('EL-10: extra time is given to a person, kept by the attempt, and can be withdrawn', async () => {
    const story = await makeContest(organizer, { timeLimitS: 600 })
    const params = { contestId: story.contestId }
    const person = await stage.client()
    const { login, accountId } = person.person
    const reason = 'Theo quyết định của ban tổ chức số 12'
    await organizer.get('grantExtraTime', { params, body: { login, percent: 10, reason } })
    await organizer.get('grantExtraTime', { params, body: { login, percent: 50, reason } })
    expect((await organizer.get('extraTimes', { params })).extraTimes).toMatchObject([
      { accountId, percent: 50, reason },
    ])
    const { attempt } = (await start(person, story)).body
    expect(Date.parse(attempt.deadlineAt) - Date.parse(attempt.startedAt)).toBe(900_000)
    await organizer.get('withdrawExtraTime', { params: { ...params, accountId } })
    expect(await organizer.refusal('withdrawExtraTime', { params: { ...params, accountId } })).toBe('ENTRANT.NOT_FOUND')
    const other = await stage.client()
    expect(
      await organizer.refusal('grantExtraTime', { params, body: { login: 'khong.co.ai', percent: 10, reason } }),
    ).toBe('PERSON.NOT_FOUND')
    const ordinary = (await start(other, story)).body.attempt
    expect(Date.parse(ordinary.deadlineAt) - Date.parse(ordinary.startedAt)).toBe(600_000)
  })
})

describe('EL-5, EL-9 lists', () => {
  it('are previewed with masked names, taken in once, and open the round for who is on them', async () => {
    const story = await makeContest(organizer)
    await setRoundRules(story, { entry: { kind: 'list' } })
    await forget()
    const people = await addPeople(stage.database.pool, 3, { name: (n) => `Nguyễn Thị Mời ${n}` })
    const [first, second] = people as [(typeof people)[0], (typeof people)[0]]
    const person = await stage.client()
    expect((await start(person, story)).problem?.params).toMatchObject({ reason: 'not-listed' })
    const params = { roundId: story.roundId }
    const organizerLogin = (await stage.client('organizer')).person.login
    const text = `STT;Tài khoản\n1;${first.login}\n2;${second.login}\n3;${first.login}\n4;${organizerLogin}\n5;chua.dang.ky`
    const preview = await organizer.get('addRoundEntrants', { params, body: { text, isPreview: true } })
    expect(preview).toMatchObject({
      isPreview: true,
      foundCount: 2,
      knownCount: 0,
      addedCount: 0,
      found: [
        { line: 2, maskedName: 'N. T. M. 1', isKnown: false },
        { line: 3, maskedName: 'N. T. M. 2', isKnown: false },
      ],
      notFound: [
        { line: 1, login: 'STT' },
        { line: 6, login: 'chua.dang.ky' },
      ],
      refused: [
        { line: 4, reason: 'twice' },
        { line: 5, reason: 'staff' },
      ],
    })
    expect(await organizer.get('roundEntrants', { params })).toMatchObject({ total: 0 })
    const add = () => organizer.get('addRoundEntrants', { params, body: { text, isPreview: false } })
    const counts = (await Promise.all([add(), add()])).map(({ addedCount }) => addedCount)
    expect(counts.reduce((a, b) => a + b, 0)).toBe(2)
    await organizer.get('addRoundEntrants', { params, body: { text: person.person.login, isPreview: false } })
    expect((await start(person, story)).status).toBe(200)
    const entrant = { params: { ...params, accountId: person.person.accountId } }
    expect(await organizer.refusal('removeRoundEntrant', entrant)).toBe('ENTRANT.HAS_STARTED')
    await organizer.get('removeRoundEntrant', { params: { ...params, accountId: first.accountId } })
    expect((await organizer.get('roundEntrants', { params })).total).toBe(2)
  })

  it('a contest may be for teachers alone', async () => {
    const story = await makeContest(organizer)
    await setContestRules(story, { eligibility: { ...eligibility, roles: ['teacher'] } })
    const refused = await start(await stage.client(), story)
    expect(refused.problem).toMatchObject({ code: 'ROUND.NOT_ELIGIBLE', params: { reason: 'role' } })
    expect((await start(await stage.client('teacher'), story)).status).toBe(200)
  })

  it('a contest for invited people asks for its own list', async () => {
    const story = await makeContest(organizer)
    await setContestRules(story, { eligibility: { ...eligibility, invitedOnly: true } })
    const person = await stage.client()
    expect((await start(person, story)).problem?.params).toMatchObject({ reason: 'not-invited' })
    const params = { contestId: story.contestId }
    await organizer.get('addContestEntrants', { params, body: { text: person.person.login, isPreview: false } })
    expect((await start(person, story)).status).toBe(200)
    expect(await organizer.get('contestEntrants', { params })).toMatchObject({
      total: 1,
      rows: [{ accountId: person.person.accountId, kind: 'invited' }],
    })
  })
})

describe('EL-6, EL-7 rules that cannot be kept', () => {
  it('are refused at the setting, all at once, and shown before anything is saved', async () => {
    const story = await makeContest(organizer)
    const params = { contestId: story.contestId }
    const rules: RoundRules = {
      ...DEFAULT_ROUND_RULES,
      itemClockS: 300,
      ranking: [{ by: 'prediction-error' }],
      freezeMinutes: 120,
      tables: ['Z'],
    }
    const body = { ...story.roundBody, rules }
    const paths = [
      ['RANKING.NO_PREDICTION', 'rules.ranking.0'],
      ['RANKING.NO_END', 'rules.ranking.0'],
      ['item_clock_needs_one_way', 'rules.itemClockS'],
      ['item_clocks_exceed_limit', 'rules.itemClockS'],
      ['freeze_too_long', 'rules.freezeMinutes'],
      ['table_unknown', 'rules.tables.0'],
    ]
    const checked = await organizer.get('checkRoundRules', { params, body })
    expect(checked.problems.map(({ code, path }) => [code, path])).toEqual([...paths, ['windows_overlap', 'opensAt']])
    const before = (await organizer.get('contest', { params })).rounds.length
    const reply = await organizer.call('createRound', { params, body })
    expect(reply.problem).toMatchObject({ code: 'ROUND.RULES_IMPOSSIBLE', status: 400 })
    expect(reply.problem?.fields?.map(({ code, path }) => [code, path])).toEqual(paths)
    expect(reply.problem?.fields?.[3]?.messages.vi).toBe(
      'Giờ của các câu cộng lại là 2400 giây, nhiều hơn thời gian làm bài 600 giây.',
    )
    expect((await organizer.get('contest', { params })).rounds).toHaveLength(before)
    expect(await organizer.refusal('updateRound', { params: { roundId: story.roundId }, body })).toBe(
      'ROUND.RULES_IMPOSSIBLE',
    )
  })

  it('a draft may overlap with a published round until it is published itself', async () => {
    const story = await makeContest(organizer)
    const round = await organizer.get('createRound', { params: { contestId: story.contestId }, body: story.roundBody })
    const reply = await organizer.call('publishRound', { params: { roundId: round.id } })
    expect(reply.problem?.fields).toMatchObject([{ path: 'opensAt', code: 'windows_overlap' }])
    await organizer.get('closeRound', { params: { roundId: story.roundId } })
    const { serverTime } = await organizer.get('serverTime')
    const body = { ...story.roundBody, opensAt: serverTime }
    await organizer.get('updateRound', { params: { roundId: round.id }, body })
    expect(await organizer.get('publishRound', { params: { roundId: round.id } })).toMatchObject({ state: 'open' })
  })

  it('of a contest are refused the same way', async () => {
    const story = await makeContest(organizer)
    const body = {
      ...(await contestBody(story)),
      rules: { ...DEFAULT_CONTEST_RULES, eligibility: { ...eligibility, minAge: 30, maxAge: 20 } },
      prizes: [
        { tier: 'first' as const, count: 1, reward: { vi: 'Cúp', en: '' }, scope: 'total' as const, table: 'Z' },
      ],
    }
    const wrong = ['rules.eligibility.minAge', 'prizes.0.table', 'prizes.0.scope']
    const checked = await organizer.get('checkContestRules', { body: { ...body, contestId: story.contestId } })
    expect(checked.problems.map(({ path }) => path)).toEqual(wrong)
    const reply = await organizer.call('updateContest', { params: { contestId: story.contestId }, body })
    expect(reply.problem).toMatchObject({ code: 'CONTEST.RULES_IMPOSSIBLE' })
    expect(reply.problem?.fields?.map(({ path }) => path)).toEqual(wrong)
  })
})

describe('WN-2 who knows the items', () => {
  it('does not take part: authors, reviewers and readers of keys, also once they are contestants', async () => {
    const story = await makeContest(organizer)
    const administrator = await stage.client('administrator')
    const reader = await stage.client('organizer')
    const reviewer = await stage.client('organizer')
    await reader.get('item', { params: { itemId: story.items[0]?.itemId as string } })
    const draft = await organizer.get('createItem', {
      body: {
        bankId: story.bankId,
        topic: 'concepts',
        level: 'recall',
        body: { type: 'single-choice', stem: 'Một câu ai cũng biết?', options: ['Phải', 'Không phải'], key: 0 },
        explanation: 'Vì thế.',
        citations: [{ documentId: null, title: 'Sách', url: '', locator: '', role: 'reference' }],
        validFrom: null,
        validTo: null,
      },
    })
    await organizer.get('actOnItem', { params: { itemId: draft.id }, body: { act: 'submit' } })
    await reviewer.get('actOnItem', { params: { itemId: draft.id }, body: { act: 'approve' } })
    // The round takes its pool anew, now with that item.
    await organizer.get('updateRound', { params: { roundId: story.roundId }, body: story.roundBody })
    const reason = 'Chuyển công tác'
    for (const person of [reader, reviewer])
      await administrator.get('setRole', {
        params: { accountId: person.person.accountId },
        body: { role: 'contestant', reason },
      })
    for (const person of [reader, reviewer]) expect((await start(person, story)).code).toBe('ATTEMPT.AUTHOR_BARRED')
    expect((await start(await stage.client(), story)).status).toBe(200)
    const teacher = await stage.client('teacher')
    expect((await start(teacher, story)).status).toBe(200)
  })
})
