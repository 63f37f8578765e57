import fc from 'fast-check'
import { blankPlaces, blanksToFill } from './completeness.js'
import { openingOf } from './movement.js'
import { takable } from './response-log.js'

describe('AT-12: a one-way paper', () => {
  const plain = { itemCount: 5, isAnswerDue: false }

  it('opens the next place, stays where it is, and refuses everything else', () => {
    expect(openingOf({ ...plain, openPosition: 2, wanted: 3 })).toBe('open')
    expect(openingOf({ ...plain, openPosition: 2, wanted: 2 })).toBe('already')
    expect(openingOf({ ...plain, openPosition: 2, wanted: 1 })).toBe('refused')
    expect(openingOf({ ...plain, openPosition: 2, wanted: 4 })).toBe('refused')
    expect(openingOf({ ...plain, openPosition: 5, wanted: 6 })).toBe('open')
    expect(openingOf({ ...plain, openPosition: 6, wanted: 7 })).toBe('refused')
    expect(openingOf({ ...plain, openPosition: 2, wanted: 3, isAnswerDue: true })).toBe('answer-first')
    expect(openingOf({ ...plain, openPosition: 2, wanted: 2, isAnswerDue: true })).toBe('already')
  })

  it('only ever goes forward, one by one, whatever is asked for in whatever order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }),
        (itemCount, wishes) => {
          const opened = [1]
          for (const wanted of wishes) {
            const openPosition = opened.at(-1) as number
            if (openingOf({ openPosition, itemCount, wanted, isAnswerDue: false }) === 'open') opened.push(wanted)
          }
          expect(opened).toEqual(opened.map((_, index) => index + 1))
          expect(opened.length).toBeLessThanOrEqual(itemCount + 1)
        },
      ),
    )
  })

  const until = new Date(1_800_000_000_000)
  const event = (position: number, afterMs = 0) => ({
    seq: position + 1,
    position,
    response: [0],
    receivedAt: new Date(until.getTime() + afterMs),
  })

  it('takes last answers to the open place while its clock runs, and the prediction', () => {
    const events = [event(0, 50), event(1), event(2), event(3)]
    const taken = (openPosition: number | null, list = events) =>
      takable({ openPosition, openUntil: until }, list).map(({ position }) => position)
    expect(taken(2)).toEqual([0, 2])
    expect(taken(2, [event(2, 1)])).toEqual([])
    expect(taken(6)).toEqual([0])
    expect(taken(null)).toEqual([0, 1, 2, 3])
  })
})

describe('AT-13: what is blank', () => {
  const responses = new Map<number, number[] | string>([
    [0, ''],
    [2, [1]],
    [4, 'abc'],
  ])

  it('names the places without an answer, the prediction last', () => {
    expect(blankPlaces(4, responses, false)).toEqual([1, 3])
    expect(blankPlaces(4, responses, true)).toEqual([1, 3, 0])
    expect(blankPlaces(4, new Map([...responses, [0, '12']]), true)).toEqual([1, 3])
  })

  it('keeps nobody waiting for a place that is over', () => {
    expect(blanksToFill([1, 3, 0], null, false)).toEqual([1, 3, 0])
    expect(blanksToFill([1, 3, 0], 3, false)).toEqual([3, 0])
    expect(blanksToFill([1, 3, 0], 3, true)).toEqual([0])
    expect(blanksToFill([1, 3], 5, false)).toEqual([])
  })
})
