import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RouteName, routes, urlOf } from '@thiso/contracts/routes'
import { DEFAULT_CONTEST_RULES, DEFAULT_ROUND_RULES } from '@thiso/contracts/vocab'
import type { Client } from '../support/client'
import { openSocket } from '../support/socket'
import { useStage } from '../support/stage'
import { makeContest, newHolder, responsesFor, type Story, takePart } from '../support/story'

/** PostgreSQL alone, and a total over the rounds: the more there is to show, the more may leak. */
const stage = useStage()
let organizer: Client
let story: Story
let params: Record<string, string>

const prediction = { target: 'participants', unit: 'people', per: 'person', countsDisqualified: true } as const

beforeAll(async () => {
  organizer = await stage.client('organizer')
  story = await makeContest(organizer, {
    attemptLimit: 3,
    rules: {
      prediction,
      ranking: [{ by: 'points' }, { by: 'prediction-error' }, { by: 'draw' }],
      attempts: { ...DEFAULT_ROUND_RULES.attempts, unseenFirst: true },
    },
  })
  const { contest } = await organizer.get('contest', { params: { contestId: story.contestId } })
  const { id, isPublished: _, createdAt: __, ...body } = contest
  const rules = {
    ...DEFAULT_CONTEST_RULES,
    total: { bestRounds: null, ranking: [{ by: 'points' as const }, { by: 'draw' as const }] },
  }
  await organizer.get('updateContest', { params: { contestId: id }, body: { ...body, rules } })
  params = {
    roundId: story.roundId,
    contestId: story.contestId,
    slug: contest.slug,
    unitId: stage.units.communes[0] as string,
  }
}, 60_000)

/** Somebody else takes part, everything right or not, or is at it still. */
async function others(count: number) {
  for (let n = 0; n < count; n++) {
    const client = await stage.client()
    if (n % 3 === 2)
      await client.get('startAttempt', { params: { roundId: story.roundId }, body: { holder: newHolder() } })
    else await takePart(client, story, n % 2 === 0 ? story.items.length : 1)
  }
  // Boards move once a second; what is remembered is so for a second.
  await sleep(2_500)
}

const OPAQUE: [RegExp, string][] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id'],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant'],
]

/** What a response says, but for instants and ids that are chance. Numbers stay: each of them may be a counter. */
const said = (text: string) => OPAQUE.reduce((rest, [pattern, name]) => rest.replace(pattern, name), text)

/** Every route that a contestant or nobody at all can read. */
const READABLE = (Object.keys(routes) as RouteName[]).filter((name) => {
  const { access, method } = routes[name]
  const isReachable =
    access === 'public' || access === 'signed-in' || (access as readonly string[]).includes('contestant')
  return method === 'GET' && isReachable
})

/** What changes by itself, and tells of nobody else. */
const OWN_CLOCK: Partial<Record<RouteName, RegExp>> = {
  attemptStatus: /"remainingMs":\d+/g,
  paper: /"remainingMs":\d+/g,
}

async function read(client: Client, name: RouteName, more: Record<string, string>): Promise<string> {
  const { path } = routes[name]
  const given = { ...params, ...more }
  const wanted = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, key]) => key as keyof typeof given)
  const filled = Object.fromEntries(wanted.map((key) => [key, given[key] ?? (key === 'format' ? 'csv' : NOBODY)]))
  const { status, text } = await client
    .send('GET', urlOf(name, filled, more['holder'] ? { holder: more['holder'] } : {}))
    .then(async (reply) => ({ status: reply.status, text: await reply.text() }))
  return `${status} ${said(OWN_CLOCK[name] ? text.replace(OWN_CLOCK[name], 'clock') : text)}`
}

const NOBODY = randomUUID()

/** Everything that a person can read, by route. */
async function readAll(client: Client, more: Record<string, string>) {
  const all = new Map<string, string>()
  for (const name of READABLE) all.set(name, await read(client, name, more))
  return all
}

const differing = (before: Map<string, string>, after: Map<string, string>) =>
  [...before]
    .filter(([name, text]) => after.get(name) !== text)
    .map(([name, text]) => ({ name, before: text, after: after.get(name) }))

describe('EX-7: while a prediction is open', () => {
  it('nothing that anybody can read depends on how many others take part', async () => {
    await others(2)
    const person = await stage.client()
    const { attemptId } = await takePart(person, story, 3)
    const running = await stage.client()
    const holder = newHolder()
    const paper = await running.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
    const fresh = await stage.client()
    const watcher = await openSocket(stage.api.url, { token: person.cookies.get('thiso') as string })
    try {
      await watcher.socket.emitWithAck('board:watch', { roundId: story.roundId })
      await sleep(2_500)
      const heardBefore = watcher.heard.length
      const everyone: [Client, Record<string, string>][] = [
        [stage.guest(), {}],
        [person, { attemptId }],
        [running, { attemptId: paper.attempt.attemptId, holder }],
        [fresh, {}],
      ]
      const before = []
      for (const [client, more] of everyone) before.push(await readAll(client, more))
      await others(7)
      for (const [at, [client, more]] of everyone.entries())
        expect(differing(before[at] as Map<string, string>, await readAll(client, more))).toEqual([])
      expect(watcher.heard.slice(heardBefore)).toEqual([])
      // It is really read: the own paper and result among them.
      expect(before[2]?.get('paper')).toContain('200 ')
      expect(before[1]?.get('attemptResult')).toContain('200 ')
      expect(before[0]?.get('board')).toMatch(/^200 /)
    } finally {
      watcher.close()
    }
  }, 60_000)

  it('would be caught: organizers, who may see counters, see other ones', async () => {
    const before = await read(organizer, 'monitor', {})
    await others(1)
    expect(
      differing(new Map([['monitor', before]]), new Map([['monitor', await read(organizer, 'monitor', {})]])),
    ).toHaveLength(1)
  })

  it('what a person is told by the own acts bears no number of anybody else', async () => {
    /** Start, answers, submission and what comes back, with what is chance left out. */
    const course = async () => {
      const client = await stage.client()
      const holder = newHolder()
      const paper = await client.call('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
      const { attemptId } = paper.body.attempt
      const responses = responsesFor(paper.body, story.items, 3)
      const saved = await client.call('saveResponses', { params: { attemptId }, body: { holder, responses } })
      const receipt = await client.call('submitAttempt', { params: { attemptId }, body: { holder } })
      const texts = [saved, receipt].map(({ text }) =>
        said(text)
          .replace(/"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"/g, '"receipt"')
          .replace(/"(timeUsedS|remainingMs)":\d+/g, '"$1":clock')
          .replace(/"(head|salt)":"[0-9a-f]+"/g, '"$1":hex'),
      )
      const numbers = JSON.stringify({ ...paper.body.attempt, holder: '' })
      return [...texts, said(numbers).replace(/"remainingMs":\d+/g, 'clock')]
    }
    const before = await course()
    await others(4)
    expect(await course()).toEqual(before)
  })
})
