import { createHash } from 'node:crypto'
import { DEFAULT_ROUND_RULES, PAPER_NOTICE_VERSION } from '@thiso/contracts/vocab'
import { urlOf } from '@thiso/contracts/routes'
import type { Client } from '../support/client'
import type { Person } from '../support/people'
import { useStage } from '../support/stage'
import { makeContest, newHolder, responsesFor, type Story } from '../support/story'

const stage = useStage()
type Someone = Client & { person: Person }

const CONFIG_KEY = '1f'.repeat(32)
const BROWSER_KEY = '2e'.repeat(32)
const protection = { ...DEFAULT_ROUND_RULES.protection, safeBrowser: true }
let organizer: Someone
let story: Story

beforeAll(async () => {
  organizer = await stage.client('organizer')
  story = await makeContest(organizer, { itemCount: 3, rules: { protection } })
})

/** What the browser adds to a request to this path, as its developers describe it. */
function proofOf(path: string, configKey = CONFIG_KEY, browserKey = BROWSER_KEY): Record<string, string> {
  const hash = (key: string) => createHash('sha256').update(`${stage.api.url}${path}${key}`).digest('hex')
  return {
    'x-safeexambrowser-configkeyhash': hash(configKey),
    'x-safeexambrowser-requesthash': hash(browserKey),
  }
}

const keys = () => ({
  params: { roundId: story.roundId },
  body: { configKeys: [CONFIG_KEY], browserKeys: [BROWSER_KEY] },
})

describe('PE-9: a round in the Safe Exam Browser', () => {
  it('without keys nobody starts; keys are for staff alone, and setting them leaves a trace without them', async () => {
    const someone = await stage.client()
    const start = { params: { roundId: story.roundId }, body: { holder: newHolder() } }
    const path = urlOf('startAttempt', start.params)
    expect(await someone.refusal('startAttempt', { ...start, headers: proofOf(path, '', '') })).toBe(
      'ATTEMPT.SAFE_BROWSER_NEEDED',
    )
    expect(await someone.refusal('safeBrowserKeys', { params: start.params })).toBe('AUTH.NOT_ALLOWED')
    expect(await organizer.get('setSafeBrowserKeys', keys())).toEqual(keys().body)
    expect(await organizer.get('safeBrowserKeys', { params: start.params })).toEqual(keys().body)
    const { rows } = await stage.database.pool.query(
      `SELECT detail FROM audit_entry WHERE act = 'round.safe_browser_keys' AND subject = $1`,
      [`round:${story.roundId}`],
    )
    expect(rows).toEqual([{ detail: { configKeys: 1, browserKeys: 1 } }])
    // Rules are public; keys are not among them.
    expect(JSON.stringify(await someone.get('round', { params: start.params }))).not.toContain(CONFIG_KEY)
  })

  it('every request of an attempt is asked for the proof, by its own address', async () => {
    const someone = await stage.client()
    const holder = newHolder()
    const round = { roundId: story.roundId }
    // The keys of the scene before may be remembered as none for some seconds.
    await new Promise((resolve) => setTimeout(resolve, 5_500))
    const startPath = urlOf('startAttempt', round)
    const start = { params: round, body: { holder, notice: PAPER_NOTICE_VERSION } }
    expect(await someone.refusal('startAttempt', start)).toBe('ATTEMPT.SAFE_BROWSER_NEEDED')
    for (const wrong of [proofOf(startPath, CONFIG_KEY, 'x'), proofOf(startPath, 'x'), proofOf('/api/other')])
      expect(await someone.refusal('startAttempt', { ...start, headers: wrong })).toBe('ATTEMPT.SAFE_BROWSER_NEEDED')
    const paper = await someone.get('startAttempt', { ...start, headers: proofOf(startPath) })
    const params = { attemptId: paper.attempt.attemptId }
    const responses = responsesFor(paper, story.items, 3)
    const calls = [
      ['startAttempt', start],
      ['paper', { params, query: { holder } }],
      ['attemptStatus', { params, query: { holder } }],
      ['takeOverAttempt', { params, body: { holder } }],
      ['saveResponses', { params, body: { holder, responses } }],
      ['submitAttempt', { params, body: { holder } }],
    ] as const
    for (const [name, call] of calls) {
      const path = urlOf(name, call.params, 'query' in call ? call.query : {})
      expect([name, await someone.refusal(name, call as never)]).toEqual([name, 'ATTEMPT.SAFE_BROWSER_NEEDED'])
      expect([name, (await someone.call(name, { ...call, headers: proofOf(path) } as never)).status]).toEqual([
        name,
        200,
      ])
    }
    const result = await someone.get('attemptResult', { params })
    expect(result.receipt.answeredCount).toBe(3)
  })

  it('where the browser cannot send headers, its page proves itself and the session carries a pass', async () => {
    const someone = await stage.client()
    const holder = newHolder()
    const params = { roundId: story.roundId }
    const page = `${stage.api.url}/dot/${story.roundId}`
    const hash = (url: string, key: string) => createHash('sha256').update(`${url}${key}`).digest('hex')
    const proof = (url: string) => ({
      pageUrls: [url],
      configKeyHash: hash(url, CONFIG_KEY),
      browserKeyHash: hash(url, BROWSER_KEY),
    })
    const foreign = `https://elsewhere.example/dot/${story.roundId}`
    expect(await someone.refusal('proveSafeBrowser', { params, body: proof(foreign) })).toBe(
      'ATTEMPT.SAFE_BROWSER_NEEDED',
    )
    expect(
      await someone.refusal('proveSafeBrowser', { params, body: { ...proof(page), pageUrls: [`${page}?x`] } }),
    ).toBe('ATTEMPT.SAFE_BROWSER_NEEDED')
    const { until } = await someone.get('proveSafeBrowser', {
      params,
      body: { ...proof(page), pageUrls: [`${page}#x`] },
    })
    expect(Date.parse(until)).toBeGreaterThan(Date.now() + 10 * 60_000)
    const paper = await someone.get('startAttempt', { params, body: { holder } })
    const attempt = { attemptId: paper.attempt.attemptId }
    const responses = responsesFor(paper, story.items, 2)
    expect(
      (await someone.get('saveResponses', { params: attempt, body: { holder, responses } })).savedSeqs,
    ).toHaveLength(responses.length)
    // Somebody else's session does not get in with it.
    const thief = await stage.client()
    thief.cookies.set('thiso-safe-browser', someone.cookies.get('thiso-safe-browser') as string)
    expect(await thief.refusal('startAttempt', { params, body: { holder: newHolder() } })).toBe(
      'ATTEMPT.SAFE_BROWSER_NEEDED',
    )
  })

  it('the Config Key of a settings file is worked out, and what cannot be read is refused', async () => {
    const text =
      '{"allowQuit":true,"sendBrowserExamKey":true,"startURL":"https://thi.example.vn/exam/42","URLFilterEnable":false}'
    const read = (content: string) => ({ body: { file: Buffer.from(content).toString('base64') } })
    expect(await organizer.get('readSafeBrowserSettings', read(text))).toEqual({
      configKey: 'ef2e6d0493d880a84d2c96648c2c9b57257890ccc13d878bfed1fc4bab909ee3',
    })
    expect(await organizer.refusal('readSafeBrowserSettings', read('pswd…'))).toBe(
      'ROUND.SAFE_BROWSER_SETTINGS_UNREADABLE',
    )
  })
})

describe('AT-17: the pace of changes', () => {
  it('what comes faster than a person can give it waits; what was saved stays, and the rest is taken when it comes again', async () => {
    const plain = await makeContest(organizer, { itemCount: 3 })
    const someone = await stage.client()
    const holder = newHolder()
    const paper = await someone.get('startAttempt', { params: { roundId: plain.roundId }, body: { holder } })
    const params = { attemptId: paper.attempt.attemptId }
    const tokens = (paper.items[0]?.options ?? []).map(({ token }) => token)
    const batch = (no: number) =>
      Array.from({ length: 100 }, (_, n) => ({
        seq: no * 100 + n + 1,
        position: 1,
        answer: tokens[n % tokens.length] as string,
      }))
    const save = (no: number) => someone.call('saveResponses', { params, body: { holder, responses: batch(no) } })
    for (let no = 0; no < 6; no++) expect((await save(no)).status).toBe(200)
    const reply = await save(6)
    expect([reply.status, reply.code]).toEqual([429, 'ATTEMPT.TOO_FAST'])
    expect(Number(reply.problem?.params?.['seconds'])).toBeGreaterThan(0)
    const { lastSeq } = await someone.get('attemptStatus', { params, query: { holder } })
    expect(lastSeq).toBe(600)
    await new Promise((resolve) => setTimeout(resolve, Number(reply.problem?.params?.['seconds']) * 1_000))
    expect((await save(6)).status).toBe(200)
  })
})
