import type { ItemResponse } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { currentResponses, type ResponseEvent, withEvents } from './response-log.js'

const log = fc.uniqueArray(
  fc.record({
    seq: fc.integer({ min: 1, max: 1_000 }),
    position: fc.integer({ min: 1, max: 12 }),
    response: fc.option(
      fc.oneof(
        fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 1, maxLength: 4 }),
        fc.string({ minLength: 1, maxLength: 5 }),
      ),
    ),
  }),
  { selector: (event) => event.seq, maxLength: 80 },
)

describe('AT-4: the responses of an attempt', () => {
  it('are the ones with the highest number of each place', () => {
    const events: ResponseEvent[] = [
      { seq: 5, position: 1, response: [3] },
      { seq: 2, position: 1, response: [0] },
      { seq: 1, position: 2, response: [1] },
    ]
    expect([...currentResponses(events)]).toEqual([
      [1, [3]],
      [2, [1]],
    ])
  })

  it('leave out what was left blank again, and bring back what was chosen after that', () => {
    const blank: ResponseEvent[] = [
      { seq: 1, position: 1, response: [0] },
      { seq: 2, position: 1, response: null },
    ]
    expect(currentResponses(blank).size).toBe(0)
    expect(currentResponses([...blank, { seq: 3, position: 1, response: [2] }]).get(1)).toEqual([2])
  })

  it('do not depend on the order in which the events arrive, nor on hearing one twice', () => {
    fc.assert(
      fc.property(
        log.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))),
        ([events, shuffled]) => {
          expect(currentResponses([...shuffled, ...events])).toEqual(currentResponses(events))
        },
      ),
    )
  })

  it('are what a walk through the numbers in order leaves behind', () => {
    fc.assert(
      fc.property(log, (events) => {
        const walked = new Map<number, ItemResponse>()
        for (const { position, response } of [...events].sort((a, b) => a.seq - b.seq)) {
          if (response === null) walked.delete(position)
          else walked.set(position, response)
        }
        const byPosition = (map: ReadonlyMap<number, ItemResponse>) => [...map].sort(([a], [b]) => a - b)
        expect(byPosition(currentResponses(events))).toEqual(byPosition(walked))
      }),
    )
  })
})

describe('AT-4: more events for a log', () => {
  const one: ResponseEvent = { seq: 1, position: 1, response: [0] }

  it('are added once, also when they come again', () => {
    const two = { seq: 2, position: 1, response: null }
    expect(withEvents([one], [two, one, two])).toEqual([one, two])
    expect(withEvents([], [])).toEqual([])
  })

  it.each([
    ['another option', { response: [1] }],
    ['nothing', { response: null }],
    ['another place', { position: 2 }],
  ])('are refused when a number comes with %s', (_, change) => {
    expect(withEvents([one], [{ ...one, ...change }])).toBeNull()
    expect(withEvents([], [one, { ...one, ...change }])).toBeNull()
  })

  it('give the same log in whatever parts they come', () => {
    fc.assert(
      fc.property(log, fc.nat(80), (events, cut) => {
        const inParts = withEvents(events.slice(0, cut), events)
        expect(inParts).toHaveLength(events.length)
        expect(currentResponses(inParts ?? [])).toEqual(currentResponses(events))
      }),
    )
  })
})
