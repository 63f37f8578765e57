import { strFromU8, unzipSync } from 'fflate'
import type { ApiBody, ApiOutput } from '@thiso/contracts'
import { withEdits } from '@thiso/contracts/rule-words'
import type { Client } from '../support/client'
import { useStage } from '../support/stage'
import { makeContest, type Story } from '../support/story'

const stage = useStage()
let organizer: Client
let colleague: Client

type Rulebook = ApiOutput<'rulebook'>
type Save = ApiBody<'saveRulebook'>

beforeAll(async () => {
  organizer = await stage.client('organizer')
  colleague = await stage.client('administrator')
})

const paramsOf = ({ contestId }: Story) => ({ contestId })
const draftOf = (story: Story) => organizer.get('rulebook', { params: paramsOf(story) })
const withPurpose = (book: Rulebook, before: string): Save => ({
  revision: book.revision,
  head: book.head,
  edits: { ...book.edits, around: { purpose: { before: { vi: before, en: '' }, after: { vi: '', en: '' } } } },
})
const save = (story: Story, body: Save, client = organizer) =>
  client.call('saveRulebook', { params: paramsOf(story), body })
const publish = (story: Story, revision: number, client = organizer) =>
  client.call('publishRulebook', { params: paramsOf(story), body: { revision } })
const read = (story: Story, version?: number, client: Client = stage.guest()) =>
  client.get('publicRulebook', { params: paramsOf(story), query: version === undefined ? {} : { version } })
const wordsOf = (articles: Rulebook['made']['vi']) =>
  articles
    .flatMap(({ title, passages }) => [
      title,
      ...passages.flatMap((passage) => (passage.kind === 'list' ? passage.entries : [passage.text])),
    ])
    .join('\n')

async function fileOf(client: Client, path: string): Promise<Buffer> {
  const response = await client.send('GET', `/api${path}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  return Buffer.from(await response.arrayBuffer())
}

function docxText(bytes: Buffer): string {
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /^word\/(document|footer\d*)\.xml$/.test(name))
  const xml = parts.map(([, content]) => strFromU8(content)).join('\n')
  // Print has unbroken spaces in it.
  return xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ')
}

describe('RB-1: what is being written', () => {
  it('is whole before anybody has saved a word, in both languages', async () => {
    const book = await draftOf(await makeContest(organizer, { attemptLimit: 3 }))
    expect(book).toMatchObject({ revision: 0, versions: [], isBehind: true, roundCount: 1 })
    expect(wordsOf(book.made.vi)).toContain('Mỗi người được thi 3 lượt trong đợt thi.')
    expect(wordsOf(book.made.en)).toContain('Everybody has 3 attempts in the round.')
    expect(book.head).toMatchObject({ style: 'state', body: 'Tỉnh đoàn Quảng Nam' })
  })

  it('keeps what organizers wrote around it, and refuses a save over somebody else’s', async () => {
    const story = await makeContest(organizer)
    const seen = await draftOf(story)
    const results = await Promise.all([
      save(story, withPurpose(seen, 'Căn cứ Kế hoạch số 1.')),
      save(story, withPurpose(seen, 'Căn cứ Kế hoạch số 2.'), colleague),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(results.find(({ status }) => status === 409)?.code).toBe('RULEBOOK.CHANGED_MEANWHILE')
    const first = await draftOf(story)
    expect(first.revision).toBe(1)
    expect(first.edits).toEqual(results.find(({ status }) => status === 200)?.body.edits)
    expect((await save(story, withPurpose(seen, 'Muộn.'))).code).toBe('RULEBOOK.CHANGED_MEANWHILE')
    expect((await save(story, withPurpose(first, 'Lần hai.'))).body.revision).toBe(2)
  })

  it('refuses what does not fit, at its field', async () => {
    const story = await makeContest(organizer)
    const book = await draftOf(story)
    const long = await save(story, withPurpose(book, 'x'.repeat(4_001)))
    expect(long.problem?.fields?.map(({ path }) => path)).toEqual(['edits.around.purpose.before.vi'])
    const nameless = { title: { vi: '', en: '' }, text: { vi: 'Có nội dung.', en: '' } }
    const own = await save(story, { ...withPurpose(book, ''), edits: { around: {}, own: [nameless] } })
    expect(own.problem?.fields?.map(({ path }) => path)).toEqual(['edits.own.0.title.vi'])
    for (const revision of [-1, 2 ** 40])
      expect((await save(story, { ...withPurpose(book, ''), revision })).code).toBe('REQUEST.INVALID')
  })
})

describe('RB-3: published versions', () => {
  it('are nobody’s to read before there is one, or while the contest is not published', async () => {
    const story = await makeContest(organizer)
    const params = paramsOf(story)
    expect(await stage.guest().refusal('publicRulebook', { params })).toBe('RULEBOOK.NOT_PUBLISHED')
    await publish(story, 0)
    expect((await read(story)).version).toBe(1)
    for (const version of [2, 999_999_999_999]) {
      const { status } = await stage.guest().call('publicRulebook', { params, query: { version } })
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
    await organizer.get('publishContest', { params, body: { isPublished: false } })
    expect(await stage.guest().refusal('publicRulebook', { params })).toBe('CONTEST.NOT_FOUND')
    const file = await stage.guest().send('GET', `/api/contests/${story.contestId}/rulebook/1/the-le.pdf`)
    expect(file.status).toBe(404)
  })

  it('say what the settings said then; a setting that changes leaves them and tells the organizers', async () => {
    const story = await makeContest(organizer, { attemptLimit: 2 })
    const saved = (await save(story, withPurpose(await draftOf(story), 'Căn cứ Kế hoạch số 1.'))).body
    expect((await publish(story, 0)).code).toBe('RULEBOOK.CHANGED_MEANWHILE')
    const first = (await publish(story, saved.revision)).body
    expect(first).toMatchObject({ isBehind: false, versions: [{ version: 1 }] })
    expect((await publish(story, saved.revision)).code).toBe('RULEBOOK.UNCHANGED')

    const params = { roundId: story.roundId }
    await organizer.get('updateRound', { params, body: { ...story.roundBody, attemptLimit: 5 } })
    expect(await draftOf(story)).toMatchObject({ isBehind: true })
    expect(wordsOf((await read(story)).articles.vi)).toContain('Mỗi người được thi 2 lượt')
    // Two organizers press at once: one version.
    const pressed = await Promise.all([publish(story, 1), publish(story, 1, colleague)])
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409])
    const now = await read(story)
    expect(now.versions.map(({ version }) => version)).toEqual([2, 1])
    expect(wordsOf(now.articles.vi)).toContain('Mỗi người được thi 5 lượt')
    expect(now.articles.vi).toEqual(withEdits((await draftOf(story)).made.vi, saved.edits, 'vi'))
    const before = await read(story, 1)
    expect(before.hash).toBe(first.versions[0]?.hash)
    expect(wordsOf(before.articles.vi)).toContain('Mỗi người được thi 2 lượt')

    const { rows } = await stage.database.pool.query<{ act: string }>(
      `SELECT act FROM audit_entry WHERE subject = $1 AND act LIKE 'rulebook.%' ORDER BY at`,
      [`contest:${story.contestId}`],
    )
    expect(rows.map(({ act }) => act)).toEqual(['rulebook.saved', 'rulebook.published', 'rulebook.published'])
  })

  it('do not change: the database refuses', async () => {
    const story = await makeContest(organizer)
    await publish(story, 0)
    const change = stage.database.pool.query(`UPDATE rulebook_version SET hash = 'x' WHERE contest_id = $1`, [
      story.contestId,
    ])
    await expect(change).rejects.toThrow('published rules do not change')
  })

  it('need a round to speak of', async () => {
    const { contestId } = await makeContest(organizer)
    const { contest } = await organizer.get('contest', { params: { contestId } })
    const { id, isPublished, createdAt, ...body } = contest
    const empty = await organizer.get('createContest', { body: { ...body, slug: `${contest.slug}-2` } })
    expect(await organizer.refusal('publishRulebook', { params: { contestId: empty.id }, body: { revision: 0 } })).toBe(
      'RULEBOOK.NO_ROUND',
    )
    expect([typeof id, isPublished, typeof createdAt]).toEqual(['string', true, 'string'])
  })
})

describe('RB-2: files', () => {
  it('are PDF and Word, of drafts and of versions, in both languages, and hold the whole text', async () => {
    const story = await makeContest(organizer)
    const book = await draftOf(story)
    const head = { ...book.head, number: '12-TL/TĐTN', place: 'Tam Kỳ', date: '2026-10-01', signerName: 'Lê Thị Bích' }
    const body = { ...withPurpose(book, 'Căn cứ Kế hoạch số 1.'), head }
    const saved = (await save(story, body)).body
    await publish(story, saved.revision)
    const places = [
      [organizer, `/admin/contests/${story.contestId}/rulebook/the-le`],
      [stage.guest(), `/contests/${story.contestId}/rulebook/1/the-le`],
    ] as const
    for (const [client, path] of places) {
      expect((await fileOf(client, `${path}.pdf`)).subarray(0, 5).toString('latin1')).toBe('%PDF-')
      const vi = docxText(await fileOf(client, `${path}.docx`))
      for (const text of [
        'Tìm hiểu chuyển đổi số',
        'Điều 1. Tên cuộc thi',
        'Căn cứ Kế hoạch số 1.',
        '12-TL/TĐTN',
        'Tam Kỳ, ngày 01 tháng 10 năm 2026',
        'Lê Thị Bích',
      ])
        expect(vi).toContain(text)
      const en = docxText(await fileOf(client, `${path}.docx?locale=en`))
      expect(en).toContain('Digital transformation quiz')
      expect(en).toContain('Article 1. Name and organizer')
    }
    expect(docxText(await fileOf(organizer, `${places[0][1]}.docx`))).toContain('Bản nháp')
    const { hash } = await read(story)
    expect(docxText(await fileOf(stage.guest(), `${places[1][1]}.docx`))).toContain(
      `Phiên bản 1 · SHA-256 ${hash.slice(0, 16)}`,
    )
  }, 60_000)

  it('of a draft are the organizers’ alone', async () => {
    const story = await makeContest(organizer)
    for (const role of ['contestant', 'teacher'] as const) {
      const client = await stage.client(role)
      expect((await client.call('rulebook', { params: paramsOf(story) })).status).toBe(403)
      const file = await client.send('GET', `/api/admin/contests/${story.contestId}/rulebook/the-le.pdf`)
      expect(file.status).toBe(403)
      const rehearsal = { params: { roundId: story.roundId }, body: { contestants: 10, attemptsEach: 1 } }
      expect((await client.call('rehearseRound', rehearsal)).status).toBe(403)
    }
  })
})

describe('RB-4: a rehearsal', () => {
  const rehearse = (story: Story, contestants: number, attemptsEach = 1) =>
    organizer.call('rehearseRound', { params: { roundId: story.roundId }, body: { contestants, attemptsEach } })

  it('says what the round would come to, the same each time, and nothing of a key', async () => {
    const story = await makeContest(organizer, {
      attemptLimit: 2,
      rules: { ranking: [{ by: 'points' }, { by: 'draw' }] },
      prizes: [
        { tier: 'second', count: 2, reward: { vi: 'Giấy khen', en: '' } },
        { tier: 'first', count: 1, reward: { vi: 'Xe đạp', en: '' } },
      ],
    })
    const reply = await rehearse(story, 5_000, 9)
    const found = reply.body
    expect(found).toMatchObject({ attemptsEach: 2, knownItems: 0, poolItems: story.items.length })
    expect(found.histogram.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
    expect(found.borders.map(({ tier, place }) => [tier, place])).toEqual([
      ['first', 1],
      ['second', 3],
    ])
    // Eight easy items, ordered by points alone: a crowd on top, and the advice is to look at the time.
    expect(found.perfectPeople).toBeGreaterThan(500)
    expect(found.borders.every(({ sharedBy }) => sharedBy === found.perfectPeople)).toBe(true)
    expect(found.advice.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rank-by-time']))
    for (const { stem, explanation, options } of story.items)
      for (const secret of [stem, explanation, ...options]) expect(reply.text).not.toContain(secret)
    expect((await rehearse(story, 5_000, 9)).body).toEqual(found)
  }, 60_000)

  it('counts with clocks for items, with days and with items of several parts', async () => {
    const story = await makeContest(organizer, {
      timeLimitS: 600,
      attemptLimit: 1,
      opensInS: 3_600,
      lengthS: 3 * 86_400,
      rules: {
        movement: 'one-way',
        itemClockS: 20,
        allRequired: true,
        attempts: { period: 'day', waitS: 0, counted: 'best', unseenFirst: false },
      },
    })
    const found = (await rehearse(story, 2_000, 20)).body
    // Three times a day's length touch four days of Viet Nam, or three where they begin at midnight.
    expect([3, 4]).toContain(found.attemptsEach)
    expect(found.timedOutShare).toBeGreaterThan(0)
    expect(found.timedOutShare).toBeLessThan(1)
    expect(found.unrankedPeople).toBeGreaterThan(0)
    expect(found.manyPartItems).toBe(0)
  }, 60_000)

  it('of a million people takes seconds, and the API answers meanwhile', async () => {
    const story = await makeContest(organizer)
    const from = performance.now()
    const rehearsing = rehearse(story, 1_000_000, 20)
    const { status } = await stage.guest().call('publicAmendments', { params: { slug: 'khong-co-cuoc-thi-nay' } })
    expect(status).toBe(404)
    expect((await rehearsing).body.advice.map(({ kind }) => kind)).toContain('opening-load')
    expect(performance.now() - from).toBeLessThan(40_000)
  }, 60_000)
})
