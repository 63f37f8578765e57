import { randomUUID } from 'node:crypto'
import type { ApiBody, ApiOutput } from '@thiso/contracts'
import { Client } from '../support/client'
import { addPerson, type Person } from '../support/people'
import { eventually, useStage } from '../support/stage'
import { makeContest, newHolder, type Story, tokenFor } from '../support/story'

const stage = useStage()
const NOTE = 'Hai bài giống nhau đến từng câu sai, làm cùng lúc.'
const ALLEGED = 'Ban tổ chức thấy bài của bạn giống bài một bạn khác và muốn nghe bạn kể lại.'
const WORDS = 'Hai bài giống nhau ở nhiều câu sai hiếm gặp, thí sinh thừa nhận chép bài.'

let staff: (Client & { person: Person })[]
let [one, two, three, four] = [] as unknown as (Client & { person: Person })[]
let story: Story
let people: { client: Client & { person: Person }; attemptId: string }[]
const at = (index: number) => people[index] as (typeof people)[number]

type Act = ApiBody<'actOnCase'>
type Given<A extends Act['act']> = Omit<Extract<Act, { act: A }>, 'actNo' | 'act'>
const propose: Given<'propose'> = { decision: 'disqualified', ground: 'shared-answers', words: WORDS }
const tell: Given<'tell'> = { allegation: ALLEGED, days: 5 }

const look = (client: Client, caseId: string) => client.get('caseFile', { params: { caseId } })
async function call<A extends Act['act']>(client: Client, caseId: string, act: A, rest: Given<A>) {
  const [row] = await stage.database.pool
    .query<{ no: number }>('SELECT act_no AS no FROM case_file WHERE id = $1', [caseId])
    .then(({ rows }) => rows)
  return client.call('actOnCase', { params: { caseId }, body: { act, actNo: row?.no ?? 1, ...rest } as Act })
}
async function act<A extends Act['act']>(client: Client, caseId: string, what: A, rest: Given<A>) {
  return (await call(client, caseId, what, rest)).body
}
const refused = async <A extends Act['act']>(client: Client, caseId: string, what: A, rest: Given<A>) =>
  (await call(client, caseId, what, rest)).code

const open = async (who: number, by: Client = one as Client, withWho?: number) =>
  (
    await by.get('openCase', {
      params: { roundId: story.roundId },
      body: {
        attemptId: at(who).attemptId,
        reason: 'Trùng bài',
        note: NOTE,
        withAttemptIds: withWho === undefined ? [] : [at(withWho).attemptId],
      },
    })
  ).caseId
const own = (who: number, caseId: string) => at(who).client.get('myCase', { params: { caseId } })
const answer = (who: number, caseId: string) =>
  at(who).client.get('answerCase', {
    params: { caseId },
    body: { text: 'Em làm bài một mình ở nhà.' },
  })
const appeal = (who: number, caseId: string) =>
  at(who).client.call('appealCase', { params: { caseId }, body: { text: 'Em xin xem xét lại ạ.' } })

/** The newest results: who has which place. */
async function places(): Promise<{ number: number; of: Map<string, ApiOutput<'resultRows'>['rows'][number]> }> {
  const { versions } = await (one as Client).get('results', { params: { roundId: story.roundId } })
  const [newest] = versions
  const { rows } = await (one as Client).get('resultRows', { params: { versionId: newest?.id as string } })
  return { number: newest?.number as number, of: new Map(rows.map((row) => [row.accountId, row])) }
}
const past = (column: string, caseId: string) =>
  stage.database.pool.query(`UPDATE case_file SET ${column} = now() - interval '1 minute' WHERE id = $1`, [caseId])

/** Answers given places right, all others by the same wrong option of the item. */
async function take(client: Client, rightCount: number): Promise<string> {
  const holder = newHolder()
  const paper = await client.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  const { attemptId } = paper.attempt
  const wrong = (position: number) => {
    const place = paper.items[position - 1]
    const item = story.items.find(({ stem }) => stem === place?.stem.vi)
    const text = item?.options[((item?.key ?? 0) + 1) % 4]
    return place?.options.find((option) => option.text.vi === text)?.token as string
  }
  await client.get('saveResponses', {
    params: { attemptId },
    body: {
      holder,
      responses: paper.items.map(({ position }) => {
        const item = story.items.findIndex(({ stem }) => stem === paper.items[position - 1]?.stem.vi)
        return {
          seq: position,
          position,
          answer: item < rightCount ? tokenFor(paper, position, story.items, true) : wrong(position),
        }
      }),
    },
  })
  await client.get('submitAttempt', { params: { attemptId }, body: { holder } })
  return attemptId
}

beforeAll(async () => {
  staff = await Promise.all([0, 1, 2, 3].map((n) => stage.client(n === 3 ? 'administrator' : 'organizer')))
  ;[one, two, three, four] = staff
  story = await makeContest(one as Client, { itemCount: 10, opensInS: -120 })
  people = []
  for (const rightCount of [9, 4, 4, 8, 7, 6]) {
    const client = await stage.client('contestant')
    people.push({ client, attemptId: await take(client, rightCount) })
  }
  // A second attempt of the fifth, for when one of the two does not count.
  await take(at(4).client, 5)
})

describe('CA-2: an organizer opens a case', () => {
  it('with a reason and what was seen; the same person again joins it; nobody is told yet', async () => {
    const caseId = await open(0)
    expect(await open(0, two)).toBe(caseId)
    const file = await look(one as Client, caseId)
    expect(file).toMatchObject({ state: 'opened', allegation: null, decision: null })
    expect(file.acts.map(({ kind }) => kind)).toEqual(['opened', 'joined'])
    expect(file.evidence.map(({ family, note }) => [family, note])).toEqual([
      [null, NOTE],
      [null, NOTE],
    ])
    expect((await at(0).client.get('myCases')).cases).toEqual([])
    expect((await at(0).client.get('myData')).cases).toEqual([])
    const own = { params: { caseId } }
    expect(await at(0).client.refusal('myCase', own)).toBe('CASE.NOT_FOUND')
  })

  it('while the round runs nobody is told: the evidence tells keys', async () => {
    const caseId = await open(0)
    expect(await refused(one as Client, caseId, 'tell', tell)).toBe('CASE.ROUND_OPEN')
    await (one as Client).get('closeRound', { params: { roundId: story.roundId } })
    await stage.database.pool.query(`UPDATE round SET closes_at = closes_at - interval '30 seconds' WHERE id = $1`, [
      story.roundId,
    ])
    await eventually('results', async () => {
      const { status } = await (one as Client).call('closeResults', { params: { roundId: story.roundId } })
      return status === 200
    })
  })

  it('two at once make one case', async () => {
    const [a, b] = await Promise.all([open(5), open(5, two)])
    expect(a).toBe(b)
    expect((await look(one as Client, a as string)).acts).toHaveLength(2)
  })
})

describe('CA-1: signals of two families open a case', () => {
  const runs: string[] = []
  async function signal(family: string, attemptIds: string[]) {
    const { pool } = stage.database
    if (runs.length === 0) {
      runs.push(randomUUID())
      await pool.query(`INSERT INTO detection_run (id, round_id, state, finished_at) VALUES ($1, $2, 'done', now())`, [
        runs[0],
        story.roundId,
      ])
    }
    const id = randomUUID()
    await pool.query(
      `INSERT INTO signal (id, round_id, run_id, kind, family, p, adjusted_p, facts) VALUES ($1, $2, $3, $4, $5, 1e-9, 1e-6, '{"shared":10}')`,
      [id, story.roundId, runs[0], `test-${family}`, family],
    )
    for (const attemptId of attemptIds) await pool.query(`INSERT INTO signal_subject VALUES ($1, $2)`, [id, attemptId])
    return id
  }
  const find = () => (one as Client).get('openCasesFromSignals', { params: { roundId: story.roundId } })

  it('one family opens none; two open one for each they meet on, and name the others by letters', async () => {
    const pair = [at(1).attemptId, at(2).attemptId]
    await signal('answers', pair)
    expect(await find()).toEqual({ opened: 0, joined: 0 })
    await signal('times', pair)
    await signal('process', [at(3).attemptId])
    expect(await find()).toEqual({ opened: 2, joined: 0 })
    expect(await find()).toEqual({ opened: 0, joined: 0 })
    const { rows } = await (one as Client).get('cases', { query: { roundId: story.roundId, open: 'true' } })
    const fromSignals = rows.filter(({ families }) => families.length === 2)
    expect(fromSignals).toHaveLength(2)
    const file = await look(one as Client, fromSignals[0]?.id as string)
    expect(file.companions.map(({ label }) => label)).toEqual(['A'])
    expect(file.acts).toMatchObject([{ kind: 'opened', by: null }])
    expect(file.companions[0]?.caseId).toBe(fromSignals[1]?.id)
  })

  it('a further signal joins the open case', async () => {
    await signal('accounts', [at(1).attemptId])
    expect(await find()).toEqual({ opened: 0, joined: 1 })
  })
})

describe('CA-3: nobody judges the own unit or themselves', () => {
  it('a reviewer of the unit, of one above it, or who took part for it, sees and does nothing', async () => {
    const caseId = await open(0)
    const near = [
      await addPerson(stage.database.pool, 'organizer', stage.units.communes[0]),
      await addPerson(stage.database.pool, 'organizer', stage.units.districts[0]),
    ]
    for (const { token } of near) {
      const client = new Client(stage.api.url, token)
      expect(await client.refusal('caseFile', { params: { caseId } })).toBe('CASE.OWN_UNIT')
      expect(await refused(client, caseId, 'tell', tell)).toBe('CASE.OWN_UNIT')
      const { rows } = await client.get('cases')
      expect(rows.find(({ id }) => id === caseId)?.bar).toBe('own-unit')
      const body = { attemptId: at(0).attemptId, reason: 'Trùng bài', note: NOTE }
      expect(await client.refusal('openCase', { params: { roundId: story.roundId }, body })).toBe('CASE.OWN_UNIT')
    }
    const far = await addPerson(stage.database.pool, 'organizer', stage.units.communes[2])
    expect((await look(new Client(stage.api.url, far.token), caseId)).may).toContain('tell')
    const root = await addPerson(stage.database.pool, 'administrator', stage.units.province)
    expect((await look(new Client(stage.api.url, root.token), caseId)).may).toContain('tell')
  })

  it('who steps back says why, and is out', async () => {
    const caseId = await open(0)
    const other = await stage.client('organizer')
    await act(other, caseId, 'recuse', { words: 'Thí sinh là cháu của tôi.' })
    expect(await other.refusal('caseFile', { params: { caseId } })).toBe('CASE.RECUSED')
    expect(await refused(other, caseId, 'tell', tell)).toBe('CASE.RECUSED')
  })
})

describe('CA-4 to CA-8, CA-12: a case from the hearing to the appeal', () => {
  let caseId: string

  it('nobody is judged unheard', async () => {
    caseId = await open(0)
    expect(await refused(one as Client, caseId, 'propose', propose)).toBe('CASE.NOT_HEARD')
    await act(one as Client, caseId, 'tell', tell)
    expect(await refused(one as Client, caseId, 'propose', propose)).toBe('CASE.HEARING_RUNS')
    const { rows } = await at(0).client.get('myNotices')
    expect(rows[0]).toMatchObject({ kind: 'case-hearing', link: `/vu-viec/${caseId}` })
  })

  it('the person sees the own paper and log, and answers once, in time', async () => {
    const mine = await own(0, caseId)
    expect(mine).toMatchObject({ canAnswer: true, allegation: ALLEGED, decision: null })
    expect(mine.places).toHaveLength(10)
    expect(mine.timeline.map(({ kind }) => kind)).toContain('submitted')
    expect((await answer(0, caseId)).canAnswer).toBe(false)
    const again = { params: { caseId }, body: { text: 'Em muốn nói thêm một điều.' } }
    expect(await at(0).client.refusal('answerCase', again)).toBe('CASE.WRONG_STATE')
    expect(await at(1).client.refusal('answerCase', again)).toBe('CASE.NOT_FOUND')
  })

  it('an act on what is old is refused', async () => {
    const body = { act: 'propose', actNo: 1, ...propose } as const
    expect(await (one as Client).refusal('actOnCase', { params: { caseId }, body })).toBe('CASE.MOVED_ON')
  })

  it('who proposed does not approve; sent back, it is proposed anew; two approvals at once are one', async () => {
    expect(await refused(one as Client, caseId, 'propose', { ...propose, ground: 'no-breach' })).toBe(
      'CASE.GROUND_UNFIT',
    )
    await act(one as Client, caseId, 'propose', propose)
    expect(await refused(one as Client, caseId, 'approve', { words: '' })).toBe('CASE.SECOND_PERSON_NEEDED')
    const back = await act(two as Client, caseId, 'send-back', { words: 'Hãy viết rõ các câu cùng sai.' })
    expect(back.state).toBe('hearing')
    const { actNo } = await act(one as Client, caseId, 'propose', propose)
    const before = await places()
    expect(before.of.get(at(0).client.person.accountId)?.rank).toBe(1)
    const body = { act: 'approve', actNo, words: '' } as const
    const replies = await Promise.all(
      [two, three].map((client) => (client as Client).call('actOnCase', { params: { caseId }, body })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.code).toBe('CASE.MOVED_ON')
    const after = await places()
    expect(after.number).toBe(before.number + 1)
    expect(after.of.get(at(0).client.person.accountId)).toMatchObject({
      rank: null,
      unrankedReason: 'excluded',
    })
    const file = await look(four as Client, caseId)
    expect(file).toMatchObject({ state: 'decided', versionNumber: after.number })
  })

  it('the appeal is filed once, and heard by two who took no part; it never makes it worse', async () => {
    // Only one of the two who approved at once took part; both had a hand in it earlier or tried to.
    const took = (await look(four as Client, caseId)).acts.flatMap(({ by }) => by ?? [])
    expect(took.length).toBeGreaterThan(3)
    expect((await appeal(0, caseId)).status).toBe(200)
    expect((await appeal(0, caseId)).code).toBe('CASE.WRONG_STATE')
    const [fifth, sixth] = [await stage.client('organizer'), await stage.client('organizer')]
    const milder = {
      decision: 'warned',
      ground: 'shared-answers',
      words: 'Nhắc nhở là đủ trong trường hợp này.',
    } as const
    expect(await refused(one as Client, caseId, 'propose', milder)).toBe('CASE.FRESH_EYES_NEEDED')
    await act(fifth, caseId, 'propose', milder)
    expect(await refused(fifth, caseId, 'approve', { words: '' })).toBe('CASE.SECOND_PERSON_NEEDED')
    expect(await refused(one as Client, caseId, 'approve', { words: '' })).toBe('CASE.FRESH_EYES_NEEDED')
    const before = await places()
    expect(await act(sixth, caseId, 'approve', { words: '' })).toMatchObject({
      state: 'closed',
      appealAnswer: { decision: 'warned', article: 10 },
    })
    const after = await places()
    expect(after.number).toBe(before.number + 1)
    expect(after.of.get(at(0).client.person.accountId)?.rank).toBe(1)
    const mine = await own(0, caseId)
    expect(mine).toMatchObject({ state: 'closed', canAppeal: false, appealAnswer: { decision: 'warned' } })
    expect(mine.deleteOn).not.toBeNull()
  })

  it('an appeal proposes nothing harsher', async () => {
    const other = await open(5)
    await act(one as Client, other, 'tell', tell)
    await answer(5, other)
    await act(one as Client, other, 'propose', { ...propose, decision: 'warned' })
    const before = await places()
    await act(two as Client, other, 'approve', { words: '' })
    expect((await places()).number).toBe(before.number)
    await appeal(5, other)
    expect(await refused(three as Client, other, 'propose', { ...propose, decision: 'voided' })).toBe('CASE.HARSHER')
  })
})

describe('CA-7: deadlines pass by the clock, and nothing else happens by itself', () => {
  it('who does not answer is not heard later; the case just says so', async () => {
    const caseId = await open(3)
    await act(one as Client, caseId, 'tell', tell)
    await past('hearing_until', caseId)
    const late = { params: { caseId }, body: { text: 'Em xin lỗi vì trả lời muộn.' } }
    expect(await at(3).client.refusal('answerCase', late)).toBe('CASE.TOO_LATE')
    expect(await look(one as Client, caseId)).toMatchObject({ state: 'hearing', isHearingOver: true, answer: null })
    await act(one as Client, caseId, 'propose', { ...propose, decision: 'warned' })
    await act(two as Client, caseId, 'approve', { words: '' })
    await past('appeal_until', caseId)
    expect((await appeal(3, caseId)).code).toBe('CASE.TOO_LATE')
  })

  it('who is cleared has nothing to appeal, and need not have been asked', async () => {
    const { rows } = await (one as Client).get('cases', { query: { open: 'true' } })
    const caseId = rows.find(({ families }) => families.length > 2)?.id as string
    const clear = { decision: 'cleared', ground: 'not-proven', words: 'Không đủ căn cứ để kết luận.' } as const
    await act(one as Client, caseId, 'propose', clear)
    expect(await act(two as Client, caseId, 'approve', { words: '' })).toMatchObject({
      state: 'closed',
      appealUntil: null,
    })
  })
})

describe('CA-12: an attempt that does not count', () => {
  it('leaves the person the other ones, and comes back on appeal', async () => {
    const accountId = at(4).client.person.accountId
    const before = await places()
    expect(before.of.get(accountId)).toMatchObject({ rightCount: 7, attemptCount: 2 })
    const caseId = await open(4)
    await act(one as Client, caseId, 'tell', tell)
    await answer(4, caseId)
    await act(one as Client, caseId, 'propose', { ...propose, decision: 'voided' })
    await act(two as Client, caseId, 'approve', { words: '' })
    expect((await places()).of.get(accountId)).toMatchObject({ rightCount: 5, attemptCount: 1, unrankedReason: null })
    await appeal(4, caseId)
    const clear = { decision: 'cleared', ground: 'not-proven', words: 'Lời giải thích có căn cứ.' } as const
    await act(three as Client, caseId, 'propose', clear)
    await act(four as Client, caseId, 'approve', { words: '' })
    expect((await places()).of.get(accountId)).toMatchObject({ rightCount: 7, attemptCount: 2 })
  })

  it('the only one: no place, with the reason', async () => {
    const caseId = (await (one as Client).get('cases', { query: { open: 'true' } })).rows.find(
      ({ families }) => families.length === 2,
    )?.id as string
    const { person } = await look(one as Client, caseId)
    await act(one as Client, caseId, 'tell', tell)
    await past('hearing_until', caseId)
    await act(one as Client, caseId, 'propose', { ...propose, decision: 'voided' })
    await act(two as Client, caseId, 'approve', { words: '' })
    expect((await places()).of.get(person.accountId)).toMatchObject({ rank: null, unrankedReason: 'voided' })
  })
})

describe('CA-9, CA-10, CA-14: evidence, views and the chain', () => {
  it('papers stand side by side, equal wrong answers with how rare they are, and what chance gives', async () => {
    const caseId = await open(1, one, 2)
    const file = await look(one as Client, caseId)
    const papers = await (one as Client).get('casePapers', {
      params: { caseId },
      query: { attemptId: file.attempts[0]?.attemptId as string, with: file.companions[0]?.attemptId as string },
    })
    expect(papers.places).toHaveLength(10)
    const same = papers.places.filter(({ mark }) => mark === 'same-wrong')
    expect(same).toHaveLength(6)
    for (const { own: answered, other, share } of same) {
      expect(answered).toBe(other)
      expect(share).toBeGreaterThan(0)
    }
    expect(papers.chance).toMatchObject({ shared: 10, matches: 10, sameWrong: 6, papers: 7 })
    expect(papers.inFavour.map(({ kind }) => kind)).toContain('same-unit')
    const { views } = await look(two as Client, caseId)
    expect(views.map(({ part }) => part)).toEqual(expect.arrayContaining(['case', 'papers']))
    const strange = { params: { caseId }, query: { attemptId: at(5).attemptId } }
    expect(await (one as Client).refusal('casePapers', strange)).toBe('CASE.ATTEMPT_UNFIT')
  })

  it('the person sees that somebody’s answers are the same, and nothing else of them', async () => {
    const caseId = await open(1, one, 2)
    await act(one as Client, caseId, 'tell', tell)
    const mine = await at(1).client.call('myCase', { params: { caseId } })
    expect(mine.body.places.filter(({ sameAs }) => sameAs.includes('A'))).toHaveLength(6)
    const other = at(2).client.person
    for (const secret of [other.fullName, other.accountId, at(2).attemptId])
      expect(mine.text.includes(secret) && secret !== at(1).client.person.fullName).toBe(false)
    // ID-8: it is taken along too, with what the person was told and said, and nothing of the reviewers.
    const kept = await at(1).client.call('myData')
    expect(kept.body.cases[0]).toMatchObject({
      state: 'hearing',
      allegation: mine.body.allegation,
      toldAt: mine.body.toldAt,
      said: null,
      decision: null,
    })
    for (const secret of [other.accountId, at(2).attemptId, one?.person.accountId as string])
      expect(kept.text).not.toContain(secret)
  })

  it('acts and views are never changed', async () => {
    for (const table of ['case_act', 'case_view'])
      for (const statement of [`UPDATE ${table} SET at = now()`, `DELETE FROM ${table}`])
        await expect(stage.database.pool.query(statement)).rejects.toThrow('append-only')
  })
})

describe('CA-13: the record', () => {
  it.each(['pdf', 'docx'] as const)('as %s, at any time, in both languages', async (format) => {
    const caseId = await open(1)
    for (const locale of ['vi', 'en'] as const) {
      const reply = await (one as Client).send('GET', `/api/admin/cases/${caseId}/record.${format}?locale=${locale}`)
      expect(reply.status).toBe(200)
      expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(2_000)
    }
  })
})

describe('CA-15: cases are deleted on their day', () => {
  it('what stays is the number, the kind of decision and the chain of acts', async () => {
    const { pool } = stage.database
    const {
      rows: [closed],
    } = await pool.query<{ id: string }>(
      `UPDATE case_file SET delete_on = current_date - 1 WHERE state = 'closed' AND appeal_answer IS NOT NULL RETURNING id`,
    )
    const caseId = closed?.id as string
    await stage.api.stop()
    const { startApi } = await import('../support/api-process')
    stage.api = await startApi({ DATABASE_URL: stage.database.url })
    const client = new Client(stage.api.url, one?.person.token)
    await eventually('the case to be deleted', async () => {
      const { code } = await client.call('caseFile', { params: { caseId } })
      return code === 'CASE.NOT_FOUND'
    })
    const { rows } = await pool.query(
      `SELECT c.number, c.account_id, c.answer, c.decision->>'decision' AS decision, c.decision->>'words' AS words,
         (SELECT count(*)::int FROM case_act a WHERE a.case_id = c.id) AS acts, (SELECT count(*)::int FROM case_note n WHERE n.case_id = c.id) AS notes,
         (SELECT count(*)::int FROM case_evidence e WHERE e.case_id = c.id) AS evidence
       FROM case_file c WHERE c.id = $1`,
      [caseId],
    )
    expect(rows[0]).toMatchObject({ account_id: null, answer: null, words: '', notes: 0, evidence: 0 })
    expect(rows[0].acts).toBeGreaterThan(4)
    expect(rows[0].decision).not.toBeNull()
  })
})
