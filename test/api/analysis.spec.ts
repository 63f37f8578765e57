import type { ApiBody } from '@thiso/contracts'
import ExcelJS from 'exceljs'
import { analyseMarks } from '../../api/src/modules/analysis/domain/analyse-marks'
import type { Client } from '../support/client'
import { eventually, useStage } from '../support/stage'
import { type MadeItem, makeContest, newHolder, type Paper, type Story, tokenFor } from '../support/story'

const stage = useStage()
let organizer: Client

/** What each person answers of items 0 to 3: 1 right, 0 wrong, null blank. */
const ANSWERS = [
  [1, 1, 1, 0],
  [1, 1, 1, 0],
  [1, 0, 0, 1],
  [1, 0, null, 1],
  [0, 0, 0, 1],
  [0, null, 0, 1],
] as const

/** The option that a wrong answer takes: always the same one of an item, so that another stays unchosen. */
async function answer(client: Client, story: Story, want: (itemIndex: number, paper: Paper) => number | null) {
  const holder = newHolder()
  const paper = await client.get('startAttempt', { params: { roundId: story.roundId }, body: { holder } })
  const { attemptId } = paper.attempt
  const responses = paper.items.flatMap(({ position, stem }, index) => {
    const item = story.items.findIndex((made) => made.stem === stem.vi)
    const wanted = want(item, paper)
    if (wanted === null) return []
    return [{ seq: index + 1, position, answer: tokenOf(paper, position, story.items[item] as MadeItem, wanted === 1) }]
  })
  await client.get('saveResponses', { params: { attemptId }, body: { holder, responses } })
  await client.get('submitAttempt', { params: { attemptId }, body: { holder } })
}

/** Right: the key. Wrong: the option that follows the key in the author's order. */
function tokenOf(paper: Paper, position: number, item: MadeItem, isRight: boolean): string {
  if (isRight) return tokenFor(paper, position, [item], true)
  const text = item.options[(item.key + 1) % item.options.length]
  const option = paper.items[position - 1]?.options.find((other) => other.text.vi === text)
  if (!option) throw new Error('no such option')
  return option.token
}

/** Ends the round some time ago. */
async function end(roundId: string) {
  await organizer.get('closeRound', { params: { roundId } })
  await stage.database.pool.query(`UPDATE round SET closes_at = closes_at - interval '30 seconds' WHERE id = $1`, [
    roundId,
  ])
  await eventually('the round to be known as over', async () => {
    const { status } = await organizer.call('itemAnalysis', { params: { roundId } })
    return status === 200
  })
}

describe('IA: the analysis of a small round', () => {
  let story: Story

  beforeAll(async () => {
    organizer = await stage.client('organizer')
    story = await makeContest(organizer, { itemCount: 4, attemptLimit: 2, opensInS: -120 })
    const people: Client[] = []
    for (const [index, row] of ANSWERS.entries()) {
      const person = await stage.client('contestant', `Người ${index}`)
      people.push(person)
      await answer(person, story, (item) => row[item] ?? null)
    }
    // A second attempt, all right: it has no part in the figures of first attempts.
    await answer(people[5] as Client, story, () => 1)
  })

  it('IA-6: is refused while answers may still count, and to others than organizers', async () => {
    const params = { roundId: story.roundId }
    const early = await organizer.call('itemAnalysis', { params })
    expect([early.status, early.code]).toEqual([409, 'ANALYSIS.NOT_YET'])
    expect((await organizer.send('GET', `/api/admin/rounds/${story.roundId}/analysis.csv`)).status).toBe(409)
    await organizer.get('closeRound', { params })
    // Closed, but the grace is not over.
    expect((await organizer.call('itemAnalysis', { params })).status).toBe(409)
    for (const role of ['teacher', 'contestant'] as const)
      expect((await (await stage.client(role)).call('itemAnalysis', { params })).status).toBe(403)
    await stage.database.pool.query(`UPDATE round SET closes_at = closes_at - interval '30 seconds' WHERE id = $1`, [
      story.roundId,
    ])
    await eventually(
      'the round to be over',
      async () => (await organizer.call('itemAnalysis', { params })).status === 200,
    )
  })

  const ofFirst = () =>
    organizer.get('itemAnalysis', { params: { roundId: story.roundId }, query: { attempts: 'first' } })

  it('IA-1, IA-2: has the figures worked out by hand', async () => {
    const found = await ofFirst()
    const itemAt = (index: number) => found.items.find(({ itemId }) => itemId === story.items[index]?.itemId)
    expect(found.test).toMatchObject({ personCount: 6, itemCount: 4, isComplete: true, maxTotal: 4, perfectCount: 0 })
    // Totals 3, 3, 2, 2, 1, 1.
    expect(found.test.mean).toBeCloseTo(2, 10)
    expect(found.test.median).toBe(2)
    expect(found.test.sd).toBeCloseTo(Math.sqrt(4 / 5), 10)
    expect(found.bins.map(({ count }) => count)).toEqual([0, 2, 2, 2, 0])
    expect([0, 1, 2, 3].map((index) => itemAt(index)?.facility)).toEqual([400 / 6, 100 / 3, 100 / 3, 400 / 6].map(near))
    // Item 3 against what its people got on the others, by the definition itself.
    const rest = [3, 3, 1, 1, 0, 0]
    const marks = [0, 0, 1, 1, 1, 1]
    const cov = marks.reduce((sum, mark, index) => sum + (mark - 4 / 6) * ((rest[index] as number) - 8 / 6), 0)
    const varX = marks.reduce((sum, mark) => sum + (mark - 4 / 6) ** 2, 0)
    const varO = rest.reduce((sum, other) => sum + (other - 8 / 6) ** 2, 0)
    expect(itemAt(3)?.itemRest).toBeCloseTo(cov / Math.sqrt(varX * varO), 10)
    expect(itemAt(3)?.itemRest).toBeLessThan(0)
    expect(itemAt(3)).toMatchObject({ keyDoubt: 'clear', servedCount: 6, randomGuess: 25, effectiveWeight: null })
    expect(itemAt(3)?.warnings.map(({ code }) => code)).toEqual([
      'negative_item_rest',
      'wrong_answer_preferred',
      'not_discriminating',
    ])
    expect(found.warnings).toContain('few_people')
  })

  it('IA-4: shows who answers what, by ability', async () => {
    const found = await ofFirst()
    const item = found.items.find(({ itemId }) => itemId === story.items[2]?.itemId)
    const made = story.items[2] as MadeItem
    const line = (index: number) =>
      item?.answers.find(({ text }) => text.vi.includes(made.options[index % made.options.length] as string))
    // Right: the two ablest; wrong: persons 2, 4 and 5; blank: person 3.
    expect(line(made.key)).toMatchObject({ isKey: true, count: 2, share: near(1 / 3), lowerShare: 0 })
    expect(line(made.key + 1)).toMatchObject({ isKey: false, count: 3, share: 0.5, lowerShare: 1 })
    expect(line(made.key + 2)).toMatchObject({ isKey: false, count: 0, share: 0, thirds: [0, 0, 0] })
    expect(item?.blank).toMatchObject({ count: 1, thirds: [0, 0.5, 0] })
    expect(item?.thirdSizes).toEqual([2, 2, 2])
    expect(line(made.key + 1)?.thirds).toEqual([1, 0.5, 0])
  })

  it('IA-1: takes counted attempts, first ones or all', async () => {
    const params = { roundId: story.roundId }
    const { attempts, test } = await organizer.get('itemAnalysis', { params })
    // The best of two: the perfect second one.
    expect([attempts, test.personCount, test.perfectCount]).toEqual(['counted', 6, 1])
    const all = await organizer.get('itemAnalysis', { params, query: { attempts: 'all' } })
    expect(all.test).toMatchObject({ personCount: 7, perfectCount: 1 })
  })

  it('IA-6: follows a key that is corrected', async () => {
    const item = story.items[3] as MadeItem
    const ids = await stage.database.pool.query(
      `UPDATE item_key k SET key = jsonb_set(k.key, '{option}', to_jsonb($2::int))
       FROM item_version v WHERE v.id = k.item_version_id AND v.item_id = $1 RETURNING v.id`,
      [item.itemId, (item.key + 1) % 4],
    )
    expect(ids.rowCount).toBe(1)
    const found = await ofFirst()
    const corrected = found.items.find(({ itemId }) => itemId === item.itemId)
    expect(corrected?.facility).toBeCloseTo(100 / 3, 10)
    expect(corrected?.itemRest).toBeGreaterThan(0)
    expect(corrected?.keyDoubt).toBe('none')
  })

  it('IA-7: leaves a trace of keys read, and of files taken along', async () => {
    const path = (format: string) => `/api/admin/rounds/${story.roundId}/analysis.${format}`
    const csv = Buffer.from(await (await organizer.send('GET', `${path('csv')}?locale=en`)).arrayBuffer()).toString()
    expect(csv.split('\r\n')[0]).toContain('Code,Stem,Topic')
    const response = await organizer.send('GET', path('xlsx'))
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="phan-tich-cau-hoi.xlsx"')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(await response.arrayBuffer()) as unknown as ArrayBuffer)
    const sheet = book.worksheets[0] as ExcelJS.Worksheet
    expect(sheet.rowCount).toBe(5)
    expect(sheet.getCell(1, 5).value).toBe('Số bài có câu này (lượt được tính)')
    expect(sheet.getCell(1, 6).value).toBe('Độ dễ (%)')
    expect([2, 3, 4, 5].map((row) => sheet.getCell(row, 5).value)).toEqual([6, 6, 6, 6])
    const pdf = await organizer.send('GET', `${path('pdf')}?locale=en`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toBe('attachment; filename="phan-tich-cau-hoi.pdf"')
    const printed = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect([printed.slice(0, 5), printed.trimEnd().slice(-5)]).toEqual(['%PDF-', '%%EOF'])
    expect(printed).toContain('/Lang (en)')
    const { rows } = await stage.database.pool.query(
      `SELECT act, subject, detail->>'count' AS count FROM audit_entry
       WHERE act IN ('analysis.exported', 'item.keys_read') ORDER BY at`,
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        { act: 'item.keys_read', subject: 'analysis:items', count: '4' },
        { act: 'item.keys_read', subject: 'export:items', count: '4' },
        { act: 'analysis.exported', subject: `round:${story.roundId}`, count: null },
      ]),
    )
  })
})

describe('IA-8: items that were ruled about', () => {
  let story: Story
  let other: Client
  let people: (Client & { person: { accountId: string } })[]
  const params = () => ({ roundId: story.roundId })
  const analysis = () => organizer.get('itemAnalysis', { params: params() })
  const versionOf = async (index: number) =>
    (await analysis()).items.find(({ itemId }) => itemId === story.items[index]?.itemId)?.itemVersionId as string
  const at = async (index: number) =>
    (await analysis()).items.find(({ itemId }) => itemId === story.items[index]?.itemId)
  async function rule(ruling: ApiBody<'proposeRuling'>['ruling']) {
    const { id } = await organizer.get('proposeRuling', {
      params: params(),
      body: { ruling, reason: 'Văn bản đã thay đổi' },
    })
    await other.get('decideRuling', { params: { rulingId: id }, body: { decision: 'approve' } })
  }

  beforeAll(async () => {
    ;[organizer, other] = [await stage.client('organizer'), await stage.client('administrator')]
    story = await makeContest(organizer, { itemCount: 4, opensInS: -120 })
    people = []
    for (const row of ANSWERS) {
      const person = await stage.client('contestant')
      people.push(person)
      await answer(person, story, (item) => row[item] ?? null)
    }
    await end(story.roundId)
    await organizer.get('closeResults', { params: params() })
  })

  it('RL-1: with a further right answer are analysed by all right answers', async () => {
    const itemVersionId = await versionOf(3)
    const wrong = ((story.items[3] as MadeItem).key + 1) % 4
    const option = (await organizer.get('rulings', { params: params() })).items
      .find((item) => item.itemVersionId === itemVersionId)
      ?.options.findIndex((text) => text.includes((story.items[3] as MadeItem).options[wrong] as string)) as number
    await rule({ kind: 'also-right', itemVersionId, key: { type: 'single-choice', option } })
    // Two had this answer and four the author's.
    expect(await at(3)).toMatchObject({ ruling: 'also-right', facility: 100, randomGuess: 50, keyDoubt: 'none' })
    expect((await at(3))?.answers.filter(({ isKey }) => isKey)).toHaveLength(2)
    expect((await analysis()).test).toMatchObject({ itemCount: 4, maxTotal: 4 })
    const { items } = await organizer.get('rulings', { params: params() })
    expect(items.find((item) => item.itemVersionId === itemVersionId)?.held).toEqual({
      kind: 'also-right',
      key: null,
      also: [{ type: 'single-choice', option }],
    })
  })

  it('stand apart once struck out', async () => {
    const before = await at(0)
    await rule({ kind: 'strike', itemVersionId: await versionOf(0) })
    expect(await at(0)).toMatchObject({
      ruling: 'strike',
      facility: before?.facility,
      effectiveWeight: null,
      warnings: [],
    })
    const { test } = await analysis()
    const counting = ANSWERS.map((row) => [row[1] ?? 0, row[2] ?? 0, 1])
    const expected = analyseMarks(counting, [1, 1, 1])
    expect(test).toMatchObject({ itemCount: 3, maxTotal: 3, mean: near(expected.test.mean as number) })
    expect(test.reliability.coefficient).toEqual(nearOrNull(expected.test.alpha))
    expect(test.standardError).toEqual(nearOrNull(expected.test.standardError))
    const csv = await (
      await organizer.send('GET', `/api/admin/rounds/${story.roundId}/analysis.csv?locale=en&attempts=first`)
    ).text()
    expect(csv).toContain('Struck out; in no figure of the whole')
    expect(csv).toContain('Papers with it (first attempts)')
    expect(csv).not.toMatch(/NaN|Infinity/)
  })

  it('DR-6: leave no record where their answers tell about a fault, also when ruled about later', async () => {
    const [{ id: versionId = '' } = {}] = (await organizer.get('results', { params: params() })).versions
    await organizer.get('publishResults', { params: params(), body: { versionId, withTies: true } })
    const records = async () => {
      const { rows } = await stage.database.pool.query<{ id: string; count: number | null; share: number | null }>(
        `SELECT item_version_id AS id, first_count AS count, first_share AS share FROM round_item WHERE round_id = $1`,
        [story.roundId],
      )
      return new Map(rows.map(({ id, count, share }) => [id, [count, share]]))
    }
    const ids = await Promise.all([0, 1, 2, 3].map(versionOf))
    const known = async () => {
      const found = await records()
      return ids.map((id) => found.get(id))
    }
    await eventually('records of the other items', async () => (await known())[3]?.[0] === 6)
    expect(await known()).toEqual([
      [null, null],
      [6, near(1 / 3)],
      [6, near(1 / 3)],
      [6, 1],
    ])
    await rule({ kind: 'all-right', itemVersionId: ids[1] as string })
    await eventually('the record of the ruled item to go', async () => (await known())[1]?.[0] === null)
    expect((await known())[2]).toEqual([6, near(1 / 3)])
    expect(await at(1)).toMatchObject({ ruling: 'all-right', facility: 100, keyDoubt: 'none', warnings: [] })
  })

  it('RL-3: are told about to everybody whose place or points changed, with both and the reason', async () => {
    const told = await Promise.all(
      people.map(async (person) =>
        (await person.get('myNotices')).rows.filter(({ kind }) => kind === 'result-changed'),
      ),
    )
    // Items 1 and 2 count, and 3 which all have: 3, 3, 1, 1, 1, 1 points before; after, everybody has item 1.
    expect(told.map(({ length }) => length)).toEqual([0, 0, 1, 1, 1, 1])
    expect(told[2]?.[0]?.params).toMatchObject({ pointsBefore: 1, pointsAfter: 2, reason: 'Văn bản đã thay đổi' })
  })

  it('CP-1, CP-4: a complaint names its item by the own paper, and says what the ruling did', async () => {
    const person = people[4] as Client
    const { attempts } = await person.get('myAttempts')
    const attemptId = attempts[0]?.attemptId as string
    const { canFile, places } = await person.get('attemptComplaints', { params: { attemptId } })
    expect([canFile, places.map(({ position }) => position)]).toEqual([true, [1, 2, 3, 4]])
    expect(new Set(places.map(({ stem }) => stem.vi))).toEqual(new Set(story.items.map(({ stem }) => stem)))
    const position = places.find(({ stem }) => stem.vi === story.items[1]?.stem)?.position as number
    const { id } = await person.get('fileComplaint', {
      params: { attemptId },
      body: { position, text: 'Đáp án này chưa đúng.' },
    })
    const { rulings } = await organizer.get('rulings', { params: params() })
    const rulingId = rulings.find(({ kind }) => kind === 'all-right')?.id as string
    await organizer.get('actOnComplaints', {
      params: params(),
      body: { ids: [id], act: 'uphold', outcome: 'Đã tính đúng cho mọi người.', rulingId },
    })
    const [mine] = (await person.get('myComplaints')).complaints
    expect(mine).toMatchObject({ state: 'upheld', rulingKind: 'all-right', outcome: 'Đã tính đúng cho mọi người.' })
  })
})

describe('IA-3: random papers', () => {
  it('are analysed over who was served what', async () => {
    const story = await makeContest(organizer, { itemCount: 8, paperCount: 4, attemptLimit: 1, opensInS: -120 })
    const matrix: (number | null)[][] = []
    for (let n = 0; n < 8; n++) {
      const row = new Array<number | null>(8).fill(null)
      await answer(await stage.client('contestant'), story, (item) => {
        row[item] = (n * 5 + item * 3) % 8 < n ? 1 : 0
        return row[item] as number
      })
      matrix.push(row)
    }
    await end(story.roundId)
    const found = await organizer.get('itemAnalysis', { params: { roundId: story.roundId } })
    const expected = analyseMarks(matrix, new Array(8).fill(1))
    expect(found.test).toMatchObject({ isComplete: false, personCount: 8, maxTotal: 4, cic: null })
    expect(found.test.reliability.kind).toBe('generalizability')
    expect(found.test.reliability.coefficient).toEqual(nearOrNull(expected.test.reliability.coefficient))
    for (const item of found.items) {
      const own = expected.items[story.items.findIndex(({ itemId }) => itemId === item.itemId)]
      expect(item.servedCount).toBe(own?.servedCount)
      expect(item.facility).toEqual(nearOrNull(own?.facility ?? null))
      expect(item.itemRest).toEqual(nearOrNull(own?.itemRest ?? null))
    }
  })
})

function near(value: number) {
  return expect.closeTo(value, 9)
}

function nearOrNull(value: number | null) {
  return value === null ? null : near(value)
}
