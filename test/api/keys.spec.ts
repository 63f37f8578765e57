import { type Socket, io } from 'socket.io-client'
import { PROTOCOL_VERSION } from '@thiso/contracts'
import { type ApiProcess, startApi } from '../support/api-process'
import { Client } from '../support/client'
import { freshDatabase, type TestDatabase } from '../support/databases'
import { signedIn } from '../support/people'
import { makeContest, newHolder, responsesFor, type Story } from '../support/story'

let database: TestDatabase
let api: ApiProcess
let staff: Client
let socket: Socket | undefined

beforeAll(async () => {
  database = await freshDatabase()
  api = await startApi({ DATABASE_URL: database.url })
  staff = await signedIn(api.url, database.pool, 'organizer')
})
afterAll(async () => {
  socket?.close()
  await api?.stop()
  await database?.drop()
})

/** Everything that arrives: bodies, headers and socket events, as one text. */
class Ear {
  heard = ''
  private readonly fetch = globalThis.fetch

  listen(): void {
    globalThis.fetch = async (...request) => {
      const response = await this.fetch(...request)
      this.heard += `${JSON.stringify([...response.headers])} ${await response.clone().text()}\n`
      return response
    }
  }

  stop(): void {
    globalThis.fetch = this.fetch
  }
}

/** What must not be heard before the round has closed: explanations, sources, ids of items and of their versions. */
async function secretsOf(story: Story): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string; item_id: string }>(
    `SELECT v.id, v.item_id FROM item_version v JOIN item i ON i.id = v.item_id WHERE i.bank_id = $1`,
    [story.bankId],
  )
  const texts = story.items.flatMap((item) => [item.explanation, item.explanation.replace('GIAITHICH', 'NGUON')])
  return [...texts, ...rows.flatMap((row) => [row.id, row.item_id])]
}

/** DR-3, RD-3: a contestant goes through everything that a contestant can ask for. */
async function goThrough(person: Client, story: Story): Promise<string> {
  const ear = new Ear()
  ear.listen()
  try {
    socket = io(api.url, {
      transports: ['websocket'],
      auth: { protocol: PROTOCOL_VERSION },
      extraHeaders: { cookie: `thiso=${person.cookies.get('thiso')}` },
    })
    socket.onAny((...event) => {
      ear.heard += `${JSON.stringify(event)}\n`
    })
    ear.heard += JSON.stringify(await socket.emitWithAck('board:watch', { roundId: story.roundId }))
    await person.call('home')
    await person.call('round', { params: { roundId: story.roundId } })
    const holder = newHolder()
    const paper = await person.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
    const { attemptId } = paper.attempt
    ear.heard += JSON.stringify(await socket.emitWithAck('attempt:watch', { attemptId, holder }))
    // What is sent back must be the same for a right and for a wrong answer, but for the numbers and times in it.
    const shapes = new Set<string>()
    for (const response of responsesFor(paper, story.items, 4)) {
      const { text } = await person.call('saveResponses', {
        params: { attemptId },
        body: { holder, responses: [response] },
      })
      shapes.add(text.replace(/"savedSeqs":\[\d+\]/, '').replace(/"serverTime":"[^"]+"/, ''))
    }
    expect(shapes.size).toBe(1)
    await person.call('paper', { params: { attemptId }, query: { holder } })
    await person.call('attemptStatus', { params: { attemptId }, query: { holder } })
    await person.call('submitAttempt', { params: { attemptId }, body: { holder } })
    for (const name of ['attemptResult', 'paper'] as const)
      await person.call(name, { params: { attemptId }, query: { holder } } as never)
    for (const name of ['myAttempts', 'myData', 'me', 'devices', 'consent', 'units'] as const) await person.call(name)
    for (const name of ['board', 'boardByUnit', 'myStanding'] as const)
      await person.call(name, { params: { roundId: story.roundId } })
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const result = await person.call('attemptResult', { params: { attemptId } })
    expect(result.body.review).toBeNull()
    expect(result.body.topics).toBeNull()
    return ear.heard
  } finally {
    ear.stop()
    socket?.close()
  }
}

it.each(['at_once', 'after_close'] as const)(
  'DR-3: nothing tells a key while the round is open (%s)',
  async (resultPolicy) => {
    const story = await makeContest(staff, { resultPolicy })
    const person = await signedIn(api.url, database.pool)
    const heard = await goThrough(person, story)
    expect(heard).toContain(story.items[0]?.stem)
    for (const secret of await secretsOf(story))
      expect(heard.includes(secret) ? `heard ${secret}` : 'silent').toBe('silent')
    // How many are right in all belongs to the score, beside the points; anywhere else it would begin to tell which.
    const besideScores = heard.replace(/("points":[\d.]+,(?:"maxPoints":[\d.]+,)?)"rightCount":\d+/g, '$1')
    expect(besideScores).not.toMatch(/"(isKey|key|isRight|rightCount|explanation)":/)
    if (resultPolicy === 'after_close') {
      expect(heard).not.toMatch(/"(points|rightCount)":\d/)
      const board = await person.get('board', { params: { roundId: story.roundId } })
      expect(board).toMatchObject({ participantCount: 0, rows: [] })
    }
  },
)

it('the review with keys, explanations and sources appears once the round is over', async () => {
  const story = await makeContest(staff, { resultPolicy: 'after_close' })
  const person = await signedIn(api.url, database.pool)
  const holder = newHolder()
  const paper = await person.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  const { attemptId } = paper.attempt
  const responses = responsesFor(paper, story.items, 5)
  await person.get('submitAttempt', { params: { attemptId }, body: { holder, responses } })
  await staff.get('closeRound', { params: { roundId: story.roundId } })
  expect((await person.get('attemptResult', { params: { attemptId } })).review).toBeNull()
  // Thirty seconds pass: the round's end and grace are moved back instead of waiting.
  await database.pool.query(
    `UPDATE round SET opens_at = opens_at - interval '1 minute', closes_at = closes_at - interval '30 seconds', revision = revision + 1 WHERE id = $1`,
    [story.roundId],
  )
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  const { review, score, topics } = await person.get('attemptResult', { params: { attemptId } })
  expect(score).toEqual({ points: 5, maxPoints: 8, rightCount: 5, bonus: 0, penalty: 0, pointsAtEnd: null })
  expect(review?.filter((item) => item.isRight)).toHaveLength(5)
  expect(topics?.reduce((total, topic) => total + topic.rightCount, 0)).toBe(5)
  for (const item of review ?? []) {
    const made = story.items.find((candidate) => candidate.stem === item.stem.vi)
    expect(item.explanation.vi).toBe(made?.explanation)
    expect(item.options.filter((option) => option.isKey).map((option) => option.text.vi)).toEqual([
      made?.options[made.key],
    ])
    expect(item.options.filter((option) => option.isChosen)).toHaveLength(1)
  }
})
