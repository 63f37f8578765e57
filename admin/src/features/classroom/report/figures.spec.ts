import {
  floorsOf,
  hardestOf,
  headlineOf,
  inHardness,
  mostMisledOf,
  outcomeOf,
  type Report,
  type ReportItem,
  type ReportSeat,
  sortedSeats,
} from './figures'

const item = (place: number, over: Partial<ReportItem> = {}) =>
  ({
    place,
    kind: 'item',
    isSkipped: false,
    review: {},
    seatCount: 10,
    answeredCount: 8,
    rightCount: 4,
    rightShare: 0.4,
    meanTimeS: 5,
    bars: [],
    misconception: null,
    ...over,
  }) as unknown as ReportItem
const seat = (number: number, over: Partial<ReportSeat> = {}) =>
  ({
    seat: number,
    name: `Bạn ${number}`,
    isRemoved: false,
    isLate: false,
    rank: number,
    rightCount: 0,
    points: 0,
    meanTimeS: null,
    floor: null,
    outAt: null,
    ...over,
  }) as unknown as ReportSeat
const lesson = { createdAt: '2026-11-20T01:00:00Z', endedAt: '2026-11-20T01:40:00Z' } as Report['lesson']

describe('CR-70: figures of a report', () => {
  it('counts scored items that were told, and who stayed', () => {
    const items = [
      item(1),
      item(2, { answeredCount: 2, rightCount: 2, meanTimeS: 10 }),
      item(3, { isSkipped: true, review: null, seatCount: 0, answeredCount: 9 }),
      item(4, { kind: 'poll', review: null, rightCount: 0 }),
      item(5, { review: null, seatCount: 0, answeredCount: 0, rightShare: null }),
    ]
    const seats = [seat(1), seat(2, { isLate: true }), seat(3, { isRemoved: true, isLate: true })]
    expect(headlineOf({ lesson, items, seats })).toEqual({
      seatCount: 2,
      lateCount: 1,
      removedCount: 1,
      rightCount: 6,
      couldCount: 20,
      answeredCount: 10,
      meanTimeS: 6,
      toldCount: 3,
      placeCount: 5,
      lengthMs: 2_400_000,
    })
    expect(headlineOf({ lesson: { ...lesson, endedAt: null }, items: [], seats: [] })).toMatchObject({
      meanTimeS: null,
      lengthMs: null,
    })
  })

  it('names the hardest and the mistake made most, and neither where there is none', () => {
    const items = [
      item(1, { rightShare: 0.9 }),
      item(2, { rightShare: 0.2, misconception: { label: 'B', text: { vi: '', en: '' }, count: 4 } }),
      item(3, { rightShare: null }),
      item(4, { rightShare: 0.2, misconception: { label: 'C', text: { vi: '', en: '' }, count: 6 } }),
    ]
    expect(hardestOf(items)?.place).toBe(2)
    expect(mostMisledOf(items)?.place).toBe(4)
    expect(inHardness(items).map(({ place }) => place)).toEqual([2, 4, 1, 3])
    expect(hardestOf([item(1), item(2)])).toBeNull()
    expect(hardestOf([item(1)])).toBeNull()
    expect(mostMisledOf([item(1)])).toBeNull()
  })

  it('tells right, partly right, wrong and silent apart', () => {
    expect([1, 0.25, 0, null, undefined].map(outcomeOf)).toEqual(['right', 'part', 'wrong', 'silent', 'silent'])
  })

  it('says where everybody of a bell stands', () => {
    const seats = [
      seat(1, { floor: 'on' }),
      seat(2, { floor: 'out', outAt: 3 }),
      seat(3, { floor: 'out', outAt: 7 }),
      seat(4, { floor: 'out', outAt: 3 }),
      seat(5, { floor: 'reserve' }),
      seat(6, { floor: 'on', isRemoved: true }),
    ]
    expect(floorsOf(seats)).toMatchObject({
      on: [{ seat: 1 }],
      out: [
        { place: 7, count: 1 },
        { place: 3, count: 2 },
      ],
      reserveCount: 1,
    })
  })

  it('sorts seats with what is missing at the end', () => {
    const seats = [
      seat(1, { name: 'Đào', rank: null, rightCount: 2, meanTimeS: 4 }),
      seat(2, { name: 'An', rank: 2, rightCount: 2 }),
      seat(3, { name: 'Ân', rank: 1, rightCount: 5, meanTimeS: 9 }),
    ]
    const names = (...by: [Parameters<typeof sortedSeats>[1], 'asc' | 'desc']) =>
      sortedSeats(seats, ...by).map(({ name }) => name)
    expect(names('rank', 'asc')).toEqual(['Ân', 'An', 'Đào'])
    expect(names('name', 'asc')).toEqual(['An', 'Ân', 'Đào'])
    expect(names('right', 'desc')).toEqual(['Ân', 'An', 'Đào'])
    expect(names('time', 'desc')).toEqual(['Ân', 'Đào', 'An'])
  })
})
