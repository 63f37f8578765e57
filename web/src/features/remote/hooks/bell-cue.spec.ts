import type { HostView, SeatRow } from '@thiso/kit/lesson/host-state'
import { bellCue, isRescueDue } from './bell-cue'

const names = ['An', 'Bình', 'Chi', 'Dũng']

function seats(floors: string): SeatRow[] {
  const of = { o: 'on', x: 'out', r: 'reserve' } as const
  return [...floors].map(
    (floor, index) =>
      ({ seat: index + 1, name: names[index], isRemoved: false, floor: of[floor as keyof typeof of] }) as SeatRow,
  )
}

/** A lesson where only what the cue looks at is filled in. */
function state(step: Partial<HostView['step']>, floors: string, more: Partial<HostView> = {}): { view: HostView } {
  const view = {
    step: { phase: 'board', place: 3, placeCount: 10, pausedAt: null, ...step },
    seats: seats(floors),
    settings: { bell: { floorSize: 0, rescueBelow: 2 } },
    item: { limitS: 20 },
    reveal: null,
    ...more,
  }
  return { view: view as unknown as HostView }
}

const reveal = { review: { options: [{ isKey: false }, { isKey: true }] } } as unknown as HostView['reveal']

describe('CR-34: what the host of Rung chuông vàng says', () => {
  it('welcomes with the reserves where there are some', () => {
    const settings = { bell: { floorSize: 3, rescueBelow: 2 } } as HostView['settings']
    expect(bellCue(state({ phase: 'lobby' }, 'oooo', { settings }), false)).toEqual({
      say: 'welcome',
      count: 4,
      reserves: 1,
    })
  })

  it('announces an item before it takes answers and its seconds once it does', () => {
    expect(bellCue(state({ phase: 'open' }, 'oooo'), false)).toEqual({ say: 'item', place: 3 })
    expect(bellCue(state({ phase: 'open' }, 'oooo'), true)).toEqual({ say: 'running', place: 3, seconds: 20 })
  })

  it('names the right letter only after the reveal', () => {
    expect(bellCue(state({ phase: 'locked' }, 'oooo'), false)).toEqual({ say: 'locked' })
    expect(bellCue(state({ phase: 'revealed' }, 'ooxx', { reveal }), false)).toEqual({
      say: 'answer',
      letters: 'B',
      left: 2,
    })
  })

  it('calls the last one to the bell, and says so when nobody stands', () => {
    expect(bellCue(state({ phase: 'revealed' }, 'xoxx', { reveal }), false)).toEqual({ say: 'ringer', name: 'Bình' })
    expect(bellCue(state({ phase: 'revealed' }, 'xxxx', { reveal }), false)).toEqual({ say: 'nobody' })
  })

  it('offers a rescue where few enough stand and somebody waits', () => {
    expect(isRescueDue(state({}, 'ooxx'))).toBe(true)
    expect(bellCue(state({}, 'ooxx'), false)).toEqual({ say: 'rescue', left: 2 })
    expect(isRescueDue(state({}, 'ooox'))).toBe(false)
    expect(isRescueDue(state({}, 'oo'))).toBe(false)
    expect(isRescueDue(state({ phase: 'open' }, 'ooxx'))).toBe(false)
  })

  it('goes on to the next item, or thanks who stayed', () => {
    expect(bellCue(state({}, 'ooox'), false)).toEqual({ say: 'next', place: 4, left: 3 })
    expect(bellCue(state({ place: 10 }, 'ooox'), false)).toEqual({ say: 'last', left: 3 })
    expect(bellCue(state({ phase: 'podium', place: 10 }, 'ooox'), false)).toEqual({
      say: 'end',
      names: 'An, Bình, Chi',
    })
  })

  it('says nothing else while the clock stands', () => {
    expect(bellCue(state({ phase: 'open', pausedAt: '2026-01-01T00:00:00Z' }, 'oooo'), true)).toEqual({ say: 'paused' })
  })
})
