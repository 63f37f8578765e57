import { type Locale, type ProgressCell, progressShare, progressSum } from '@thiso/contracts/vocab'
import type { Block, Document, LinePlotBlock, TableRow } from '../../../platform/documents/document.js'
import type { ClassFigures } from './class-figures.js'
import { CLASS_TEXTS, TREND_SIGNS } from './class-texts.js'
import { percent } from './report-tables.js'
import { REPORT_TEXTS } from './report-texts.js'

/** Columns that stand beside a name on a page's width. */
const LESSONS_BESIDE = 8
const LESSON_WIDTH = 1.2
/** Numbers at an axis. */
const MOST_TICKS = 15

export interface ClassInput {
  figures: ClassFigures
  name: string
  /** Its first calendar year. */
  schoolYear: number
  /** Days as they are read. */
  deleteOn: string
  dayOf: (instant: Date) => string
  locale: Locale
}

type Pupil = ClassFigures['pupils'][number]

/** CR-72: a class over the school year as a document with plots, for printing and keeping; with the day on which its data are deleted. */
export function classDocument(input: ClassInput, at: Date): Document {
  const { figures, name, locale } = input
  const texts = CLASS_TEXTS[locale]
  const { lessons, pupils } = figures
  const blocks: Block[] = [
    { kind: 'title', text: texts.title, subtitle: name },
    { kind: 'facts', entries: factsOf(input) },
  ]
  if (pupils.length === 0) blocks.push({ kind: 'paragraph', text: texts.noPupils })
  else if (lessons.length === 0) blocks.push({ kind: 'paragraph', text: texts.noLessons })
  else
    blocks.push(
      ...wayPlot(input, texts.classChart, [{ name: texts.class, shares: lessons.map(({ share }) => share) }]),
      heading(texts.lessons),
      lessonTable(input),
      heading(texts.pupils),
      pupilTable(input),
      { kind: 'paragraph', text: texts.trendNote },
      heading(texts.matrix),
      { kind: 'paragraph', text: texts.matrixNote, staysWithNext: true },
      ...matrixTables(input),
      heading(texts.ways),
      { kind: 'paragraph', text: texts.waysNote, staysWithNext: true },
      ...pupils.flatMap((pupil) => wayOf(input, pupil)),
    )
  return {
    title: `${texts.title} – ${name}`,
    author: 'Thi Số',
    locale,
    page: 'portrait',
    at,
    blocks,
    foot: REPORT_TEXTS[locale].privacy(input.deleteOn),
  }
}

const heading = (text: string): Block => ({ kind: 'heading', level: 'section', text })

function factsOf({ figures, name, schoolYear, deleteOn, locale }: ClassInput): { name: string; value: string }[] {
  const { facts } = CLASS_TEXTS[locale]
  return [
    { name: facts.className, value: name },
    { name: facts.schoolYear, value: `${schoolYear}–${schoolYear + 1}` },
    { name: facts.pupils, value: String(figures.pupils.length) },
    { name: facts.lessons, value: String(figures.lessons.length) },
    ...(figures.share === null ? [] : [{ name: facts.share, value: percent(figures.share) }]),
    { name: facts.deleteOn, value: deleteOn },
  ]
}

function lessonTable({ figures: { lessons, pupils }, locale, dayOf }: ClassInput): Block {
  const texts = CLASS_TEXTS[locale]
  return {
    kind: 'table',
    columns: [
      { header: texts.lesson, share: 1, align: 'right' },
      { header: REPORT_TEXTS[locale].date, share: 2 },
      { header: REPORT_TEXTS[locale].lesson, share: 7 },
      { header: texts.here, share: 1.7, align: 'right' },
      { header: texts.share, share: 1.7, align: 'right' },
    ],
    rows: lessons.map(({ number, lesson, hereCount, share }) => [
      String(number),
      dayOf(lesson.createdAt),
      lesson.title,
      `${hereCount}/${pupils.length}`,
      percent(share),
    ]),
    size: 'small',
    hasZebra: true,
  }
}

function pupilTable({ figures: { lessons, pupils, share }, locale }: ClassInput): Block {
  const texts = CLASS_TEXTS[locale]
  const words = REPORT_TEXTS[locale]
  return {
    kind: 'table',
    columns: [
      { header: words.number, share: 1, align: 'right' },
      { header: words.pupils.name, share: 5 },
      { header: texts.here, share: 1.7, align: 'right' },
      { header: texts.right, share: 2, align: 'right' },
      { header: texts.share, share: 1.7, align: 'right' },
      { header: words.trend, share: 2.8 },
    ],
    rows: [
      ...pupils.map(
        (pupil): TableRow => [
          String(pupil.number),
          pupil.name,
          `${pupil.hereCount}/${lessons.length}`,
          rightOf(pupil.cells),
          percent(pupil.share),
          trendOf(pupil, locale),
        ],
      ),
      {
        cells: ['', texts.class, '', rightOf(pupils.flatMap(({ cells }) => cells)), percent(share), ''],
        isBold: true,
      },
    ],
    size: 'small',
    hasZebra: true,
  }
}

/** Pupils down, lessons across; as many tables as the page is too narrow for. */
function matrixTables({ figures: { lessons, pupils }, locale }: ClassInput): Block[] {
  const texts = CLASS_TEXTS[locale]
  const words = REPORT_TEXTS[locale]
  const tables: Block[] = []
  for (let from = 0; from < lessons.length; from += LESSONS_BESIDE) {
    const part = lessons.slice(from, from + LESSONS_BESIDE)
    // Columns of the last table are as wide as those of the others.
    const rest = LESSONS_BESIDE - part.length
    tables.push({
      kind: 'table',
      ...(lessons.length > LESSONS_BESIDE ? { caption: texts.part(from + 1, from + part.length) } : {}),
      columns: [
        { header: words.number, share: 1.3, align: 'right' },
        { header: words.pupils.name, share: 5 + rest * LESSON_WIDTH },
        ...part.map(({ number }) => ({ header: String(number), share: LESSON_WIDTH, align: 'right' as const })),
      ],
      rows: [
        ...pupils.map(
          ({ number, name, cells }): TableRow => [
            String(number),
            name,
            ...part.map((_, index) => {
              const cell = cells[from + index] ?? null
              return cell === null ? texts.away : percent(progressShare(cell)) || '–'
            }),
          ],
        ),
        { cells: ['', texts.class, ...part.map(({ share }) => percent(share) || '–')], isBold: true },
      ],
      size: 'small',
      hasZebra: true,
    })
  }
  return tables
}

/** One pupil, beside the class; without a plot where there is nothing to join by a line. */
function wayOf(input: ClassInput, pupil: Pupil): Block[] {
  const { figures, locale } = input
  const texts = CLASS_TEXTS[locale]
  const shares = pupil.cells.map(progressShare)
  const text =
    pupil.share === null
      ? texts.wayUnknown
      : texts.way({
          share: percent(pupil.share),
          right: rightOf(pupil.cells),
          here: `${pupil.hereCount}/${figures.lessons.length}`,
          trend: REPORT_TEXTS[locale].trends[pupil.trend],
        })
  const plot =
    shares.filter((share) => share !== null).length > 1
      ? wayPlot(input, undefined, [
          { name: pupil.name, shares },
          { name: texts.class, shares: figures.lessons.map(({ share }) => share) },
        ]).map((plot) => ({ ...plot, size: 'small' as const }))
      : []
  return [
    { kind: 'heading', level: 'subsection', text: `${pupil.number}. ${pupil.name}` },
    { kind: 'paragraph', text, isIndented: false, ...(plot.length > 0 ? { staysWithNext: true as const } : {}) },
    ...plot,
  ]
}

/** Shares over lessons; nothing where there are no two lessons to compare. */
function wayPlot(
  { figures: { lessons }, locale }: ClassInput,
  title: string | undefined,
  series: { name: string; shares: readonly (number | null)[] }[],
): LinePlotBlock[] {
  const texts = CLASS_TEXTS[locale]
  if (lessons.length < 2) return []
  const step = Math.ceil(lessons.length / MOST_TICKS)
  return [
    {
      kind: 'line-plot',
      ...(title === undefined ? {} : { title }),
      x: {
        label: texts.lessonAxis,
        min: 1,
        max: lessons.length,
        ticks: lessons
          .filter((_, index) => index % step === 0)
          .map(({ number }) => ({ at: number, label: String(number) })),
      },
      y: { label: texts.shareAxis, min: 0, max: 100 },
      series: series.map(({ name, shares }) => ({
        name,
        points: shares.flatMap((share, index) => (share === null ? [] : [{ x: index + 1, y: 100 * share }])),
      })),
    },
  ]
}

function rightOf(cells: readonly ProgressCell[]): string {
  const { rightCount, askedCount } = progressSum(cells)
  return `${rightCount}/${askedCount}`
}

function trendOf({ trend }: Pupil, locale: Locale): string {
  return [TREND_SIGNS[trend], REPORT_TEXTS[locale].trends[trend]].filter(Boolean).join(' ')
}
