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

  it('IA-1, IA-2: has the figures worked out by hand', async () => {
    const found = await organizer.get('itemAnalysis', { params: { roundId: story.roundId } })
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
    const found = await organizer.get('itemAnalysis', { params: { roundId: story.roundId } })
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

  it('takes all attempts when asked to', async () => {
    const { test } = await organizer.get('itemAnalysis', {
      params: { roundId: story.roundId },
      query: { attempts: 'all' },
    })
    expect(test).toMatchObject({ personCount: 7, perfectCount: 1 })
  })

  it('IA-6: follows a key that is corrected', async () => {
    const item = story.items[3] as MadeItem
    const ids = await stage.database.pool.query(
      `UPDATE item_key k SET key = jsonb_set(k.key, '{option}', to_jsonb($2::int))
       FROM item_version v WHERE v.id = k.item_version_id AND v.item_id = $1 RETURNING v.id`,
      [item.itemId, (item.key + 1) % 4],
    )
    expect(ids.rowCount).toBe(1)
    const found = await organizer.get('itemAnalysis', { params: { roundId: story.roundId } })
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
    expect(sheet.getCell(1, 6).value).toBe('Độ dễ (%)')
    expect([2, 3, 4, 5].map((row) => sheet.getCell(row, 5).value)).toEqual([6, 6, 6, 6])
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
