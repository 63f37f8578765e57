import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from '../support/client'
import { makeContest, newHolder, type Story, takePart, tokenFor } from '../support/story'
import { openSocket } from '../support/socket'
import { eventually, useStage } from '../support/stage'

/** One person from the first visit to the explained answers, as the pages would do it; each step stands on the one before. */
const stage = useStage()
const holder = newHolder()
const secondHolder = newHolder()
let story: Story
let browser: Client
let attemptId: string

const lengthS = 60

beforeAll(async () => {
  story = await makeContest(await stage.client('organizer'), { lengthS, opensInS: -20, timeLimitS: 60, itemCount: 10 })
  browser = stage.guest()
})

it('finds the open round on the home page', async () => {
  const home = await browser.get('home')
  expect(home.contest?.title.vi).toBe('Tìm hiểu chuyển đổi số')
  expect(home.featuredRoundId).toBe(story.roundId)
  expect(home.rounds).toMatchObject([
    { id: story.roundId, state: 'open', itemCount: 10, timeLimitS: 60, attemptLimit: 2 },
  ])
  expect(home.board).toMatchObject({ participantCount: 0, rows: [] })
  expect(await browser.get('me')).toMatchObject({ account: null })
  expect(await browser.get('round', { params: { roundId: story.roundId } })).toMatchObject({ mine: null })
})

it('signs up with the unit chosen from the tree in force', async () => {
  const { units, asOf } = await browser.get('units')
  expect(asOf).toBe('2021-06-30')
  const unit = units.find(({ name }) => name === 'Xã Tiên Sơn')
  const consent = await browser.get('consent')
  const { account } = await browser.get('signUp', {
    body: {
      login: '+84 905 123 456',
      password: 'rừng dừa Bảy Mẫu',
      fullName: '  Nguyễn Thị Ánh Tuyết '.normalize('NFD'),
      birthDate: '2001-05-19',
      unitId: unit?.id as string,
      consentVersion: consent.version,
      isConsentGiven: true,
    },
  })
  expect(account).toMatchObject({
    role: 'contestant',
    login: '0905123456',
    fullName: 'Nguyễn Thị Ánh Tuyết'.normalize('NFC'),
    unitName: 'Xã Tiên Sơn, Huyện Tiên Phước',
    mustChangePassword: false,
    guardianName: null,
  })
  expect(await browser.get('me')).toMatchObject({ account: { id: account.id } })
  const { rows } = await stage.database.pool.query(`SELECT version, given_by FROM consent WHERE account_id = $1`, [
    account.id,
  ])
  expect(rows).toEqual([{ version: consent.version, given_by: 'self' }])
})

it('starts: ten items, each option under a token, a deadline by the server’s clock', async () => {
  const paper = await browser.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  attemptId = paper.attempt.attemptId
  expect(paper.items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(new Set(paper.items.map(({ stem }) => stem)).size).toBe(10)
  for (const item of paper.items) expect(new Set(item.options.map(({ token }) => token)).size).toBe(4)
  expect(paper).toMatchObject({
    attemptNo: 1,
    responses: [],
    attempt: { state: 'in_progress', isHeldHere: true, lastSeq: 0 },
  })
  const { deadlineAt, startedAt } = paper.attempt
  expect(Date.parse(deadlineAt) - Date.parse(startedAt)).toBeLessThanOrEqual(60_000)
  expect(Date.parse(deadlineAt)).toBeLessThanOrEqual(Date.parse(story.roundBody.closesAt))
})

it('answers, changes one, leaves one blank again, and finds it all after a reload', async () => {
  const paper = await browser.get('paper', { params: { attemptId }, query: { holder } })
  const right = (position: number) => tokenFor(paper, position, story.items, true)
  const wrong = (position: number) => tokenFor(paper, position, story.items, false)
  const save = (responses: { seq: number; position: number; answer: string | null }[]) =>
    browser.get('saveResponses', { params: { attemptId }, body: { holder, responses } })
  expect((await save([{ seq: 1, position: 1, answer: wrong(1) }])).savedSeqs).toEqual([1])
  await save([
    { seq: 2, position: 1, answer: right(1) },
    { seq: 3, position: 2, answer: right(2) },
    { seq: 4, position: 3, answer: wrong(3) },
  ])
  await save([{ seq: 5, position: 3, answer: null }])
  await save([4, 5, 6, 7].map((position, n) => ({ seq: 6 + n, position, answer: right(position) })))

  const again = await browser.get('paper', { params: { attemptId }, query: { holder } })
  expect(again.items).toEqual(paper.items)
  expect(again.attempt.lastSeq).toBe(9)
  const shown = new Map(again.responses.map(({ position, answer }) => [position, answer]))
  expect(shown).toEqual(
    new Map<number, string | null>([
      [1, right(1)],
      [2, right(2)],
      [3, null],
      [4, right(4)],
      [5, right(5)],
      [6, right(6)],
      [7, right(7)],
    ]),
  )
})

it('sees the attempt as running on the round’s page and among the own ones', async () => {
  const { mine } = await browser.get('round', { params: { roundId: story.roundId } })
  expect(mine).toEqual({
    attemptsUsed: 1,
    attemptsLeft: 1,
    nextAttemptAt: null,
    startedCount: 1,
    barred: null,
    extraPercent: 0,
    runningAttemptId: attemptId,
    lastSubmittedAttemptId: null,
  })
  expect((await browser.get('myAttempts')).attempts).toMatchObject([{ attemptId, state: 'in_progress', score: null }])
  expect(await browser.refusal('attemptResult', { params: { attemptId } })).toBe('ATTEMPT.RESULT_NOT_YET')
})

it('submits and gets a receipt, the score at once, and a place on the board', async () => {
  const watcher = await openSocket(stage.api.url)
  const before = await watcher.socket.emitWithAck('board:watch', { roundId: story.roundId })
  expect(before).toMatchObject({ participantCount: 0 })
  const receipt = await browser.get('submitAttempt', { params: { attemptId }, body: { holder } })
  expect(receipt).toMatchObject({ attemptId, submitKind: 'by_participant', answeredCount: 6, itemCount: 10 })
  expect(receipt.receiptCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)

  // Boards gather submissions for a moment before they move.
  const result = await eventually('the result has a place', async () => {
    const shown = await browser.get('attemptResult', { params: { attemptId } })
    return shown.standing && shown
  })
  expect(result).toMatchObject({
    receipt,
    attemptNo: 1,
    score: { points: 6, maxPoints: 10 },
    isCounted: true,
    topics: null,
    review: null,
    standing: { rank: 1, isTied: false, name: 'Nguyễn Thị Ánh Tuyết', points: 6 },
  })
  await eventually('the board moves', async () => watcher.heard.some(({ event }) => event === 'board:patch'))
  const patch = watcher.heard.find(({ event }) => event === 'board:patch')?.data
  expect(patch).toMatchObject({
    participantCount: 1,
    changed: [{ points: 6, unitName: 'Xã Tiên Sơn, Huyện Tiên Phước' }],
  })
  watcher.close()

  const board = await eventually('the board has it', async () => {
    const page = await browser.get('board', { params: { roundId: story.roundId } })
    return page.participantCount === 1 && page
  })
  expect(board.rows).toHaveLength(1)
  expect(await browser.get('myStanding', { params: { roundId: story.roundId } })).toMatchObject({
    mine: { rank: 1 },
    neighbours: [{ rank: 1 }],
    unit: { unitName: 'Huyện Tiên Phước' },
  })
  expect(await browser.get('boardByUnit', { params: { roundId: story.roundId } })).toMatchObject({
    rows: [{ unitName: 'Huyện Tiên Phước', participantCount: 1, averagePoints: 6, bestPoints: 6 }],
  })
})

it('meets somebody better, then takes the second attempt and counts with the better of both', async () => {
  const rival = await stage.client('contestant', 'Lê Văn Bền')
  await takePart(rival, story, 8)
  const { receipt } = await takePart(browser, { ...story }, 9)
  expect(receipt.answeredCount).toBe(10)
  const first = await browser.get('attemptResult', { params: { attemptId } })
  expect(first).toMatchObject({ isCounted: false, score: { points: 6 } })
  const second = await eventually('the better attempt has the place', async () => {
    const shown = await browser.get('attemptResult', { params: { attemptId: receipt.attemptId } })
    return shown.standing?.points === 9 && shown
  })
  expect(second).toMatchObject({ isCounted: true, score: { points: 9 }, standing: { rank: 1, points: 9 } })
  expect(
    await browser.refusal('startAttempt', { params: { roundId: story.roundId }, body: { holder: secondHolder } }),
  ).toBe('ATTEMPT.LIMIT_REACHED')
  const { attempts } = await browser.get('myAttempts')
  expect(attempts.map(({ attemptNo, isCounted, score }) => [attemptNo, isCounted, score?.points])).toEqual([
    [2, true, 9],
    [1, false, 6],
  ])
})

it('can take along everything that is kept, but not what was chosen', async () => {
  const data = await browser.get('myData')
  expect(data.account.login).toBe('0905123456')
  expect(data.consents).toHaveLength(1)
  expect(data.devices).toHaveLength(1)
  expect(data.attempts.map(({ responses }) => responses.length)).toEqual([10, 9])
  expect(JSON.stringify(data)).not.toContain('option')
})

it('cannot start once the round has closed', async () => {
  const organizer = await stage.client('organizer')
  await organizer.get('closeRound', { params: { roundId: story.roundId } })
  const late = await stage.client()
  const call = { params: { roundId: story.roundId }, body: { holder: secondHolder } }
  await eventually('the round is closed', async () => (await late.call('startAttempt', call)).code === 'ROUND.CLOSED')
})

it('reads what was right, why, and by which source, once no answer can count any more', async () => {
  expect((await browser.get('attemptResult', { params: { attemptId } })).review).toBeNull()
  const result = await eventually(
    'the review is shown',
    async () => {
      const page = await browser.get('attemptResult', { params: { attemptId } })
      if (!page.review) await sleep(500)
      return page.review && page
    },
    25_000,
  )
  expect(result.review).toHaveLength(10)
  for (const place of result.review ?? []) {
    const item = story.items.find(({ stem }) => stem === place.stem.vi)
    expect(place.options.filter(({ isKey }) => isKey).map(({ text }) => text.vi)).toEqual([item?.options[item.key]])
    expect(place.explanation.vi).toBe(item?.explanation)
    expect(place.sources).toHaveLength(1)
    expect(place.isRight).toBe(place.options.some(({ isKey, isChosen }) => isKey && isChosen))
  }
  expect(result.review?.filter(({ isRight }) => isRight)).toHaveLength(6)
  const shares = result.topics ?? []
  expect(shares.reduce((sum, { rightCount }) => sum + rightCount, 0)).toBe(6)
  expect(shares.reduce((sum, { itemCount }) => sum + itemCount, 0)).toBe(10)
})

it('signs out, and the session is over', async () => {
  const other = browser.twin()
  await browser.get('signOut')
  // The mark of the device stays: signing in here again is nothing new.
  expect([...browser.cookies.keys()]).toEqual(['thiso-device'])
  expect(await other.refusal('myAttempts')).toBe('AUTH.SIGN_IN_NEEDED')
  expect(await new Client(stage.api.url).refusal('myAttempts')).toBe('AUTH.SIGN_IN_NEEDED')
})

it('left the server without a complaint', () => {
  expect(stage.api.log()).toBe('')
})
