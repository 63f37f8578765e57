import fc from 'fast-check'
import { creditOf, type CreditedAttempt, type Interval, merged, takenOutMs, totalMs } from './clock-credit.js'

const interval = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 60 }))
  .map(([from, length]): Interval => ({ from, to: from + length }))
const intervals = fc.array(interval, { maxLength: 8 })
/** By counting instants one by one. */
const counted = (list: readonly Interval[]) => {
  const instants = new Set<number>()
  for (const { from, to } of list) for (let at = from; at < to; at++) instants.add(at)
  return instants.size
}
const running: CreditedAttempt = { startedAt: 100, deadlineAt: 700, submittedAt: null, submitKind: null, earlier: [] }

describe('CL-5 overlapping intervals', () => {
  it('count every instant once, in whatever order they come', () => {
    fc.assert(
      fc.property(intervals, fc.infiniteStream(fc.nat()), (list, numbers) => {
        expect(totalMs(list)).toBe(counted(list))
        const shuffled = list.map((one) => ({ one, key: numbers.next().value })).sort((a, b) => a.key - b.key)
        expect(merged(shuffled.map(({ one }) => one))).toEqual(merged(list))
        const apart = merged(list)
        for (const [index, one] of apart.entries()) {
          expect(one.from).toBeLessThan(one.to)
          if (index > 0) expect((apart[index - 1] as Interval).to).toBeLessThan(one.from)
        }
      }),
    )
  })

  it('are counted within a span as far as they lie in it', () => {
    fc.assert(
      fc.property(intervals, interval, (list, span) => {
        const clipped = list.map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
        expect(takenOutMs(list, span)).toBe(counted(clipped))
        expect(takenOutMs([...list, { from: span.from, to: Number.POSITIVE_INFINITY }], span)).toBe(span.to - span.from)
      }),
    )
  })

  it('given one after the other come to the same as all at once, never more than the attempt has lived', () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: 101, max: 400 }), (list, now) => {
        let earlier: Interval[] = []
        let given = 0
        for (const one of list) {
          const outcome = creditOf({ ...running, earlier }, one, { now, isOpen: true })
          if (outcome?.effect !== 'running') continue
          given += outcome.addedMs
          expect(outcome.totalMs).toBe(given)
          earlier = [...earlier, outcome.part]
        }
        const clipped = list.map(({ from, to }) => ({ from: Math.max(from, 100), to: Math.min(to, now) }))
        expect(given).toBe(counted(clipped))
        expect(given).toBeLessThanOrEqual(now - 100)
      }),
    )
  })
})

describe('CL-4 a credit', () => {
  const at = { now: 400, isOpen: true }

  it('gives a running attempt what lies between its start and now', () => {
    expect(creditOf(running, { from: 50, to: 150 }, at)).toEqual({
      effect: 'running',
      part: { from: 100, to: 150 },
      addedMs: 50,
      totalMs: 50,
    })
    expect(creditOf(running, { from: 350, to: 900 }, at)).toMatchObject({ addedMs: 50 })
    expect(creditOf(running, { from: 20, to: 100 }, at)).toBeNull()
    expect(creditOf({ ...running, earlier: [{ from: 0, to: 150 }] }, { from: 120, to: 150 }, at)).toBeNull()
  })

  it('RD-6: lets nothing run on once the round has closed', () => {
    expect(creditOf(running, { from: 50, to: 150 }, { now: 750, isOpen: false })).toMatchObject({
      effect: 'submitted',
      addedMs: 50,
    })
    expect(creditOf(running, { from: 650, to: 800 }, { now: 750, isOpen: false })).toMatchObject({ addedMs: 50 })
  })

  it('takes off the time used of a submitted one what came before the submission', () => {
    const submitted: CreditedAttempt = { ...running, submittedAt: 300, submitKind: 'by_participant' }
    expect(creditOf(submitted, { from: 250, to: 350 }, at)).toMatchObject({ effect: 'submitted', addedMs: 50 })
    expect(creditOf(submitted, { from: 300, to: 350 }, at)).toBeNull()
  })

  it('gives one attempt more to whom the deadline came in the interval, while the round is open', () => {
    const cutOff: CreditedAttempt = { ...running, deadlineAt: 300, submittedAt: 300, submitKind: 'at_deadline' }
    expect(creditOf(cutOff, { from: 250, to: 350 }, at)).toMatchObject({ effect: 'one-more' })
    expect(creditOf(cutOff, { from: 250, to: 300 }, at)).toMatchObject({ effect: 'one-more' })
    expect(creditOf(cutOff, { from: 250, to: 299 }, at)).toMatchObject({ effect: 'submitted' })
    expect(creditOf(cutOff, { from: 250, to: 350 }, { now: 400, isOpen: false })).toMatchObject({ effect: 'submitted' })
  })
})
