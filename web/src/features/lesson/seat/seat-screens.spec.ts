/// <reference types="jest" />
import type { SeatViewData } from '@thiso/contracts'
import { at, item, step, stepEvent, view } from './news.sample'
import { screenOf } from './screen'
import { closesAtFor, hasPlayed, isPlaying } from './seat-clock'
import { afterEvent, type Known, needsView, nothing, type SeatEvent, type SeatState } from './seat-state'

const play = (events: readonly SeatEvent[], from: SeatState = nothing) => events.reduce(afterEvent, from)

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
