/// <reference types="jest" />
import fc from 'fast-check'
import { stepEvent, view } from './news.sample'
import { screenOf } from './screen'
import { afterEvent, type Known, needsView, nothing, placeNow, type SeatEvent, type SeatState } from './seat-state'

const play = (events: readonly SeatEvent[], from: SeatState = nothing) => events.reduce(afterEvent, from)
const seated = (version = 0) => afterEvent(nothing, { kind: 'view', view: view(version) })
const knownOf = (state: SeatState) => state.known as Known

const version = fc.integer({ min: 0, max: 13 })
const anyEvent: fc.Arbitrary<SeatEvent> = fc.oneof(
  version.map(stepEvent),
  fc
    .tuple(version, fc.constantFrom(null, 'a1', 'b2'))
    .map(([v, answer]) => ({ kind: 'view' as const, view: view(v, answer) })),
  fc.record({
    kind: fc.constant('outcome' as const),
    place: fc.integer({ min: 1, max: 3 }),
    outcome: fc.constantFrom(null, { isRight: true, share: 1, points: 1, bonus: 0 }),
    standing: fc.constant(null),
    rightCount: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('draft' as const),
    place: fc.integer({ min: 1, max: 3 }),
    line: fc.constantFrom(null, 'a1', 'b1'),
  }),
  fc.record({
    kind: fc.constant('send' as const),
    place: fc.integer({ min: 1, max: 3 }),
    line: fc.constantFrom('a1', 'b1'),
  }),
  fc.record({
    kind: fc.constant('acked' as const),
    place: fc.integer({ min: 1, max: 3 }),
    line: fc.constantFrom('a1', 'b1'),
    takenMs: fc.nat(9_000),
  }),
  fc.record({
    kind: fc.constant('refused' as const),
    place: fc.integer({ min: 1, max: 3 }),
    line: fc.constantFrom('a1', 'b1'),
    why: fc.constantFrom('LATE' as const, 'ANSWERED' as const, 'NOT_ALLOWED' as const, 'BAD_REQUEST' as const),
  }),
)

describe('CR-57 what a phone knows of its seat', () => {
  it('CR-57 never goes back to an older state, and holds only what belongs to the place now', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let state = seated()
        for (const event of events) {
          const before = knownOf(state)
          state = afterEvent(state, event)
          const now = knownOf(state)
          expect(now.step.version).toBeGreaterThanOrEqual(before.step.version)
          const place = placeNow(now)
          for (const held of [now.item, now.answer, now.reveal]) if (held) expect(held.place).toBe(place)
          if (now.reveal) expect(['revealed', 'board']).toContain(now.step.phase)
          expect(screenOf(now)).toBeTruthy()
        }
      }),
    )
  })

  it('CR-57 what the server has recorded stays recorded while the place lasts', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let state = seated()
        for (const event of events) {
          const before = knownOf(state)
          state = afterEvent(state, event)
          const now = knownOf(state)
          if (before.answer?.status === 'saved' && placeNow(now) === placeNow(before))
            expect(now.answer?.status).toBe('saved')
        }
      }),
    )
  })

  it('CR-57 an event that comes again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), anyEvent, (events, last) => {
        const once = afterEvent(play(events, seated()), last)
        // A refusal makes a draft of an answer, and a draft may be sent: those two are acts of people, not repeats of the network.
        fc.pre(last.kind !== 'refused' && last.kind !== 'send' && last.kind !== 'draft')
        expect(afterEvent(once, last)).toEqual(once)
      }),
    )
  })

  it('CR-57 the order in which the news of a lesson come does not matter', () => {
    const upTo = fc.integer({ min: 1, max: 13 })
    const shuffled = upTo.chain((last) =>
      fc.tuple(
        fc.constant(last),
        fc.shuffledSubarray(
          Array.from({ length: last }, (_, index) => index + 1),
          { minLength: last },
        ),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([last, order]) => {
        const inOrder = play(
          Array.from({ length: last }, (_, index) => stepEvent(index + 1)),
          seated(),
        )
        expect(play(order.map(stepEvent), seated())).toEqual(inOrder)
      }),
    )
  })

  it('CR-57 a view that is as new brings whatever was missed', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const state = play(events, seated())
        const { version: newest } = knownOf(state).step
        const after = knownOf(afterEvent(state, { kind: 'view', view: view(newest, 'a1') }))
        expect(needsView(after)).toBe(false)
        expect(after.answer?.status ?? 'saved').toBe('saved')
      }),
    )
  })

  it('CR-57 another seat leaves nothing of the one before', () => {
    const other = view(1, null, { seat: { ...view(1).seat, seat: 8, name: 'Bình' } })
    const state = play([{ kind: 'send', place: 1, line: 'a1' }], seated(1))
    expect(afterEvent(state, { kind: 'view', view: other })).toEqual(afterEvent(nothing, { kind: 'view', view: other }))
  })
})

describe('CR-57 the own answer', () => {
  const open = () => seated(1)
  const status = (state: SeatState) => state.known?.answer?.status

  it('CR-57 goes from the hand to the server, and is called recorded only then', () => {
    const sending = play([{ kind: 'send', place: 1, line: 'a1' }], open())
    expect(status(sending)).toBe('sending')
    // A second tap while it is on its way changes nothing.
    expect(play([{ kind: 'send', place: 1, line: 'b1' }], sending)).toEqual(sending)
    const saved = play([{ kind: 'acked', place: 1, line: 'a1', takenMs: 1_200 }], sending)
    expect(saved.known?.answer).toEqual({ place: 1, line: 'a1', status: 'saved', takenMs: 1_200 })
    expect(play([{ kind: 'draft', place: 1, line: 'b1' }], saved)).toEqual(saved)
  })

  it('CR-57 one for another place is nobody’s', () => {
    expect(play([{ kind: 'send', place: 2, line: 'a2' }], open())).toEqual(open())
    expect(play([{ kind: 'acked', place: 2, line: 'a2', takenMs: 1 }], open())).toEqual(open())
  })

  it('CR-57 that never came is said to be late once the place is revealed', () => {
    const sending = play([{ kind: 'send', place: 1, line: 'a1' }], open())
    const unanswered = { kind: 'outcome' as const, place: 1, outcome: null, standing: null, rightCount: 0 }
    expect(status(play([stepEvent(2), stepEvent(3), unanswered], sending))).toBe('late')
    expect(status(play([{ kind: 'view', view: view(3) }], sending))).toBe('late')
  })

  it('CR-57 waits for the network as long as the place is open', () => {
    const sending = play([{ kind: 'send', place: 1, line: 'a1' }], open())
    expect(status(play([{ kind: 'view', view: view(1) }], sending))).toBe('sending')
    expect(status(play([{ kind: 'view', view: view(2) }], sending))).toBe('sending')
    const notTold = { kind: 'outcome' as const, place: 1, outcome: null, standing: null, rightCount: 0 }
    expect(status(play([notTold], sending))).toBe('sending')
  })

  it('CR-57 of another device is asked for', () => {
    const other = play(
      [
        { kind: 'send', place: 1, line: 'a1' },
        { kind: 'refused', place: 1, line: 'a1', why: 'ANSWERED' },
      ],
      open(),
    )
    expect(needsView(knownOf(other))).toBe(true)
    const told = afterEvent(other, { kind: 'view', view: view(1, 'b1') })
    expect(told.known?.answer).toMatchObject({ line: 'b1', status: 'saved' })
  })

  it('CR-57 that could not be read is a draft again', () => {
    const unread = play(
      [
        { kind: 'send', place: 1, line: 'a1' },
        { kind: 'refused', place: 1, line: 'a1', why: 'BAD_REQUEST' },
      ],
      open(),
    )
    expect(status(unread)).toBe('unread')
    expect(status(play([{ kind: 'send', place: 1, line: 'b1' }], unread))).toBe('sending')
  })

  it('CR-57 what the board tells does not take back what the reveal told', () => {
    const outcome = { isRight: true, share: 1, points: 1, bonus: 0 }
    const standing = { rank: 1, isTied: false, seat: 7, team: null, name: 'An', rightCount: 1, points: 1, moved: null }
    const told = play(
      [
        stepEvent(3),
        { kind: 'outcome', place: 1, outcome, standing: null, rightCount: 1 },
        stepEvent(4),
        { kind: 'outcome', place: 1, outcome: null, standing, rightCount: 1 },
      ],
      open(),
    )
    expect(told.known?.told).toEqual({ place: 1, outcome, standing, rightCount: 1 })
    expect(screenOf(knownOf(told))).toBe('board')
  })
})
