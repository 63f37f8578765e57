import fc from 'fast-check'
import { receiptCode } from './receipt-code.js'

const events = [
  { seq: 1, position: 1, response: [2] },
  { seq: 2, position: 2, response: null },
  { seq: 3, position: 1, response: [0] },
]
const attempt = { attemptId: 'a-1', submittedAt: '2026-11-23T00:00:00.000Z', events }

const someEvents = fc.uniqueArray(
  fc.record({
    seq: fc.integer({ min: 1, max: 500 }),
    position: fc.integer({ min: 1, max: 60 }),
    response: fc.option(fc.tuple(fc.integer({ min: 0, max: 5 }))),
  }),
  { selector: (event) => event.seq, maxLength: 30 },
)

describe('AT-8: the receipt of a submitted attempt', () => {
  it('has the golden value, computed apart from this code', () => {
    expect(receiptCode(attempt)).toBe('99NF-08GX-4VS2')
  })

  it('is three groups of four characters that are not mistaken for one another', () => {
    fc.assert(
      fc.property(someEvents, (list) => {
        expect(receiptCode({ ...attempt, events: list })).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
      }),
    )
  })

  it('is the same in whatever order the events come', () => {
    fc.assert(
      fc.property(someEvents, fc.infiniteStream(fc.nat()), (list, chance) => {
        const shuffled = list
          .map((event) => ({ event, place: chance.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ event }) => event)
        expect(receiptCode({ ...attempt, events: shuffled })).toBe(receiptCode({ ...attempt, events: list }))
      }),
    )
  })

  it('changes with every answer, every added event, the time and the attempt', () => {
    const codes = [
      attempt,
      { ...attempt, events: events.slice(0, 2) },
      { ...attempt, events: [...events, { seq: 4, position: 3, response: [1] }] },
      { ...attempt, events: events.map((event) => (event.seq === 3 ? { ...event, response: [1] } : event)) },
      { ...attempt, events: events.map((event) => (event.seq === 3 ? { ...event, position: 4 } : event)) },
      { ...attempt, submittedAt: '2026-11-23T00:00:00.001Z' },
      { ...attempt, attemptId: 'a-2' },
    ].map(receiptCode)
    expect(new Set(codes).size).toBe(codes.length)
  })
})
