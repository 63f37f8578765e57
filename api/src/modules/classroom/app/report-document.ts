import type { Locale } from '@thiso/contracts/vocab'
import type { Block, Document } from '../../../platform/documents/document.js'
import { REPORT_TEXTS } from './report-texts.js'
import { teamIn } from './teams.js'
import {
  answerText,
  factsOf,
  inLocale,
  inRank,
  noteOf,
  percent,
  progressRows,
  type ReportInput,
  type ReportItem,
} from './report-tables.js'

const HARDEST = 5
/** Standing bars beside each other on a page's width. */
const MOST_BARS = 40
const STEM_SIGNS = 180

/** CR-70: the report of a lesson as a document with plots, for printing and keeping. */
export function reportDocument(input: ReportInput, at: Date): Document {
  const { report, locale } = input
  const texts = REPORT_TEXTS[locale]
  const heading = (text: string): Block => ({ kind: 'heading', level: 'section', text })
  const scored = report.items.filter(({ rightShare }) => rightShare !== null)
  const blocks: Block[] = [
    { kind: 'title', text: texts.report, subtitle: report.lesson.title },
    { kind: 'facts', entries: factsOf(input) },
  ]
  if (report.seats.length === 0) blocks.push({ kind: 'paragraph', text: texts.nobody })
  const isAllKnown = scored.every(({ rightShare }) => rightShare === 1)
  if (scored.length > 0)
    blocks.push(
      {
        kind: 'bar-chart',
        title: texts.shareChart,
        direction: 'columns',
        unit: '%',
        max: 100,
        bars: scored
          .slice(0, MOST_BARS)
          .map(({ place, rightShare }) => ({ label: String(place), value: 100 * (rightShare ?? 0) })),
      },
      heading(texts.hardest),
      ...(isAllKnown
        ? [{ kind: 'paragraph' as const, text: texts.allKnown }]
        : [hardestTable(input, scored), { kind: 'paragraph' as const, text: texts.hardestNote }]),
      ...misconceptions(input),
    )
  blocks.push(heading(texts.sheets.items), itemTable(input))
  const topics = report.topics.filter(({ rightShare }) => rightShare !== null)
  if (topics.length > 0)
    blocks.push({
      kind: 'bar-chart',
      title: texts.topicChart,
      direction: 'rows',
      unit: '%',
      max: 100,
      bars: topics.map(({ topic, rightShare }) => ({ label: texts.topics[topic], value: 100 * (rightShare ?? 0) })),
    })
  blocks.push(...opinions(input))
  if (report.seats.length > 0) blocks.push(heading(texts.sheets.pupils), seatTable(input))
  if (input.ofClass) blocks.push(...progressBlocks(input, input.ofClass))
  return {
    title: `${texts.report} – ${report.lesson.title}`,
    author: 'Thi Số',
    locale,
    page: 'portrait',
    at,
    blocks,
    foot: texts.privacy(input.deleteOn),
  }
}

function hardestTable({ locale }: ReportInput, scored: readonly ReportItem[]): Block {
  const texts = REPORT_TEXTS[locale]
  const hardest = scored
    .filter(({ rightShare }) => rightShare !== null && rightShare < 1)
    .sort((a, b) => (a.rightShare ?? 0) - (b.rightShare ?? 0) || a.place - b.place)
    .slice(0, HARDEST)
  return {
    kind: 'table',
    columns: [
      { header: texts.items.place, share: 1, align: 'right' },
      { header: texts.items.stem, share: 8 },
      { header: texts.items.share, share: 2, align: 'right' },
    ],
    rows: hardest.map(({ place, stem, rightShare }) => [
      String(place),
      cut(inLocale(stem, locale)),
      percent(rightShare),
    ]),
    size: 'small',
  }
}

function misconceptions({ report, locale }: ReportInput): Block[] {
  const texts = REPORT_TEXTS[locale]
  const found = report.items.flatMap(({ place, misconception }) =>
    misconception
      ? [`${texts.place(place)}: ${cut(answerText(misconception, locale))} (${texts.chosenBy(misconception.count)})`]
      : [],
  )
  if (found.length === 0) return []
  return [
    { kind: 'heading', level: 'section', text: texts.misconceptions },
    { kind: 'list', marks: 'bullet', entries: found },
  ]
}

/** What polls and word clouds brought. */
function opinions({ report, locale }: ReportInput): Block[] {
  const texts = REPORT_TEXTS[locale]
  const asked = report.items.filter(({ kind, bars }) => kind !== 'item' && bars.some(({ count }) => count > 0))
  if (asked.length === 0) return []
  return [
    { kind: 'heading', level: 'section', text: texts.opinions },
    {
      kind: 'list',
      marks: 'bullet',
      entries: asked.map(({ place, stem, bars }) => {
        const said = bars.filter(({ count }) => count > 0).map((bar) => `${answerText(bar, locale)} (${bar.count})`)
        return `${texts.place(place)}: ${cut(inLocale(stem, locale))} ${said.join('; ')}`
      }),
    },
  ]
}

function itemTable({ report, locale }: ReportInput): Block {
  const texts = REPORT_TEXTS[locale]
  return {
    kind: 'table',
    columns: [
      { header: texts.items.place, share: 1.2, align: 'right' },
      { header: texts.items.stem, share: 7 },
      { header: texts.items.answered, share: 2.2, align: 'right' },
      { header: texts.items.right, share: 1.5, align: 'right' },
      { header: texts.items.share, share: 1.8, align: 'right' },
      { header: texts.items.time, share: 2.4, align: 'right' },
    ],
    rows: report.items.flatMap((item) => {
      const note = noteOf(item, texts)
      const row = [
        String(item.place),
        cut([inLocale(item.stem, locale), note && `(${note})`].filter(Boolean).join(' ')),
        String(item.answeredCount),
        item.kind === 'item' ? String(item.rightCount) : '',
        percent(item.rightShare),
        seconds(item.meanTimeS, locale),
      ]
      return item.section === '' ? [row] : [{ over: item.section }, row]
    }),
    size: 'small',
    hasZebra: true,
  }
}

function seatTable({ report, locale }: ReportInput): Block {
  const texts = REPORT_TEXTS[locale]
  const hasTeams = report.seats.some(({ team }) => team !== null)
  // As finely as places are decided, as on every screen.
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })
  return {
    kind: 'table',
    columns: [
      { header: texts.pupils.rank, share: 1.4, align: 'right' },
      { header: texts.pupils.name, share: 5 },
      ...(hasTeams ? [{ header: texts.pupils.team, share: 2 }] : []),
      { header: texts.pupils.right, share: 2, align: 'right' },
      { header: texts.pupils.share, share: 1.8, align: 'right' },
      { header: texts.pupils.points, share: 1.8, align: 'right' },
      { header: texts.pupils.time, share: 2.4, align: 'right' },
    ],
    rows: inRank(report.seats).map((seat) => [
      seat.rank === null ? '' : String(seat.rank),
      seat.isRemoved ? `${seat.name} (${texts.removed})` : seat.name,
      ...(hasTeams ? [teamIn(report.standings, seat.team, locale)] : []),
      `${seat.rightCount}/${seat.askedCount}`,
      percent(seat.askedCount > 0 ? seat.rightCount / seat.askedCount : null),
      number.format(seat.points),
      seconds(seat.meanTimeS, locale),
    ]),
    size: 'small',
    hasZebra: true,
  }
}

function progressBlocks({ report, locale }: ReportInput, ofClass: NonNullable<ReportInput['ofClass']>): Block[] {
  const texts = REPORT_TEXTS[locale]
  const rows = progressRows(report.lesson.id, ofClass)
  if (!rows.some(({ before }) => before !== null)) return []
  const points = (change: number | null) => {
    if (change === null) return ''
    const rounded = Math.round(100 * change)
    return rounded > 0 ? `+${rounded}` : String(rounded || 0).replace('-', '−')
  }
  return [
    { kind: 'heading', level: 'section', text: texts.progress },
    {
      kind: 'table',
      columns: [
        { header: texts.number, share: 1, align: 'right' },
        { header: texts.pupils.name, share: 5 },
        { header: texts.before, share: 2, align: 'right' },
        { header: texts.now, share: 2, align: 'right' },
        { header: texts.change, share: 2, align: 'right' },
      ],
      rows: rows.map(({ number, name, before, now, change }) => [
        String(number),
        name,
        percent(before),
        percent(now),
        points(change),
      ]),
      size: 'small',
      hasZebra: true,
    },
    { kind: 'paragraph', text: texts.progressNote },
  ]
}

/** Made once: for each of a thousand rows it would take long. */
const TENTHS = {
  vi: new Intl.NumberFormat('vi', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}

function seconds(value: number | null, locale: Locale): string {
  return value === null ? '' : TENTHS[locale].format(value)
}

function cut(text: string): string {
  const signs = [...text]
  return signs.length > STEM_SIGNS
    ? `${signs
        .slice(0, STEM_SIGNS - 1)
        .join('')
        .trimEnd()}…`
    : text
}
