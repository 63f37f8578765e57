import type { ApiOutput } from '@thiso/contracts'

export type Report = ApiOutput<'lessonReport'>
export type ReportItem = Report['items'][number]
export type ReportSeat = Report['seats'][number]
export type PlaceOutcome = 'right' | 'part' | 'wrong' | 'silent'

/** Its answers have been shown, so it has figures. */
export const isTold = (item: Pick<ReportItem, 'isSkipped' | 'seatCount' | 'review' | 'bars'>) =>
  !item.isSkipped && (item.review !== null || item.seatCount > 0 || item.bars.length > 0)

/** Items that count right or wrong, and have been told. */
export const scoredItems = (report: Pick<Report, 'items'>) =>
  report.items.filter((item) => item.kind === 'item' && isTold(item))

export interface Headline {
  seatCount: number
  lateCount: number
  removedCount: number
  rightCount: number
  /** Answers that could have been given: for each told item those who could answer it. */
  couldCount: number
  answeredCount: number
  /** Of all answers to scored items, in seconds; null without any. */
  meanTimeS: number | null
  toldCount: number
  placeCount: number
  /** From the lobby to the end; null while it runs. */
  lengthMs: number | null
}

export function headlineOf({ lesson, items, seats }: Pick<Report, 'lesson' | 'items' | 'seats'>): Headline {
  const staying = seats.filter(({ isRemoved }) => !isRemoved)
  const scored = scoredItems({ items })
  const sum = (of: (item: ReportItem) => number) => scored.reduce((total, item) => total + of(item), 0)
  const answeredCount = sum((item) => item.answeredCount)
  return {
    seatCount: staying.length,
    lateCount: staying.filter(({ isLate }) => isLate).length,
    removedCount: seats.length - staying.length,
    rightCount: sum((item) => item.rightCount),
    couldCount: sum((item) => item.seatCount),
    answeredCount,
    meanTimeS: answeredCount > 0 ? sum((item) => (item.meanTimeS ?? 0) * item.answeredCount) / answeredCount : null,
    toldCount: items.filter(isTold).length,
    placeCount: items.length,
    lengthMs: lesson.endedAt ? Date.parse(lesson.endedAt) - Date.parse(lesson.createdAt) : null,
  }
}

/** The item that fewest had right; null where there is one item only, or where all are equally right. */
export function hardestOf(items: readonly ReportItem[]): ReportItem | null {
  const known = scoredItems({ items: [...items] }).filter(({ rightShare }) => rightShare !== null)
  const [first] = inHardness(known)
  const easiest = Math.max(...known.map(({ rightShare }) => rightShare ?? 0))
  return first && (first.rightShare ?? 1) < easiest ? first : null
}

/** The item whose most frequent mistake most made; null where nobody shared a mistake. */
export function mostMisledOf(items: readonly ReportItem[]): ReportItem | null {
  let most: ReportItem | null = null
  for (const item of items) if ((item.misconception?.count ?? 0) > (most?.misconception?.count ?? 0)) most = item
  return most
}

/** The hardest first; what has no share stands at the end, in the order played. */
export function inHardness(items: readonly ReportItem[]): ReportItem[] {
  const worth = ({ rightShare }: ReportItem) => rightShare ?? 2
  return [...items].sort((a, b) => worth(a) - worth(b) || a.place - b.place)
}

/** What one seat made of a place. A share below 1 is partly right. */
export function outcomeOf(share: number | null | undefined): PlaceOutcome {
  if (share === null || share === undefined) return 'silent'
  return share >= 1 ? 'right' : share > 0 ? 'part' : 'wrong'
}

/** Who fell at which place, of those who stay: on the floor, out by place from the last to the first, reserves. */
export function floorsOf(seats: readonly ReportSeat[]) {
  const staying = seats.filter(({ isRemoved }) => !isRemoved)
  const out = new Map<number, number>()
  for (const { floor, outAt } of staying)
    if (floor === 'out' && outAt !== null) out.set(outAt, (out.get(outAt) ?? 0) + 1)
  return {
    on: staying.filter(({ floor }) => floor === 'on'),
    out: [...out].map(([place, count]) => ({ place, count })).sort((a, b) => b.place - a.place),
    reserveCount: staying.filter(({ floor }) => floor === 'reserve').length,
  }
}

export type SeatSort = 'rank' | 'name' | 'right' | 'points' | 'time'

/** Seats in the order wished for; who has no rank or no time stands last. Equal ones stand by name. */
export function sortedSeats(seats: readonly ReportSeat[], id: SeatSort, direction: 'asc' | 'desc'): ReportSeat[] {
  const sign = direction === 'asc' ? 1 : -1
  const byName = (a: ReportSeat, b: ReportSeat) => VIETNAMESE.compare(a.name, b.name) || a.seat - b.seat
  const figure = (row: ReportSeat) =>
    id === 'rank' ? row.rank : id === 'right' ? row.rightCount : id === 'points' ? row.points : row.meanTimeS
  return [...seats].sort((a, b) => {
    if (id === 'name') return sign * byName(a, b)
    const [x, y] = [figure(a), figure(b)]
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0) || byName(a, b)
    return sign * (x - y) || byName(a, b)
  })
}

/** Built once: comparing with the language named anew each time takes seconds for a thousand names. */
const VIETNAMESE = new Intl.Collator('vi')
