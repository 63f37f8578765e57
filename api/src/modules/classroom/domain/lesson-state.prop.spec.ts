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

  it('refuses a record that is not one of a lesson', () => {
    expect(() => replay([{ act: { kind: 'reveal' }, atMs: START }], FRAME)).toThrow('does not fit')
  })
})

describe('CR-3: the window of answers', () => {
  const open = must(newLesson(FRAME), { kind: 'next' }, START)

  it('begins after the lead, ends with the time and the grace, both counted in', () => {
    const [opensAt, closesAt] = [START + 3_000, START + 23_000]
    expect(open).toMatchObject({ phase: 'open', place: 1, opensAt, closesAt })
    expect(takesAnswer(open, 1, opensAt - 1, 0, 300)).toBe(false)
    expect(takesAnswer(open, 1, opensAt, 0, 300)).toBe(true)
    expect(takesAnswer(open, 1, closesAt + 300, 0, 300)).toBe(true)
    expect(takesAnswer(open, 1, closesAt + 301, 0, 300)).toBe(false)
    expect(takesAnswer(open, 2, opensAt, 0, 300)).toBe(false)
  })

  it('is longer by a seat’s extra time, of the time that the clock runs', () => {
    expect(closesAtFor(open, 50)).toBe(START + 23_000 + 10_000)
    const paused = must(open, { kind: 'pause', why: 'host' }, START + 13_000)
    const resumed = must(paused, { kind: 'resume' }, START + 113_000)
    expect(closesAtFor(resumed, 0)).toBe(START + 123_000)
    expect(closesAtFor(resumed, 50)).toBe(START + 133_000)
  })

  it('takes nothing while the clock stands, and nothing after the reveal', () => {
    const paused = must(open, { kind: 'pause', why: 'host' }, START + 10_000)
    expect(takesAnswer(paused, 1, START + 10_000, 0, 300)).toBe(false)
    expect(takesAnswer(paused, 1, START + 9_999, 0, 300)).toBe(true)
    const locked = must(open, { kind: 'lock', why: 'host' }, START + 10_000)
    expect(takesAnswer(locked, 1, START + 10_000, 0, 300)).toBe(true)
    expect(takesAnswer(locked, 1, START + 10_301, 0, 300)).toBe(false)
    expect(takesAnswer(must(locked, { kind: 'reveal' }, START + 11_000), 1, START + 9_000, 0, 300)).toBe(false)
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
})
