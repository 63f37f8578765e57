import fc from 'fast-check'
import { vietnamDateTime } from '../../../kernel/vietnam-time.js'
import { afterAnswer, endOfDay, isMistake, type Memory, type Verdict, verdictOf } from './schedule.js'

const MINUTE = 60_000
const DAY = 86_400_000
const START = Date.parse('2026-10-05T20:30:00+07:00')

const verdict = fc.constantFrom<Verdict>('right', 'partly', 'wrong')
/** Answers with the time that passed before each, often within a day. */
const history = fc.array(
  fc.record({ verdict, waited: fc.oneof(fc.integer({ min: 1, max: DAY }), fc.integer({ min: 1, max: 300 * DAY })) }),
  { maxLength: 25 },
)

function play(answers: readonly { verdict: Verdict; waited: number }[]): { memory: Memory | null; at: number } {
  let memory: Memory | null = null
  let at = START
  for (const answer of answers) {
    at += answer.waited
    memory = afterAnswer(memory, answer.verdict, at).memory
  }
  return { memory, at }
}

describe('PR-6: when an item comes back', () => {
  it('follows FSRS-6 with its published parameters: always right on the day it is due', () => {
    let memory: Memory | null = null
    let at = START
    const days: number[] = []
    for (let n = 0; n < 5; n++) {
      const next = afterAnswer(memory, 'right', at)
      days.push(Math.round((next.dueAt - (endOfDay(at) - DAY)) / DAY))
      memory = next.memory
      at = next.dueAt + 10 * MINUTE
    }
    // 2, 11, 46, 163, 498 in the tests of the reference implementation; ours ends at a year.
    expect(days).toEqual([2, 11, 46, 163, 365])
  })

  it('starts from the published stabilities and difficulty', () => {
    const first = (one: Verdict) => afterAnswer(null, one, START).memory
    expect(first('wrong').stability).toBe(0.212)
    expect(first('partly').stability).toBe(1.2931)
    expect(first('right').stability).toBe(2.3065)
    // D0(Good) = w4 − e^(2·w5) + 1
    expect(first('right').difficulty).toBeCloseTo(6.4133 - Math.exp(2 * 0.8334) + 1, 6)
  })

  it('brings a mistake back after minutes, once it is right on another day', () => {
    const wrong = afterAnswer(null, 'wrong', START)
    expect(wrong.dueAt).toBe(START + 10 * MINUTE)
    expect(isMistake(wrong.memory)).toBe(true)
    expect(afterAnswer(null, 'partly', START).dueAt).toBe(START + 15 * MINUTE)
    const right = afterAnswer(wrong.memory, 'right', wrong.dueAt)
    expect(vietnamDateTime(right.dueAt)).toBe('06/10/2026 00:00:00')
    expect(isMistake(right.memory)).toBe(false)
    const forgotten = afterAnswer(right.memory, 'wrong', right.dueAt)
    expect(isMistake(forgotten.memory)).toBe(true)
    expect(forgotten.memory.lapseCount).toBe(1)
  })

  it('is later than now and within a year; days begin at midnight in Viet Nam', () => {
    fc.assert(
      fc.property(history, verdict, fc.integer({ min: 1, max: 100 * DAY }), (answers, last, waited) => {
        const { memory, at: before } = play(answers)
        const at = before + waited
        const next = afterAnswer(memory, last, at)
        expect(next.dueAt).toBeGreaterThan(at)
        expect(next.dueAt).toBeLessThanOrEqual(at + 365 * DAY)
        if (last === 'right') expect(vietnamDateTime(next.dueAt)).toMatch(/ 00:00:00$/)
        if (last === 'wrong') expect(next.dueAt).toBe(at + 10 * MINUTE)
        expect(isMistake(next.memory)).toBe(next.dueAt < at + DAY && !/ 00:00:00$/.test(vietnamDateTime(next.dueAt)))
      }),
    )
  })

  it('a better answer never comes back sooner, and never leaves less behind', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 100 * DAY }), (answers, waited) => {
        const { memory, at: before } = play(answers)
        const [right, partly, wrong] = (['right', 'partly', 'wrong'] as const).map((one) =>
          afterAnswer(memory, one, before + waited),
        ) as [ReturnType<typeof afterAnswer>, ReturnType<typeof afterAnswer>, ReturnType<typeof afterAnswer>]
        expect(right.dueAt).toBeGreaterThanOrEqual(partly.dueAt)
        expect(partly.dueAt).toBeGreaterThanOrEqual(wrong.dueAt)
        expect(right.memory.stability).toBeGreaterThanOrEqual(partly.memory.stability)
        expect(partly.memory.stability).toBeGreaterThanOrEqual(wrong.memory.stability)
        expect(right.memory.difficulty).toBeLessThanOrEqual(wrong.memory.difficulty)
      }),
    )
  })

  it('is a pure function of what it is given, and what it gives survives the database', () => {
    fc.assert(
      fc.property(history, verdict, (answers, last) => {
        const { memory, at } = play(answers)
        const kept = JSON.parse(JSON.stringify(memory))
        const next = afterAnswer(memory, last, at + MINUTE)
        expect(memory).toEqual(kept)
        expect(afterAnswer(kept, last, at + MINUTE)).toEqual(next)
        expect(next.memory.answerCount).toBe(answers.length + 1)
        expect(next.memory.difficulty).toBeGreaterThanOrEqual(1)
        expect(next.memory.difficulty).toBeLessThanOrEqual(10)
        expect(Number.isFinite(next.memory.stability)).toBe(true)
      }),
    )
  })

  it('bears a clock that goes back', () => {
    fc.assert(
      fc.property(history, verdict, fc.integer({ min: 0, max: 3 * DAY }), (answers, last, back) => {
        const { memory, at } = play(answers)
        expect(afterAnswer(memory, last, at - back).dueAt).toBeGreaterThan(at - back)
      }),
    )
  })
})

describe('PR-6: shares as verdicts', () => {
  it('whole is right, nothing is wrong, anything between is partly right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (hundredths) => {
        expect(verdictOf(hundredths / 100)).toBe(hundredths === 100 ? 'right' : hundredths === 0 ? 'wrong' : 'partly')
      }),
    )
  })
})
