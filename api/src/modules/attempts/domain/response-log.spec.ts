import fc from 'fast-check'
import { currentResponses, type ResponseEvent } from './response-log.js'

const log = fc.uniqueArray(
  fc.record({
    seq: fc.integer({ min: 1, max: 1_000 }),
    position: fc.integer({ min: 1, max: 12 }),
    response: fc.option(fc.tuple(fc.integer({ min: 0, max: 5 }))),
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
        const walked = new Map<number, readonly number[]>()
        for (const { position, response } of [...events].sort((a, b) => a.seq - b.seq)) {
          if (response === null) walked.delete(position)
          else walked.set(position, response)
        }
        const byPosition = (map: ReadonlyMap<number, readonly number[]>) => [...map].sort(([a], [b]) => a - b)
        expect(byPosition(currentResponses(events))).toEqual(byPosition(walked))
      }),
    )
  })
})
