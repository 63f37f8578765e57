/// <reference types="jest" />
import type { LessonItemData, LessonRevealData, LessonStepData, SeatViewData } from '@thiso/contracts'
import fc from 'fast-check'
import { screenOf } from './screen'
import { closesAtFor, hasPlayed, isPlaying } from './seat-clock'
import { afterEvent, type Known, needsView, nothing, placeNow, type SeatEvent, type SeatState } from './seat-state'

const LESSON = '0190f7a0-0000-7000-8000-000000000001'
const at = (seconds: number) => new Date(Date.UTC(2026, 9, 10, 1, 0, 0) + seconds * 1000).toISOString()

const item = (place: number): LessonItemData => ({
  place,
  kind: 'item',
  type: 'single-choice',
  section: '',
  stem: { vi: `Câu ${place}`, en: '' },
  options: [
    { token: `a${place}`, text: { vi: 'Một', en: '' } },
    { token: `b${place}`, text: { vi: 'Hai', en: '' } },
  ],
  choices: [],
  unit: '',
  limitS: 20,
  points: 1,
})
const reveal = (place: number): LessonRevealData => ({
  place,
  review: null,
  bars: [],
  answeredCount: 1,
  rightCount: 1,
  seatCount: 1,
})

const PHASES = ['open', 'locked', 'revealed', 'board'] as const
/** Each place goes through four states; version 0 is the lobby, the last one the podium. */
function step(version: number, places = 3): LessonStepData {
  const isPlayed = version > 0 && version <= places * PHASES.length
  return {
    lessonId: LESSON,
    version,
    phase: version === 0 ? 'lobby' : isPlayed ? PHASES[(version - 1) % PHASES.length]! : 'podium',
    place: Math.min(places, Math.ceil(version / PHASES.length)),
    placeCount: places,
    opensAt: version === 0 ? null : at(version * 10),
    closesAt: version === 0 ? null : at(version * 10 + 20),
    pausedAt: null,
    pause: null,
    stoodMs: 0,
    isSkipped: false,
    isLobbyLocked: false,
    areReactionsOn: true,
    serverTime: at(version * 10),
  }
}

const stepEvent = (version: number): SeatEvent => {
  const now = step(version)
  return {
    kind: 'step',
    step: now,
    ...(now.phase === 'open' ? { item: item(now.place) } : {}),
    ...(now.phase === 'revealed' ? { reveal: reveal(now.place) } : {}),
  }
}

function view(version: number, answer: string | null = null, change: Partial<SeatViewData> = {}): SeatViewData {
  const now = step(version)
  const isPlayed = now.phase !== 'lobby' && now.phase !== 'podium'
  const isTold = now.phase === 'revealed' || now.phase === 'board'
  return {
    lessonId: LESSON,
    title: 'Ôn tập',
    seat: {
      seat: 7,
      name: 'An',
      team: null,
      isHere: true,
      isRemoved: false,
      isLate: false,
      extraPercent: 0,
      floor: null,
      outAt: null,
      ownPlace: 0,
    },
    mode: 'individual',
    teamName: null,
    step: now,
    ownPlace: null,
    playsFrom: 1,
    item: isPlayed ? item(now.place) : null,
    answer,
    isAnswered: answer !== null,
    reveal: isTold ? reveal(now.place) : null,
    outcome: isTold && answer !== null ? { isRight: true, share: 1, points: 1, bonus: 0 } : null,
    standing: null,
    rightCount: 0,
    closesAt: null,
    ...change,
  }
}

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

describe('CR-31 the floor of Rung chuông vàng', () => {
  const bell = (floor: 'on' | 'out' | 'reserve') => ({ ...view(3).seat, floor })
  const on = afterEvent(nothing, { kind: 'view', view: view(3, 'a1', { mode: 'bell', seat: bell('on') }) })

  it('CR-31 tells who is out, and who is back', () => {
    const out = afterEvent(on, { kind: 'own-seat', seat: bell('out') })
    expect(out.known?.floorNews).toBe('out')
    const back = afterEvent(out, { kind: 'own-seat', seat: bell('on') })
    expect(back.known?.floorNews).toBe('back')
  })

  it('CR-31 the news are over with the next item', () => {
    const out = afterEvent(on, { kind: 'own-seat', seat: bell('out') })
    expect(play([stepEvent(5)], out).known?.floorNews).toBeNull()
  })
})

describe('CR-35 an own pace', () => {
  const own = (ownPlace: number, change: Partial<SeatViewData> = {}) =>
    view(1, null, {
      mode: 'race',
      ownPlace,
      step: { ...step(1), place: 3 },
      item: ownPlace >= 1 && ownPlace <= 3 ? item(ownPlace) : null,
      ...change,
    })

  it.each([
    [0, 'own-start'],
    [1, 'own-item'],
    [3, 'own-item'],
    [4, 'own-done'],
  ])('CR-35 place %d is the screen %s', (place, screen) => {
    const { known } = afterEvent(nothing, { kind: 'view', view: own(place) })
    expect(screenOf(known as Known)).toBe(screen)
    expect(needsView(known as Known)).toBe(false)
  })

  it('CR-35 a view of an earlier place does not lead back', () => {
    const at2 = play([
      { kind: 'view', view: own(1) },
      { kind: 'view', view: own(2) },
    ])
    const after = afterEvent(at2, { kind: 'view', view: own(1) })
    expect(after.known?.ownPlace).toBe(2)
    expect(after.known?.item?.place).toBe(2)
  })
})

describe('CR-57 who answers a place', () => {
  const at3 = { step: step(9), seat: view(9).seat, playsFrom: 1, floorNews: null } as const
  const floor = (on: 'on' | 'out' | 'reserve', outAt: number | null = null) => ({ ...at3.seat, floor: on, outAt })

  it('CR-57 everybody from the place after the one in which they came', () => {
    expect([1, 3, 4].map((playsFrom) => isPlaying({ ...at3, playsFrom }))).toEqual([true, true, false])
  })

  it('CR-31 who stands on the floor; at the reveal also who has just left it, and not who has just come back', () => {
    expect([floor('on'), floor('out', 3), floor('reserve')].map((seat) => isPlaying({ ...at3, seat }))).toEqual([
      true,
      false,
      false,
    ])
    expect(hasPlayed({ ...at3, seat: floor('on') })).toBe(true)
    expect(hasPlayed({ ...at3, seat: floor('on'), floorNews: 'back' })).toBe(false)
    expect(hasPlayed({ ...at3, seat: floor('out', 3) })).toBe(true)
    expect(hasPlayed({ ...at3, seat: floor('out', 2) })).toBe(false)
    expect(hasPlayed({ ...at3, seat: floor('reserve') })).toBe(false)
  })
})

describe('CR-3 until when a seat may answer', () => {
  const base = { step: step(1), seat: view(1).seat, ownPlace: null, playsFrom: 1 }

  it('CR-3 extra time comes on top of the time that the clock ran', () => {
    expect(closesAtFor(base)).toBe(base.step.closesAt)
    const seat = { ...base.seat, extraPercent: 50 }
    expect(closesAtFor({ ...base, seat })).toBe(at(10 + 20 + 10))
    // Ten of the seconds between opening and closing were a pause.
    const paused = { ...base.step, closesAt: at(10 + 30), stoodMs: 10_000 }
    expect(closesAtFor({ ...base, seat, step: paused })).toBe(at(10 + 30 + 10))
  })

  it('CR-3 there is none while no place is open', () => {
    for (const v of [0, 2, 3, 4, 13]) expect(closesAtFor({ ...base, step: step(v) })).toBeNull()
  })
})
