import { type Locale, plainText } from '@thiso/contracts/vocab'
import { difficultyOrder, progressAt } from '../domain/report-figures.js'
import type { BookSheet, SheetCell } from '../infra/files/workbooks.js'
import type { ClassReport, LessonReport } from './lesson-reports.js'
import { REPORT_TEXTS } from './report-texts.js'
import { teamIn } from './teams.js'

/** What the files about a lesson and a class show, as tables; days in Viet Nam's time come from the caller. */

export interface ReportInput {
  report: LessonReport
  /** Of the lesson's class, the newest lesson first; null without a class. */
  ofClass: { pupils: readonly { id: string; number: number; name: string }[]; report: ClassReport } | null
  locale: Locale
  /** When it was played, and until when names are kept, as they are read. */
  playedOn: string
  deleteOn: string
}

export function percent(share: number | null): string {
  return share === null ? '' : `${Math.round(100 * share)}%`
}

/** A text in the language of the file, or in Vietnamese where there is none. */
export function inLocale(text: { vi: string; en: string }, locale: Locale): string {
  return plainText((locale === 'en' && text.en) || text.vi)
}

export type ReportItem = LessonReport['items'][number]

export function answerText(
  { label, text }: { label: string; text: { vi: string; en: string } },
  locale: Locale,
): string {
  const said = inLocale(text, locale)
  return said === '' ? label : `${label}. ${said}`
}

/** Share right of everything that was asked of those who took part; as on screen. */
export function shareOfAll({ items }: Pick<LessonReport, 'items'>): number | null {
  const scored = items.filter(({ rightShare }) => rightShare !== null)
  const asked = scored.reduce((total, { seatCount }) => total + seatCount, 0)
  return asked > 0 ? scored.reduce((total, { rightCount }) => total + rightCount, 0) / asked : null
}

export function factsOf({ report, locale, playedOn, deleteOn }: ReportInput): { name: string; value: string }[] {
  const texts = REPORT_TEXTS[locale]
  const { lesson } = report
  const share = shareOfAll(report)
  return [
    { name: texts.facts.className, value: lesson.className ?? texts.noClass },
    { name: texts.facts.mode, value: texts.modes[lesson.settings.mode] },
    { name: texts.facts.played, value: playedOn },
    ...(lesson.isCarriedIn ? [{ name: texts.facts.carriedIn, value: texts.carriedIn }] : []),
    { name: texts.facts.seats, value: String(report.seatCount) },
    { name: texts.facts.asked, value: String(report.items.filter(({ rightShare }) => rightShare !== null).length) },
    ...(share === null ? [] : [{ name: texts.facts.meanRight, value: percent(share) }]),
    { name: texts.facts.deleteOn, value: deleteOn },
  ]
}

export function lessonSheets(input: ReportInput): BookSheet[] {
  const { report, locale } = input
  const texts = REPORT_TEXTS[locale]
  const summary: SheetCell[][] = [
    ...factsOf(input).map(({ name, value }) => [name, value]),
    ['', ''],
    [texts.privacy(input.deleteOn), ''],
    [texts.hardestNote, ''],
  ]
  return [
    {
      name: texts.sheets.summary,
      columns: [
        { header: texts.lesson, width: 28 },
        { header: report.lesson.title, width: 60 },
      ],
      rows: summary,
    },
    itemSheet(input),
    seatSheet(input),
    {
      name: texts.sheets.topics,
      columns: [
        { header: texts.topic, width: 28 },
        { header: texts.items.answered, width: 14 },
        { header: texts.items.share, width: 12, format: 'percent' },
      ],
      rows: report.topics.map(({ topic, answeredCount, rightShare }) => [
        texts.topics[topic],
        answeredCount,
        rightShare,
      ]),
    },
    ...(input.ofClass ? [progressSheet(input, input.ofClass)] : []),
  ]
}

function itemSheet({ report, locale }: ReportInput): BookSheet {
  const texts = REPORT_TEXTS[locale]
  const order = difficultyOrder(report.items.map(({ rightShare }) => rightShare))
  const cells: [
    keyof typeof texts.items,
    number,
    (item: ReportItem, index: number) => SheetCell,
    ('percent' | 'fraction')?,
  ][] = [
    ['place', 7, ({ place }) => place],
    ['section', 18, ({ section }) => section],
    ['kind', 12, ({ kind }) => texts.kinds[kind]],
    ['stem', 60, ({ stem }) => inLocale(stem, locale)],
    ['answered', 12, ({ answeredCount }) => answeredCount],
    ['right', 10, ({ kind, rightCount }) => (kind === 'item' ? rightCount : null)],
    ['seats', 12, ({ seatCount }) => seatCount],
    ['share', 12, ({ rightShare }) => rightShare, 'percent'],
    ['difficulty', 14, (_, index) => order[index] ?? null],
    ['time', 14, ({ meanTimeS }) => meanTimeS, 'fraction'],
    ['wrong', 40, ({ misconception }) => (misconception ? answerText(misconception, locale) : '')],
    ['wrongCount', 12, ({ misconception }) => misconception?.count ?? null],
    [
      'answers',
      70,
      ({ bars }) =>
        bars
          .map((bar) => `${answerText(bar, locale)}${bar.isRight && bar.label !== '✓' ? ' ✓' : ''}: ${bar.count}`)
          .join('; '),
    ],
    ['note', 20, (item) => noteOf(item, texts)],
  ]
  return {
    name: texts.sheets.items,
    columns: cells.map(([name, width, , format]) => ({
      header: texts.items[name],
      width,
      ...(format ? { format } : {}),
    })),
    rows: report.items.map((item, index) => cells.map(([, , cell]) => cell(item, index))),
  }
}

/** Why an item has no share. */
export function noteOf(
  { isSkipped, seatCount, answeredCount, kind }: ReportItem,
  texts: { skipped: string; notPlayed: string },
): string {
  if (isSkipped) return texts.skipped
  return kind === 'item' && seatCount === 0 && answeredCount === 0 ? texts.notPlayed : ''
}

function seatSheet({ report, locale }: ReportInput): BookSheet {
  const texts = REPORT_TEXTS[locale]
  const hasTeams = report.seats.some(({ team }) => team !== null)
  const scored = report.items.filter(({ kind }) => kind === 'item')
  return {
    name: texts.sheets.pupils,
    columns: [
      { header: texts.pupils.rank, width: 8 },
      { header: texts.pupils.name, width: 30 },
      ...(hasTeams ? [{ header: texts.pupils.team, width: 12 }] : []),
      { header: texts.pupils.right, width: 8 },
      { header: texts.pupils.answered, width: 12 },
      { header: texts.pupils.share, width: 12, format: 'percent' as const },
      { header: texts.pupils.points, width: 12, format: 'fraction' as const },
      { header: texts.pupils.time, width: 14, format: 'fraction' as const },
      ...scored.map(({ place }) => ({ header: texts.place(place), width: 9, format: 'percent' as const })),
      { header: texts.pupils.note, width: 28 },
    ],
    rows: inRank(report.seats).map((seat) => [
      seat.rank,
      seat.name,
      ...(hasTeams ? [teamIn(report.standings, seat.team, locale)] : []),
      seat.rightCount,
      seat.answeredCount,
      seat.askedCount > 0 ? seat.rightCount / seat.askedCount : null,
      seat.points,
      seat.meanTimeS,
      ...scored.map(({ place }) => seat.shares[place - 1] ?? null),
      seat.isRemoved ? texts.removed : '',
    ]),
  }
}

/** By rank; whoever has none comes last. */
export function inRank(seats: LessonReport['seats']): LessonReport['seats'] {
  return [...seats].sort(
    (a, b) =>
      (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || NAMES.compare(a.name, b.name),
  )
}

/** Made once: thousands of names are compared. */
const NAMES = new Intl.Collator('vi')

/** Of each pupil of the class: what was right before, in this lesson, and how that has changed. */
export function progressRows(
  lessonId: string,
  { pupils, report }: NonNullable<ReportInput['ofClass']>,
): { number: number; name: string; before: number | null; now: number | null; change: number | null }[] {
  const oldestFirst = report.lessons.map(({ lesson }) => lesson.id).reverse()
  const at = oldestFirst.indexOf(lessonId)
  const known = new Map(report.progress.map(({ pupilId, lessons }) => [pupilId, lessons]))
  return pupils.map(({ id, number, name }) => ({
    number,
    name,
    ...progressAt([...(known.get(id) ?? [])].reverse(), at),
  }))
}

function progressSheet({ report, locale }: ReportInput, ofClass: NonNullable<ReportInput['ofClass']>): BookSheet {
  const texts = REPORT_TEXTS[locale]
  return {
    name: texts.sheets.progress,
    columns: [
      { header: texts.number, width: 7 },
      { header: texts.pupils.name, width: 30 },
      { header: texts.before, width: 12, format: 'percent' },
      { header: texts.now, width: 12, format: 'percent' },
      { header: texts.change, width: 12, format: 'percent' },
    ],
    rows: progressRows(report.lesson.id, ofClass).map(({ number, name, before, now, change }) => [
      number,
      name,
      before,
      now,
      change,
    ]),
  }
}
