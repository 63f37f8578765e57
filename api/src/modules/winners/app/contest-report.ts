import type { Locale, Topic } from '@thiso/contracts/vocab'
import type { Block, Document } from '../../../platform/documents/document.js'
import { placeAndDate, SIGN_NOTE, stateHead } from '../../../platform/documents/heads.js'
import { endsOf } from '../domain/topic-shares.js'

export interface ReportFacts {
  locale: Locale
  at: Date
  day: string
  place: string
  organizer: string
  contest: string
  people: number
  attempts: number
  units: { name: string; participants: number; roster: number | null; attempts: number; meanShare: number | null }[]
  days: { day: string; participants: number; attempts: number }[]
  rounds: { name: string; tenths: number[] }[]
  /** Of all units, then by unit in the order of `units`: the share right of a topic, null where nothing was asked. */
  topics: { topic: Topic; name: string; share: number | null; byUnit: (number | null)[] }[]
}

export const REPORT_WORDS = {
  vi: {
    title: 'BÁO CÁO',
    about: (contest: string) => `Tổng kết ${contest}`,
    file: 'Báo cáo tổng kết',
    summary: 'I. Tham gia',
    people: (people: string, attempts: string, units: string) =>
      `Có ${people} người dự thi với ${attempts} lượt thi, thuộc ${units} đơn vị.`,
    byUnit: 'Số người dự thi theo đơn vị',
    unitColumns: ['Đơn vị', 'Số người', 'Sĩ số', 'Tỷ lệ (%)', 'Số lượt', 'Điểm lượt đầu (%)'],
    overTime: 'Số người dự thi theo ngày',
    dayAxis: 'Ngày',
    peopleAxis: 'Số người',
    people1: 'người',
    scores: 'II. Kết quả làm bài',
    scoresOf: (round: string) => `${round}: số người theo mức điểm lượt đầu (% điểm tối đa)`,
    roundNone: (round: string) => `${round}: chưa có lượt thi nào được nộp.`,
    topics: 'III. Kiến thức theo chủ đề',
    topicChart: 'Tỷ lệ đúng theo chủ đề',
    strongest: (topics: string) => `Nắm tốt nhất: ${topics}.`,
    weakest: (topics: string) => `Cần tuyên truyền thêm: ${topics}.`,
    topicTable: 'Tỷ lệ đúng (%) theo chủ đề và đơn vị',
    topic: 'Chủ đề',
    unit: 'Đơn vị',
    all: 'Toàn cuộc thi',
    none: 'Chưa có lượt thi nào được nộp.',
    note: 'Tỷ lệ đúng tính trên lượt thi đầu của mỗi người trong mỗi đợt, theo phần điểm đạt được của từng câu; câu bỏ trống tính là 0. Mỗi người tính cho đơn vị của lượt thi gần nhất.',
    role: 'TM. BAN TỔ CHỨC',
    sheets: { units: 'Đơn vị', days: 'Ngày', scores: 'Điểm', topics: 'Chủ đề' },
    tenth: (from: number) => `${from * 10}–${from === 9 ? 100 : from * 10 + 9}`,
  },
  en: {
    title: 'REPORT',
    about: (contest: string) => `Review of ${contest}`,
    file: 'Contest report',
    summary: 'I. Participation',
    people: (people: string, attempts: string, units: string) =>
      `${people} people took part in ${attempts} attempts, from ${units} units.`,
    byUnit: 'People by unit',
    unitColumns: ['Unit', 'People', 'Roster', 'Rate (%)', 'Attempts', 'First attempts (%)'],
    overTime: 'People by day',
    dayAxis: 'Day',
    peopleAxis: 'People',
    people1: 'people',
    scores: 'II. Scores',
    scoresOf: (round: string) => `${round}: people by points of the first attempt (% of the most)`,
    roundNone: (round: string) => `${round}: no attempt has been submitted yet.`,
    topics: 'III. What is known, by topic',
    topicChart: 'Share right by topic',
    strongest: (topics: string) => `Known best: ${topics}.`,
    weakest: (topics: string) => `Needs more attention: ${topics}.`,
    topicTable: 'Share right (%) by topic and unit',
    topic: 'Topic',
    unit: 'Unit',
    all: 'Whole contest',
    none: 'No attempt has been submitted yet.',
    note: 'Shares are of each person’s first attempt in each round, by the points gained of each item; a blank counts 0. A person counts for the unit of the latest attempt.',
    role: 'FOR THE ORGANIZERS',
    sheets: { units: 'Units', days: 'Days', scores: 'Scores', topics: 'Topics' },
    tenth: (from: number) => `${from * 10}–${from === 9 ? 100 : from * 10 + 9}`,
  },
} as const

/** Does any unit have a roster? Without one there is neither a roster nor a rate to show. */
export function knowsRosters({ units }: Pick<ReportFacts, 'units'>): boolean {
  return units.some(({ roster }) => roster !== null)
}

/** The heads of the table of units. */
export function unitColumns(facts: Pick<ReportFacts, 'units' | 'locale'>): string[] {
  const [unit, people, roster, rate, ...others] = REPORT_WORDS[facts.locale].unitColumns
  return [unit, people, ...(knowsRosters(facts) ? [roster, rate] : []), ...others]
}

/** Units drawn as bars; all of them stand in the table. */
const BARS = 25
const NAMED_TOPICS = 3
/** Topics beside each other in a table of a page's width. */
const TOPIC_COLUMNS = 6

/** WN-16: the review of a whole contest, with plots. */
export function reportOf(facts: ReportFacts): Document {
  const words = REPORT_WORDS[facts.locale]
  // Always as many decimals as the charts: "71" beside "71,0" looks like two kinds of figures.
  const format = (value: number, decimals = 0) =>
    new Intl.NumberFormat(facts.locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value)
  const percent = (share: number | null) => (share === null ? '' : format(100 * share, 1))
  const blocks: Block[] = [{ kind: 'title', text: words.title, subtitle: words.about(facts.contest) }]
  const heading = (text: string): Block => ({ kind: 'heading', level: 'section', text })
  blocks.push(heading(words.summary))
  if (facts.people === 0) blocks.push({ kind: 'paragraph', text: words.none })
  else {
    const units = facts.units.filter(({ participants }) => participants > 0)
    const hasRosters = knowsRosters(facts)
    const unitHeads = unitColumns(facts)
    blocks.push(
      { kind: 'paragraph', text: words.people(format(facts.people), format(facts.attempts), format(units.length)) },
      {
        kind: 'bar-chart',
        title: words.byUnit,
        direction: 'rows',
        unit: words.people1,
        bars: units.slice(0, BARS).map(({ name, participants }) => ({ label: name, value: participants })),
      },
      timePlot(facts, words),
      {
        kind: 'table',
        caption: words.byUnit,
        columns: unitHeads.map((header, index) => ({
          header,
          // The last head has the longest word.
          share: index === 0 ? 4 : index === unitHeads.length - 1 ? 2.6 : 2,
          align: index === 0 ? ('left' as const) : ('right' as const),
        })),
        rows: facts.units.map((unit) => [
          unit.name,
          format(unit.participants),
          ...(hasRosters
            ? [
                unit.roster === null ? '' : format(unit.roster),
                unit.roster === null ? '' : percent(unit.participants / unit.roster),
              ]
            : []),
          format(unit.attempts),
          percent(unit.meanShare),
        ]),
        size: 'small',
        hasZebra: true,
      },
      heading(words.scores),
      ...facts.rounds.map(
        (round): Block =>
          round.tenths.every((count) => count === 0)
            ? { kind: 'paragraph', text: words.roundNone(round.name) }
            : {
                kind: 'bar-chart',
                title: words.scoresOf(round.name),
                direction: 'columns',
                unit: words.people1,
                bars: round.tenths.map((value, tenth) => ({ label: words.tenth(tenth), value })),
              },
      ),
      heading(words.topics),
      ...topicBlocks(facts, words, percent),
      { kind: 'paragraph', text: words.note },
    )
  }
  blocks.push({ kind: 'signatures', places: [{ role: words.role, note: SIGN_NOTE[facts.locale] }] })
  return {
    title: `${words.file} – ${facts.contest}`,
    author: facts.organizer,
    locale: facts.locale,
    page: 'portrait',
    at: facts.at,
    head: stateHead(
      { body: facts.organizer.toUpperCase(), placeAndDate: placeAndDate(facts.place, facts.day, facts.locale) },
      facts.locale,
    ),
    blocks,
  }
}

type Words = (typeof REPORT_WORDS)[Locale]

function timePlot({ days }: ReportFacts, words: Words): Block {
  const label = (day: string) => `${day.slice(8, 10)}/${day.slice(5, 7)}`
  const step = Math.max(1, Math.ceil(days.length / 8))
  return {
    kind: 'line-plot',
    title: words.overTime,
    x: {
      label: words.dayAxis,
      ticks: days.flatMap(({ day }, index) => (index % step === 0 ? [{ at: index, label: label(day) }] : [])),
    },
    y: { label: words.peopleAxis, min: 0 },
    series: [
      { name: words.peopleAxis, points: days.map(({ participants }, index) => ({ x: index, y: participants })) },
    ],
  }
}

function topicBlocks({ topics, units }: ReportFacts, words: Words, percent: (share: number | null) => string): Block[] {
  const known = topics.filter(({ share }) => share !== null).sort((a, b) => (b.share as number) - (a.share as number))
  const list = (some: typeof known) => some.map(({ name, share }) => `${name} (${percent(share)}%)`).join('; ')
  const parts: (typeof topics)[] = []
  for (let from = 0; from < topics.length; from += TOPIC_COLUMNS) parts.push(topics.slice(from, from + TOPIC_COLUMNS))
  const blocks: Block[] = [
    {
      kind: 'bar-chart',
      title: words.topicChart,
      direction: 'rows',
      unit: '%',
      max: 100,
      decimals: 1,
      bars: known.map(({ name, share }) => ({ label: name, value: 100 * (share as number) })),
    },
  ]
  const { best, worst } = endsOf(known, NAMED_TOPICS)
  if (best.length > 0) blocks.push({ kind: 'paragraph', text: words.strongest(list(best)) })
  if (worst.length > 0) blocks.push({ kind: 'paragraph', text: words.weakest(list(worst)) })
  for (const part of parts)
    blocks.push({
      kind: 'table',
      caption: words.topicTable,
      columns: [
        { header: words.unit, share: 3 },
        ...part.map(({ name }) => ({ header: name, share: 2, align: 'right' as const })),
      ],
      rows: [
        { cells: [words.all, ...part.map(({ share }) => percent(share))], isBold: true as const },
        ...units.map(({ name }, index) => [name, ...part.map(({ byUnit }) => percent(byUnit[index] ?? null))]),
      ],
      size: 'small',
      hasZebra: true,
    })
  return blocks
}
