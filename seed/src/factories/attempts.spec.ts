import { attemptIdOf, drawForm, gradeResponse, judgeAttempt, receiptCode, timeUsedS } from '@thiso/api/seeding'
import { COGNITIVE_LEVELS, DEFAULT_ROUND_RULES, type ItemKey, type RoundRules, TOPICS } from '@thiso/contracts/vocab'
import { blueprintOf } from '../demo/rounds.js'
import { type SimulatedRound, startTime, takeAttempt } from './attempts.js'
import { Chance } from './chance.js'
import { traitsOf } from './item-traits.js'
import { stableId } from './stable-id.js'

const OPENS = Date.parse('2026-11-15T13:00:00Z')
const CLOSES = Date.parse('2026-11-22T13:00:00Z')
/** Every cell holds a single choice, a group of statements, an ordering and a matching. */
const KEYS: ItemKey[] = [
  { type: 'single-choice', option: 2 },
  { type: 'true-false-group', truths: [true, false, false, true], grading: 'stepped' },
  { type: 'ordering', order: [2, 0, 3, 1], grading: 'partial' },
  { type: 'matching', choiceOf: [3, 1, 0, 2], grading: 'partial' },
]
const pool = TOPICS.flatMap((topic) =>
  COGNITIVE_LEVELS.flatMap((level) =>
    KEYS.map(({ type }, number) => ({
      itemVersionId: stableId('item', `${topic} ${level} ${number}`),
      topic,
      level,
      type,
      optionCount: 4,
      choiceCount: type === 'matching' ? 5 : 0,
      exclusionSet: '',
    })),
  ),
)
const keys = new Map(pool.map(({ itemVersionId }, index) => [itemVersionId, KEYS[index % 4] as ItemKey]))
const round: SimulatedRound = {
  id: stableId('round', 'spec'),
  secret: Buffer.alloc(32, 7),
  blueprint: blueprintOf(0),
  rules: DEFAULT_ROUND_RULES,
  rulesVersion: 1,
  pool,
  keys,
  traits: traitsOf(pool, keys),
  opensAtMs: OPENS,
  closesAtMs: CLOSES,
  timeLimitS: 1200,
  graceMs: 3000,
}
const person = (name: string, ability = 0.2, pace = 1) => ({
  accountId: stableId('account', name),
  unitId: stableId('unit', 'spec'),
  ability,
  pace,
})
const attempts = Array.from({ length: 400 }, (_, index) => {
  const chance = new Chance(`start/${index}`)
  const startedAtMs = startTime(chance, round, CLOSES)
  return takeAttempt(1, round, person(`p${index}`, chance.normal(), chance.logNormal(1, 0.5)), 1, startedAtMs, CLOSES)
})

describe('simulated attempts', () => {
  it('are the same for the same seed', () => {
    const again = () => takeAttempt(1, round, person('same'), 1, OPENS + 5000, CLOSES)
    expect(again()).toEqual(again())
    expect(takeAttempt(2, round, person('same'), 1, OPENS + 5000, CLOSES).events).not.toEqual(again().events)
  })

  it('have the id and the paper that the API gives', () => {
    for (const attempt of attempts) {
      expect(attempt.id).toBe(attemptIdOf(round.id, attempt.accountId, 1))
      expect(attempt.form).toEqual(drawForm(round.secret, attempt.id, round.blueprint, [...pool].reverse()))
      expect(attempt.form).toHaveLength(20)
    }
  })

  it('SC-3: store the score, the time and the receipt that follow from their events, under whatever rules', () => {
    const strict: RoundRules = {
      ...DEFAULT_ROUND_RULES,
      allRequired: true,
      paperTolerance: 1,
      scoring: { wrongPenalty: 0.25, blankPenalty: 0.1, speedBonus: 0.5 },
    }
    const hard: SimulatedRound = { ...round, rules: strict, rulesVersion: 3 }
    const more = attempts.slice(0, 60).map(({ accountId, startedAtMs }) => {
      const somebody = { ...person('x'), accountId }
      return takeAttempt(1, hard, somebody, 1, startedAtMs, CLOSES)
    })
    for (const [own, made] of [
      [round, attempts],
      [hard, more],
    ] as const)
      for (const { id, form, events, closing, startedAtMs, deadlineAtMs, rulesVersion } of made) {
        if (!closing) throw new Error('every attempt of a closed round has ended')
        expect(rulesVersion).toBe(own.rulesVersion)
        expect(form).toEqual(drawForm(own.secret, id, own.blueprint, pool, undefined, own.rules.paperTolerance))
        const { submittedAtMs, submitKind } = closing
        const usedS = timeUsedS({ startedAt: startedAtMs, submittedAt: submittedAtMs, deadlineAt: deadlineAtMs })
        expect(closing).toEqual({
          ...judgeAttempt({
            form,
            events: events.map((event) => ({ ...event, receivedAt: new Date(event.receivedAtMs) })),
            rules: own.rules,
            timeLimitS: own.timeLimitS,
            timeUsedS: usedS,
            extraPercent: 0,
            takenOut: [],
            heldPrediction: null,
            openings: [],
            keys,
            grade: gradeResponse,
          }),
          submittedAtMs,
          submitKind,
          timeUsedS: usedS,
          receiptCode: receiptCode({ attemptId: id, submittedAt: new Date(submittedAtMs).toISOString(), events }),
        })
      }
    expect(more.some(({ closing }) => (closing?.penalty ?? 0) > 0 && (closing?.bonus ?? 0) > 0)).toBe(true)
    expect(new Set(more.map(({ closing }) => closing?.isRanked))).toEqual(new Set([true, false]))
    expect(attempts.every(({ closing }) => closing?.penalty === 0 && closing.bonus === 0 && closing.isRanked)).toBe(
      true,
    )
  })

  it('are not made up under rules that simulated people do not know', () => {
    for (const rules of [
      { ...DEFAULT_ROUND_RULES, movement: 'one-way' as const },
      { ...DEFAULT_ROUND_RULES, attempts: { ...DEFAULT_ROUND_RULES.attempts, unseenFirst: true } },
    ])
      expect(() => takeAttempt(1, { ...round, rules }, person('x'), 1, OPENS, CLOSES)).toThrow('simulated people')
  })

  it('number their events from 1, in time, between the start and the end, on places and options that exist', () => {
    for (const { events, startedAtMs, deadlineAtMs, acceptUntilMs, closing } of attempts) {
      expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1))
      let before = startedAtMs
      for (const { position, response, receivedAtMs, clientAtMs } of events) {
        expect(receivedAtMs).toBeGreaterThanOrEqual(before)
        expect(Number.isInteger(receivedAtMs) && Number.isInteger(clientAtMs)).toBe(true)
        before = receivedAtMs
        expect(position >= 1 && position <= 20).toBe(true)
        expect(response === null || response.length === 1 || response.length === 4).toBe(true)
      }
      expect(before).toBeLessThanOrEqual(closing?.submittedAtMs ?? 0)
      expect(deadlineAtMs).toBeLessThanOrEqual(Math.min(startedAtMs + 1_200_000, CLOSES))
      expect(acceptUntilMs).toBe(deadlineAtMs + 3000)
      expect(startedAtMs >= OPENS && startedAtMs < CLOSES).toBe(true)
    }
  })

  it('show what people do: changed answers, blanks, different scores, some stopped by the clock', () => {
    const changed = attempts.filter(({ events }) => new Set(events.map((event) => event.position)).size < events.length)
    expect(changed.length).toBeGreaterThan(100)
    expect(attempts.some(({ closing }) => (closing?.answeredCount ?? 20) < 20)).toBe(true)
    expect(new Set(attempts.map(({ closing }) => closing?.points)).size).toBeGreaterThan(8)
    const stopped = attempts.filter(({ closing }) => closing?.submitKind === 'at_deadline')
    expect(stopped.length).toBeGreaterThan(0)
    expect(stopped.length).toBeLessThan(80)
    for (const { closing, deadlineAtMs } of stopped) expect(closing?.submittedAtMs).toBe(deadlineAtMs)
  })

  it('go better for abler people', () => {
    const mean = (ability: number) => {
      const own = Array.from({ length: 60 }, (_, index) =>
        takeAttempt(1, round, person(`a${index}`, ability), 1, OPENS + 1000, CLOSES),
      )
      return own.reduce((sum, { closing }) => sum + (closing?.points ?? 0), 0) / own.length
    }
    expect(mean(1.5)).toBeGreaterThan(mean(0) + 2)
    expect(mean(0)).toBeGreaterThan(mean(-1.5) + 2)
  })

  it('run on when they would end later than now, with what has happened so far', () => {
    const startedAtMs = OPENS + 60_000
    const attempt = takeAttempt(1, round, person('running'), 1, startedAtMs, startedAtMs + 90_000)
    expect(attempt.closing).toBeNull()
    expect(attempt.events.length).toBeGreaterThan(0)
    expect(attempt.events.every((event) => event.receivedAtMs <= startedAtMs + 90_000)).toBe(true)
  })

  it('can be twins to the second', () => {
    for (let points = 0; points <= 20; points++) {
      const startedAtMs = OPENS + 10_000
      const submittedAtMs = startedAtMs + 321_500
      const { closing, events } = takeAttempt(1, round, person(`twin${points}`), 1, startedAtMs, CLOSES, {
        points,
        submittedAtMs,
      })
      expect(closing).toMatchObject({ points, submittedAtMs, timeUsedS: 321, submitKind: 'by_participant' })
      expect(events.every((event) => event.receivedAtMs <= submittedAtMs)).toBe(true)
    }
  })
})
