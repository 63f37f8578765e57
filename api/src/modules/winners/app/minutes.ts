import type { Locale } from '@thiso/contracts/vocab'
import type { Block, Document, TableRow } from '../../../platform/documents/document.js'
import { placeAndDate, SIGN_NOTE, stateHead } from '../../../platform/documents/heads.js'

export interface MinutesFacts {
  locale: Locale
  at: Date
  /** yyyy-mm-dd in Viet Nam. */
  day: string
  /** Not signed by two: what is printed is a draft and says so. */
  isDraft: boolean
  place: string
  organizer: string
  contest: string
  list: string
  /** The result version and whether it is final; null for units. */
  version: { number: number; isFinal: boolean } | null
  prizes: { prize: string; winners: { name: string; unit: string; rank: string; points: string }[] }[]
  passedOver: { name: string; unit: string; reason: string }[]
  ended: { name: string; prize: string; reason: string }[]
  waiting: number
  /** Prizes with seats that nobody has, each with how many could be considered; `isUnits`: of units. */
  open: { prize: string; seats: number; placed: number; passed: number; isUnits: boolean }[]
  signers: string[]
}

type OpenPrize = MinutesFacts['open'][number]

const WORDS = {
  vi: {
    title: 'BIÊN BẢN',
    draft: 'DỰ THẢO – chưa đủ hai chữ ký xác nhận',
    about: (contest: string, list: string) => `Họp xét giải ${contest}\n${list}`,
    opening: (day: string) => `Hôm nay, ${day}, ban tổ chức họp xét giải. Thành phần, địa điểm:`,
    attendance: ['Chủ trì: ………………………………………………', 'Thư ký: ………………………………………………', 'Thành viên: ………………………………………………'],
    basis: 'I. Căn cứ',
    results: (number: number, isFinal: boolean) =>
      `Kết quả phiên bản số ${number}, ${isFinal ? 'đã công bố' : 'tạm tính, chưa công bố'}.`,
    figures: 'Số liệu tham gia của các đơn vị và sĩ số do đơn vị xác nhận.',
    winners: 'II. Danh sách đề nghị trao giải',
    columns: ['TT', 'Họ và tên / Đơn vị', 'Đơn vị', 'Hạng', 'Điểm'],
    passed: 'III. Trường hợp không xét giải',
    passedNone: 'Không có.',
    passedColumns: ['TT', 'Họ và tên', 'Đơn vị', 'Lý do'],
    ended: 'Người được thay thế trong quá trình xét',
    endedColumns: ['TT', 'Họ và tên', 'Giải', 'Lý do'],
    waiting: (count: number) => `Còn ${count} suất giải chờ bốc thăm giữa những người hoặc đơn vị bằng nhau.`,
    open: ({ prize, seats, placed, passed, isUnits }: OpenPrize) =>
      `${prize}: còn ${seats} suất không có ${isUnits ? 'đơn vị' : 'người'} đoạt giải, vì chỉ có ${placed} ${isUnits ? 'đơn vị so được theo tiêu chí của giải' : 'người có thứ hạng để xét'}${passed > 0 ? `, trong đó ${passed} ${isUnits ? 'đơn vị đã có giải' : 'người không được xét giải này'}` : ''}.`,
    conclusion: 'IV. Kết luận',
    agree: 'Các thành viên dự họp thống nhất danh sách trên. Biên bản được đọc lại và thông qua tại cuộc họp.',
    signed: (names: string) => `Đã ký xác nhận trên hệ thống: ${names}.`,
    roles: ['THƯ KÝ', 'THÀNH VIÊN', 'CHỦ TRÌ'],
  },
  en: {
    title: 'MINUTES',
    draft: 'DRAFT – not signed by two people yet',
    about: (contest: string, list: string) => `Award meeting of ${contest}\n${list}`,
    opening: (day: string) => `Today, ${day}, the organizers meet to award the prizes. Present, place:`,
    attendance: ['Chair: ………………………………………………', 'Secretary: ………………………………………………', 'Members: ………………………………………………'],
    basis: 'I. Basis',
    results: (number: number, isFinal: boolean) =>
      `Results, version ${number}, ${isFinal ? 'published' : 'provisional and not published'}.`,
    figures: 'Participation of the units and the rosters that they confirmed.',
    winners: 'II. Proposed winners',
    columns: ['No.', 'Name / unit', 'Unit', 'Rank', 'Points'],
    passed: 'III. Not considered',
    passedNone: 'Nobody.',
    passedColumns: ['No.', 'Name', 'Unit', 'Reason'],
    ended: 'Replaced during the procedure',
    endedColumns: ['No.', 'Name', 'Prize', 'Reason'],
    waiting: (count: number) => `${count} seats wait for the draw among people or units that are equal.`,
    open: ({ prize, seats, placed, passed, isUnits }: OpenPrize) =>
      `${prize}: ${seats} without a winner, since only ${placed} ${isUnits ? 'units can be compared by its measure' : 'people have a place'}${passed > 0 ? `, of whom ${passed} ${isUnits ? 'have a prize already' : 'are not considered for it'}` : ''}.`,
    conclusion: 'IV. Conclusion',
    agree: 'Those present agree to the list above. The minutes were read out and approved at the meeting.',
    signed: (names: string) => `Signed in the system by: ${names}.`,
    roles: ['SECRETARY', 'MEMBER', 'CHAIR'],
  },
} as const

/** WN-15: the minutes of the meeting that awards the prizes, with places for signatures; what is not known by the system stays dotted. */
export function minutesOf(facts: MinutesFacts): Document {
  const words = WORDS[facts.locale]
  const date = placeAndDate('', facts.day, facts.locale).replace(', ', '')
  const head = stateHead(
    { body: facts.organizer.toUpperCase(), placeAndDate: placeAndDate(facts.place, facts.day, facts.locale) },
    facts.locale,
  )
  const rows = facts.prizes.flatMap(({ prize, winners }): TableRow[] => [
    { over: prize },
    ...winners.map((winner, index): TableRow => [`${index + 1}`, winner.name, winner.unit, winner.rank, winner.points]),
  ])
  const passed = facts.passedOver.map((one, index): TableRow => [`${index + 1}`, one.name, one.unit, one.reason])
  const ended = facts.ended.map((one, index): TableRow => [`${index + 1}`, one.name, one.prize, one.reason])
  const blocks: Block[] = [
    { kind: 'title', text: words.title, subtitle: words.about(facts.contest, facts.list) },
    ...(facts.isDraft ? [{ kind: 'paragraph' as const, text: words.draft, align: 'center' as const }] : []),
    { kind: 'paragraph', text: words.opening(date), staysWithNext: true },
    { kind: 'list', marks: 'dash', entries: words.attendance },
    { kind: 'heading', level: 'section', text: words.basis },
    {
      kind: 'paragraph',
      text: facts.version ? words.results(facts.version.number, facts.version.isFinal) : words.figures,
    },
    { kind: 'heading', level: 'section', text: words.winners },
    table(words.columns, [1, 5, 5, 1.4, 1.6], rows),
    ...(facts.waiting > 0 ? [{ kind: 'paragraph' as const, text: words.waiting(facts.waiting) }] : []),
    ...facts.open.map((prize) => ({ kind: 'paragraph' as const, text: words.open(prize) })),
    { kind: 'heading', level: 'section', text: words.passed },
    ...(passed.length > 0
      ? [table(words.passedColumns, [1, 4, 4, 5], passed)]
      : [{ kind: 'paragraph' as const, text: words.passedNone }]),
    ...(ended.length > 0
      ? [
          { kind: 'heading' as const, level: 'subsection' as const, text: words.ended },
          table(words.endedColumns, [1, 4, 4, 5], ended),
        ]
      : []),
    { kind: 'heading', level: 'section', text: words.conclusion },
    { kind: 'paragraph', text: words.agree },
    ...(facts.signers.length > 0 ? [{ kind: 'paragraph' as const, text: words.signed(facts.signers.join(', ')) }] : []),
    { kind: 'signatures', places: words.roles.map((role) => ({ role, note: SIGN_NOTE[facts.locale] })) },
  ]
  return {
    title: `${words.title} – ${facts.contest}`,
    author: facts.organizer,
    locale: facts.locale,
    page: 'portrait',
    at: facts.at,
    head,
    blocks,
  }
}

function table(headers: readonly string[], shares: readonly number[], rows: readonly TableRow[]): Block {
  return {
    kind: 'table',
    columns: headers.map((header, index) => ({
      header,
      share: shares[index] as number,
      align: index === 0 || (index >= 3 && headers.length > 4) ? ('center' as const) : ('left' as const),
    })),
    rows,
    size: 'small',
  }
}
