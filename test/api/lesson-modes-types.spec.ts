import type { ItemKey, ItemQuestion } from '@thiso/contracts/vocab'
import { closeSockets, openLesson, type Pupil, type PlaceRow } from '../support/lesson'
import { useStage } from '../support/stage'
import type { LessonItemData } from '@thiso/contracts'

const stage = useStage()
afterEach(closeSockets)

type Line = (item: LessonItemData) => string
interface Sample {
  question: Partial<ItemQuestion>
  key: ItemKey
  right: Line
  /** Answers that gain something, but not all, or nothing, with their share. */
  others: [Line, number][]
}

const option = (item: LessonItemData, text: string) =>
  item.options.find((each) => each.text.vi === text)?.token as string
const choice = (item: LessonItemData, text: string) =>
  item.choices.find((each) => each.text.vi === text)?.token as string
const options = (item: LessonItemData, texts: string) =>
  texts
    .split('')
    .map((text) => option(item, text))
    .join(' ')
const picks = (item: LessonItemData, values: Record<string, string>) =>
  Object.entries(values)
    .map(([text, value]) => `${option(item, text)}=${value}`)
    .join(' ')

const SAMPLES: Sample[] = [
  {
    question: { type: 'single-choice', options: ['a', 'b', 'c'] },
    key: { type: 'single-choice', option: 2 },
    right: (item) => option(item, 'c'),
    others: [[(item) => option(item, 'a'), 0]],
  },
  {
    question: { type: 'multiple-choice', options: ['a', 'b', 'c', 'd'] },
    key: { type: 'multiple-choice', options: [0, 3], optionCount: 4, grading: 'partial' },
    right: (item) => options(item, 'da'),
    others: [
      [(item) => options(item, 'a'), 0.5],
      [(item) => options(item, 'bc'), 0],
    ],
  },
  {
    question: { type: 'true-false', options: ['Sai', 'Đúng'] },
    key: { type: 'true-false', isTrue: true },
    right: (item) => option(item, 'Đúng'),
    others: [[(item) => option(item, 'Sai'), 0]],
  },
  {
    question: { type: 'true-false-group', options: ['a', 'b', 'c', 'd'] },
    key: { type: 'true-false-group', truths: [true, false, true, false], grading: 'partial' },
    right: (item) => picks(item, { a: '1', b: '0', c: '1', d: '0' }),
    others: [
      [(item) => picks(item, { a: '1', b: '0', c: '1', d: '1' }), 0.75],
      [(item) => picks(item, { a: '1' }), 0.25],
    ],
  },
  {
    question: { type: 'short-text', options: [] },
    key: { type: 'short-text', accepted: ['Trí tuệ nhân tạo'], ignoresDiacritics: true },
    right: () => 'tri tue  nhân tạo',
    others: [[() => 'máy tính', 0]],
  },
  {
    question: { type: 'number', options: [], unit: '%' },
    key: { type: 'number', value: 20.5, tolerance: 0 },
    right: () => '20,5',
    others: [[() => '21', 0]],
  },
  {
    question: { type: 'ordering', options: ['a', 'b', 'c'] },
    key: { type: 'ordering', order: [0, 1, 2], grading: 'partial' },
    right: (item) => options(item, 'abc'),
    others: [
      [(item) => options(item, 'bac'), 0.33],
      [(item) => options(item, 'cba'), 0],
    ],
  },
  {
    question: { type: 'matching', options: ['a', 'b'], choices: ['x', 'y', 'z'] },
    key: { type: 'matching', choiceOf: [1, 0], grading: 'partial' },
    right: (item) => picks(item, { a: choice(item, 'y'), b: choice(item, 'x') }),
    others: [[(item) => picks(item, { a: choice(item, 'y'), b: choice(item, 'z') }), 0.5]],
  },
]

describe('CR-6, CR-10, CR-11: items of every type', () => {
  it('are played without their key and scored as in a round', async () => {
    const teacher = await stage.client('teacher')
    const rows = SAMPLES.map(({ question, key }): PlaceRow => ({ row: { question, key }, points: 2 }))
    const lesson = await openLesson(stage, teacher, rows, { scoring: 'right-only' })
    const pupils = (await lesson.joinAll(['An', 'Bình', 'Chi'])) as Pupil[]
    const total = [0, 0, 0]
    for (const [index, { question, right, others }] of SAMPLES.entries()) {
      const place = index + 1
      const item = await lesson.next()
      expect(item).toMatchObject({ place, type: question.type, points: 2, unit: question.unit ?? '' })
      const given = [[right, 1] as const, others[0] as [Line, number], others[1] ?? null]
      for (const [at, answer] of given.entries())
        if (answer) expect(await pupils[at]?.answer(place, answer[0](item))).toMatchObject({ place })
      // A line that is no answer to the place is refused and stands in nobody's way.
      expect(await pupils[2]?.answer(place, item.options.length > 0 ? 'không-có-thẻ=này' : '  ')).toMatchObject({
        refused: expect.any(String),
      })
      const before = JSON.stringify(
        pupils.map(({ heard }) => heard.filter(({ data }) => JSON.stringify(data).includes(`"place":${place},`))),
      )
      expect(before).not.toMatch(/Vì vậy|isRight|"review"/)
      if (!others[1]) await lesson.lock()
      const reveal = await lesson.reveal(place)
      expect(reveal).toMatchObject({ rightCount: 1, review: { explanation: { vi: 'Vì vậy' } } })
      for (const [at, answer] of given.entries()) {
        if (!answer) continue
        const { outcome } = await (pupils[at] as Pupil).outcome(place)
        expect([question.type, at, outcome?.share]).toEqual([question.type, at, expect.closeTo(answer[1], 2)])
        total[at] = (total[at] ?? 0) + answer[1] * 2
      }
      await lesson.act('board')
      // The own answer comes back as it was given, beside the key.
      expect(await pupils[0]?.watch()).toMatchObject({ isAnswered: true, reveal: { place } })
    }
    await lesson.act('end')
    const { standings } = await lesson.view()
    expect(standings[0]).toMatchObject({ name: 'An', rightCount: 8, points: 16 })
    expect(standings[1]?.points).toBeCloseTo(total[1] as number, 1)
    const own = await stage.guest().get('mySeatReport', { body: { token: (pupils[1] as Pupil).token } })
    expect(own.reviews.map(({ type }) => type)).toEqual(SAMPLES.map(({ question }) => question.type))
  })
})
