import fc from 'fast-check'
import {
  afterAct,
  closesAtFor,
  type LessonAct,
  type LessonFrame,
  type LessonState,
  newLesson,
  replay,
  takesAnswer,
  timeTaken,
} from './lesson-state.js'

const FRAME: LessonFrame = {
  placeCount: 3,
  limitsS: [20, 30, 10],
  leadS: 3,
  talkS: 0,
  reactions: true,
  untilMs: null,
  raceMs: null,
  goneMs: null,
}
const START = 1_000_000

const anyAct: fc.Arbitrary<LessonAct> = fc.oneof(
  fc.constantFrom<LessonAct>(
    { kind: 'next' },
    { kind: 'next' },
    { kind: 'lock', why: 'host' },
    { kind: 'lock', why: 'time' },
    { kind: 'reveal' },
    { kind: 'board' },
    { kind: 'podium' },
    { kind: 'pause', why: 'host' },
    { kind: 'resume' },
    { kind: 'skip' },
    { kind: 'lock-lobby', isLocked: true },
    { kind: 'rescue', seats: [1] },
  ),
  fc.integer({ min: -5, max: 700 }).map((seconds): LessonAct => ({ kind: 'add-time', seconds })),
)
const story = fc.array(fc.tuple(anyAct, fc.integer({ min: 0, max: 40_000 })), { maxLength: 40 })

/** Does what fits, as hosts do; what does not fit changes nothing. */
function play(acts: readonly (readonly [LessonAct, number])[], frame = FRAME) {
  let state = newLesson(frame)
  let at = START
  const done: { act: LessonAct; atMs: number }[] = []
  const states: LessonState[] = [state]
  for (const [act, afterMs] of acts) {
    at += afterMs
    const next = afterAct(state, act, at, frame)
    if ('misfit' in next) continue
    state = next.state
    done.push({ act, atMs: at })
    states.push(state)
  }
  return { state, states, done, at }
}

function must(state: LessonState, act: LessonAct, at: number, frame = FRAME): LessonState {
  const next = afterAct(state, act, at, frame)
  if ('misfit' in next) throw new Error(next.misfit)
  return next.state
}

describe('CR-1: a lesson is what its acts make of it', () => {
  it('replaying the acts that were done gives the same state, and the version counts them', () => {
    fc.assert(
      fc.property(story, (acts) => {
        const { state, done } = play(acts)
        expect(replay(done, FRAME)).toEqual(state)
        expect(state.version).toBe(done.length)
      }),
    )
  })

  it('never goes back to an earlier place, never past the last, and ends for good', () => {
    fc.assert(
      fc.property(story, (acts) => {
        const { states } = play(acts)
        for (const [index, state] of states.slice(1).entries()) {
          expect(state.place).toBeGreaterThanOrEqual(states[index]?.place ?? 0)
          expect(state.place).toBeLessThanOrEqual(FRAME.placeCount)
        }
        const ended = must(states.at(-1) as LessonState, { kind: 'end' }, START)
        expect(afterAct(ended, { kind: 'next' }, START, FRAME)).toEqual({ misfit: 'ENDED' })
      }),
    )
  })

  it('an item that the end cuts off counts for nobody; what was revealed counts, and at an own pace everything', () => {
    fc.assert(
      fc.property(story, (acts) => {
        const { state } = play(acts)
        const ended = must(state, { kind: 'end' }, START + 10_000_000)
        const isCut = state.phase === 'open' || state.phase === 'locked'
        expect(ended.skipped).toEqual(isCut ? [...state.skipped, state.place] : state.skipped)
      }),
    )
    const race = { ...FRAME, untilMs: START + 60_000 }
    const open = must(newLesson(race), { kind: 'next' }, START, race)
    expect(must(open, { kind: 'end' }, START + 1_000, race).skipped).toEqual([])
  })

  it('a place is open before it is locked, and locked before it is revealed: keys never come early', () => {
    fc.assert(
      fc.property(story, (acts) => {
        const { states } = play(acts)
        for (const [index, state] of states.slice(1).entries()) {
          const before = states[index] as LessonState
          if (state.phase === 'revealed' && before.phase !== 'revealed') expect(before.phase).toBe('locked')
          if (state.phase === 'locked' && before.phase !== 'locked') expect(before.phase).toBe('open')
        }
      }),
    )
  })

  it('ends with honour wherever a place was told, before the last one too, and no place counts that was not played', () => {
    fc.assert(
      fc.property(story, (acts) => {
        const { state, at } = play(acts)
        const next = afterAct(state, { kind: 'podium' }, at, FRAME)
        if (state.phase !== 'revealed' && state.phase !== 'board')
          return expect(next).toEqual({ misfit: state.phase === 'ended' ? 'ENDED' : 'WRONG_PHASE' })
        const honoured = must(state, { kind: 'podium' }, at)
        expect(honoured).toMatchObject({ phase: 'podium', place: state.place, skipped: state.skipped, opensAt: null })
        expect(afterAct(honoured, { kind: 'next' }, at, FRAME)).toEqual({ misfit: 'WRONG_PHASE' })
        expect(must(honoured, { kind: 'end' }, at)).toMatchObject({ place: state.place, skipped: state.skipped })
      }),
    )
  })

  it('leaves out what is passed over, before it is seen by anybody', () => {
    const passed = must(newLesson(FRAME), { kind: 'pass', places: [1, 2] }, START)
    expect(passed).toMatchObject({ phase: 'lobby', place: 0, skipped: [1, 2] })
    expect(afterAct(passed, { kind: 'pass', places: [2] }, START, FRAME)).toEqual({ misfit: 'WRONG_PHASE' })
    const open = must(passed, { kind: 'next' }, START)
    expect(open).toMatchObject({ phase: 'open', place: 3, closesAt: START + 13_000 })
    expect(afterAct(open, { kind: 'pass', places: [3] }, START, FRAME)).toEqual({ misfit: 'WRONG_PHASE' })
    const none = must(passed, { kind: 'pass', places: [3] }, START)
    expect(must(none, { kind: 'next' }, START)).toMatchObject({ phase: 'podium', place: 0 })
  })

  it('refuses a record that is not one of a lesson', () => {
    expect(() => replay([{ act: { kind: 'reveal' }, atMs: START }], FRAME)).toThrow('does not fit')
  })
})

describe('CR-3: the window of answers', () => {
  const open = must(newLesson(FRAME), { kind: 'next' }, START)

  it('begins after the lead, ends with the time and the grace, both counted in', () => {
    const [opensAt, closesAt] = [START + 3_000, START + 23_000]
    expect(open).toMatchObject({ phase: 'open', place: 1, opensAt, closesAt })
    expect(takesAnswer(open, 1, opensAt - 1, 0, 300, null)).toBe(false)
    expect(takesAnswer(open, 1, opensAt, 0, 300, null)).toBe(true)
    expect(takesAnswer(open, 1, closesAt + 300, 0, 300, null)).toBe(true)
    expect(takesAnswer(open, 1, closesAt + 301, 0, 300, null)).toBe(false)
    expect(takesAnswer(open, 2, opensAt, 0, 300, null)).toBe(false)
  })

  it('is not closed by the host before anybody could answer; at its end and by the platform it is', () => {
    const lock = { kind: 'lock', why: 'host' } as const
    for (const at of [START, START + 2_999]) expect(afterAct(open, lock, at, FRAME)).toEqual({ misfit: 'TOO_EARLY' })
    expect(must(open, lock, START + 3_000).phase).toBe('locked')
    // A clock that stood before the opening stands there still, however late it is.
    const paused = must(open, { kind: 'pause', why: 'host' }, START + 1_000)
    expect(afterAct(paused, lock, START + 60_000, FRAME)).toEqual({ misfit: 'TOO_EARLY' })
    expect(must(paused, { kind: 'skip' }, START + 60_000)).toMatchObject({ phase: 'board', skipped: [1] })
    const later = must(open, { kind: 'pause', why: 'host' }, START + 4_000)
    expect(must(later, lock, START + 60_000)).toMatchObject({ phase: 'locked', closesAt: START + 4_000 })
  })

  it('is longer by a seat’s extra time, of the time that the clock runs', () => {
    expect(closesAtFor(open, 50, null)).toBe(START + 23_000 + 10_000)
    const paused = must(open, { kind: 'pause', why: 'host' }, START + 13_000)
    const resumed = must(paused, { kind: 'resume' }, START + 113_000)
    expect(closesAtFor(resumed, 0, null)).toBe(START + 123_000)
    expect(closesAtFor(resumed, 50, null)).toBe(START + 133_000)
  })

  it('a lock of the host within somebody’s extra time takes nothing that came before it, and nothing after it', () => {
    const [lockedAt, closesAt] = [START + 26_000, START + 23_000]
    const locked = must(open, { kind: 'lock', why: 'host' }, lockedAt)
    expect(locked).toMatchObject({ closesAt, lockedAt })
    expect(takesAnswer(locked, 1, lockedAt + 300, 50, 300, null)).toBe(true)
    expect(takesAnswer(locked, 1, lockedAt + 301, 50, 300, null)).toBe(false)
    // Less extra time than until the lock, or none.
    expect(takesAnswer(locked, 1, closesAt + 2_300, 10, 300, null)).toBe(true)
    expect(takesAnswer(locked, 1, closesAt + 2_301, 10, 300, null)).toBe(false)
    expect(takesAnswer(locked, 1, closesAt + 301, 0, 300, null)).toBe(false)
    const early = must(open, { kind: 'lock', why: 'host' }, START + 13_000)
    expect(closesAtFor(early, 100, null)).toBe(START + 13_000)
    const byTime = must(open, { kind: 'lock', why: 'time' }, lockedAt)
    expect(closesAtFor(byTime, 50, null)).toBe(closesAt)
  })

  it('takes nothing while the clock stands, and nothing after the reveal', () => {
    const paused = must(open, { kind: 'pause', why: 'host' }, START + 10_000)
    expect(takesAnswer(paused, 1, START + 10_000, 0, 300, null)).toBe(false)
    expect(takesAnswer(paused, 1, START + 9_999, 0, 300, null)).toBe(true)
    const locked = must(open, { kind: 'lock', why: 'host' }, START + 10_000)
    expect(takesAnswer(locked, 1, START + 10_000, 0, 300, null)).toBe(true)
    expect(takesAnswer(locked, 1, START + 10_301, 0, 300, null)).toBe(false)
    expect(takesAnswer(must(locked, { kind: 'reveal' }, START + 11_000), 1, START + 9_000, 0, 300, null)).toBe(false)
  })
})

describe('CR-4: the running clock', () => {
  it('a pause, wherever it lies and however long, costs nobody a moment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 19_000 }),
        fc.integer({ min: 0, max: 600_000 }),
        fc.integer({ min: 0, max: 1_000 }),
        (pausedAfter, stood, thinks) => {
          const open = must(newLesson(FRAME), { kind: 'next' }, START)
          const opensAt = open.opensAt as number
          const paused = must(
            open,
            { kind: 'pause', why: 'outage', since: opensAt + pausedAfter },
            opensAt + pausedAfter + stood,
          )
          const resumed = must(paused, { kind: 'resume' }, opensAt + pausedAfter + stood)
          const answeredAt = opensAt + pausedAfter + stood + thinks
          expect(timeTaken(resumed, answeredAt)).toBe(pausedAfter + thinks)
          expect((resumed.closesAt as number) - answeredAt).toBe(
            (open.closesAt as number) - opensAt - pausedAfter - thinks,
          )
        },
      ),
    )
  })

  it('a pause before the place takes answers moves its opening', () => {
    const open = must(newLesson(FRAME), { kind: 'next' }, START)
    const paused = must(open, { kind: 'pause', why: 'host' }, START + 1_000)
    const resumed = must(paused, { kind: 'resume' }, START + 61_000)
    expect(resumed).toMatchObject({ opensAt: START + 63_000, closesAt: START + 83_000, stoodMs: 0 })
  })
})

describe('CR-35: each at an own pace', () => {
  it('opens everything at once until the end, then goes to the podium', () => {
    const frame = { ...FRAME, untilMs: START + 600_000 }
    const open = must(newLesson(frame), { kind: 'next' }, START, frame)
    expect(open).toMatchObject({ phase: 'open', place: 3, opensAt: START, closesAt: START + 600_000 })
    const locked = must(open, { kind: 'lock', why: 'time' }, START + 600_500, frame)
    const revealed = must(locked, { kind: 'reveal' }, START + 601_000, frame)
    expect(must(revealed, { kind: 'next' }, START + 602_000, frame).phase).toBe('podium')
  })

  it('a race lasts its minutes from its opening on, never beyond its latest end, and does not begin after that', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 240 }),
        fc.integer({ min: 1, max: 20_000_000 }),
        fc.integer({ min: 0, max: 20_000_000 }),
        (minutes, untilAfter, opensAfter) => {
          const frame = { ...FRAME, untilMs: START + untilAfter, raceMs: minutes * 60_000 }
          const opensAt = START + opensAfter
          const next = afterAct(newLesson(frame), { kind: 'next' }, opensAt, frame)
          if (opensAfter >= untilAfter) return expect(next).toEqual({ misfit: 'TIME_OVER' })
          const closesAt = Math.min(opensAt + minutes * 60_000, START + untilAfter)
          expect(next).toMatchObject({ state: { phase: 'open', place: 3, opensAt, closesAt } })
        },
      ),
    )
  })

  it('a homework is open until its end, and does not begin after that', () => {
    const frame = { ...FRAME, untilMs: START + 600_000 }
    expect(afterAct(newLesson(frame), { kind: 'next' }, START + 600_000, frame)).toEqual({ misfit: 'TIME_OVER' })
    expect(must(newLesson(frame), { kind: 'next' }, START + 599_999, frame).closesAt).toBe(START + 600_000)
  })
})

describe('CR-60: no clock runs into the day on which everything is deleted', () => {
  const frames = fc.record({ goneAfter: fc.integer({ min: 0, max: 900_000 }), isRace: fc.boolean() })
  it('whatever was paused, lengthened or given as extra time', () => {
    fc.assert(
      fc.property(story, frames, fc.integer({ min: 0, max: 100 }), (acts, { goneAfter, isRace }, extra) => {
        const goneMs = START + goneAfter
        const race = { untilMs: START + 600_000, raceMs: 300_000 }
        const { states } = play(acts, { ...FRAME, ...(isRace ? race : {}), goneMs })
        for (const state of states) {
          if (state.phase === 'open') expect(state.closesAt).toBeLessThanOrEqual(goneMs)
          if (state.phase === 'open') expect(state.opensAt).toBeLessThanOrEqual(state.closesAt as number)
          expect(closesAtFor(state, extra, goneMs)).toBeLessThanOrEqual(goneMs)
          for (const at of [goneMs, goneMs + 299])
            expect(takesAnswer(state, state.place, at, extra, 300, goneMs)).toBe(false)
        }
      }),
    )
  })

  it('a race that stood over the evening goes on until midnight, and nothing opens after it', () => {
    const frame = { ...FRAME, untilMs: START + 600_000, raceMs: 300_000, goneMs: START + 700_000 }
    const open = must(newLesson(frame), { kind: 'next' }, START, frame)
    const paused = must(open, { kind: 'pause', why: 'host' }, START + 100_000, frame)
    const resumed = must(paused, { kind: 'resume' }, START + 650_000, frame)
    expect(resumed.closesAt).toBe(frame.goneMs)
    expect(afterAct(newLesson(FRAME), { kind: 'next' }, START, { ...FRAME, goneMs: START })).toEqual({
      misfit: 'TIME_OVER',
    })
  })
})
