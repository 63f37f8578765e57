import { DeterministicRandom } from '../../../kernel/deterministic-random.js'
import type { EvidenceAttempt, Finding, RoundEvidence } from './evidence.js'
import { findSignals } from './find-signals.js'
import { THRESHOLDS } from './thresholds.js'

const ITEMS = 30
const MINUTE = 60_000
const NETWORK_APART = 3 * 60 * MINUTE
const places = Array.from({ length: ITEMS }, (_, place) => place)

/** A number from 0 to 1 without the end. */
type Chance = () => number

const normal = (chance: Chance) => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())

/** The share that gets an item right, and its usual time. */
const easiness = (item: number) => 0.3 + (0.6 * ((item * 7) % ITEMS)) / ITEMS
const usualSeconds = (item: number) => 14 + ((item * 11) % 20)

/** Somebody who knows nothing of the others: own ability, own pace, every network and device of their own. */
function honest(chance: Chance, number: number, unit: string): EvidenceAttempt {
  const [ability, pace] = [normal(chance), normal(chance) * 0.25]
  const startedAt = number * NETWORK_APART
  return {
    id: `a${String(number).padStart(4, '0')}`,
    person: number,
    attemptNo: 1,
    unit,
    startedAt,
    submittedAt: startedAt + 20 * MINUTE,
    items: Int32Array.from(places),
    answers: Int32Array.from(places, (item) => {
      const logit = Math.log(easiness(item) / (1 - easiness(item))) + 0.7 * ability
      return chance() < 1 / (1 + Math.exp(-logit)) ? 0 : 1 + Math.floor(chance() * 3)
    }),
    seconds: Float64Array.from(places, (item) => usualSeconds(item) * Math.exp(pace + 0.4 * normal(chance))),
    network: `n${number}`,
    device: `d${number}`,
    process: [],
  }
}

/** 220 people of one unit, 60 of another, honest all of them but for what `plant` makes of them. */
function searched(plant: (attempts: EvidenceAttempt[]) => void): Finding[] {
  const random = new DeterministicRandom(Buffer.alloc(32, 5))
  const chance = () => random.below(1_000_000) / 1_000_000
  const attempts = Array.from({ length: 280 }, (_, number) => honest(chance, number, number < 220 ? 'large' : 'small'))
  plant(attempts)
  const round: RoundEvidence = {
    roundId: 'r',
    opensAt: 0,
    closesAt: 281 * NETWORK_APART,
    items: places.map((item) => ({
      itemVersionId: `i${item}`,
      type: 'single-choice',
      wrongAnswers: 3,
      guess: 0.25,
      readingSeconds: 8,
      variantSet: '',
    })),
    people: attempts.map((_, number) => ({
      accountId: `p${number}`,
      nameFolded: `tran ${String.fromCharCode(97 + (number % 26)).repeat(5)} ${String.fromCharCode(97 + Math.floor(number / 26)).repeat(5)}`,
      birthDate: `2008-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`,
      createdAt: 0,
    })),
    attempts,
  }
  return findSignals(round, THRESHOLDS).findings
}

const about = (findings: readonly Finding[], kind: string) =>
  findings.filter((finding) => finding.kind === kind).map(({ attemptIds }) => attemptIds)
const at = (attempts: EvidenceAttempt[], number: number) => attempts[number] as EvidenceAttempt
const others = searched(() => undefined)

describe('DT-10, DT-12: answers, and answers with times', () => {
  it('tells who copied a whole paper, with the errors in common; of honest people nobody', () => {
    const found = searched((attempts) => {
      const [source, copy] = [at(attempts, 3), at(attempts, 90)]
      attempts[90] = { ...copy, answers: source.answers, seconds: source.seconds.map((time) => time * 1.1) }
    })
    expect(about(found, 'same-answers')).toEqual([['a0003', 'a0090']])
    expect(about(found, 'same-answers-and-times')).toEqual([['a0003', 'a0090']])
    expect(about(found, 'same-times-and-answers')).toEqual([['a0003', 'a0090']])
    expect(about(others, 'same-answers')).toEqual([])
    expect(about(others, 'same-answers-and-times')).toEqual([])
  })

  it('DT-11: asks for more in a small unit', () => {
    const copied = (first: number, second: number) =>
      searched((attempts) => {
        attempts[second] = { ...at(attempts, second), answers: at(attempts, first).answers }
      }).filter(({ kind, attemptIds }) => kind === 'same-answers' && attemptIds.length > 0)
    for (const second of [230, 240, 250]) for (const { p } of copied(225, second)) expect(p).toBeLessThan(1e-6)
    expect(copied(3, 90)).toHaveLength(1)
  })
})

describe('DT-14, DT-15, DT-16: times', () => {
  it('tell who is faster than reading and right all the same, as one signal of answers and one of times', () => {
    const found = searched((attempts) => {
      attempts[40] = { ...at(attempts, 40), answers: new Int32Array(ITEMS), seconds: new Float64Array(ITEMS).fill(1.2) }
    })
    expect(
      found.filter(({ kind }) => kind === 'rapid-right').map(({ family, attemptIds }) => [family, attemptIds]),
    ).toEqual([['answers', ['a0040']]])
    expect(about(found, 'too-fast')).toEqual([['a0040']])
    expect(about(others, 'too-fast')).toEqual([])
  })

  it('tell times that fit no item', () => {
    const found = searched((attempts) => {
      const own = at(attempts, 41)
      attempts[41] = { ...own, seconds: own.seconds.map((_, item) => usualSeconds(item) * (item % 6 === 0 ? 0.1 : 1)) }
    })
    expect(about(found, 'odd-times')).toEqual([['a0041']])
    expect(about(others, 'odd-times')).toEqual([])
  })

  it('tell times that are all alike', () => {
    const found = searched((attempts) => {
      attempts[42] = { ...at(attempts, 42), seconds: Float64Array.from(places, (item) => 20 + item / 100) }
    })
    expect(about(found, 'uniform-times')).toEqual([['a0042']])
    expect(about(others, 'uniform-times')).toEqual([])
  })
})

describe('DT-17: patterns of right and wrong', () => {
  it('tell who has the hard ones right and the easy ones wrong', () => {
    const found = searched((attempts) => {
      const answers = Int32Array.from(places, (item) => (easiness(item) < 0.6 ? 0 : 1 + (item % 3)))
      attempts[43] = { ...at(attempts, 43), answers }
    })
    expect(about(found, 'odd-pattern')).toEqual([['a0043']])
    expect(about(others, 'odd-pattern')).toEqual([])
  })
})

describe('DT-18: items that get out', () => {
  it('are told where those who came last did better and faster', () => {
    const found = searched((attempts) => {
      for (const [number, attempt] of attempts.entries())
        if (number >= 205) {
          attempt.answers[0] = 0
          attempt.seconds[0] = (attempt.seconds[0] as number) / 2
        }
    })
    const items = (findings: readonly Finding[]) =>
      findings.filter(({ kind }) => kind === 'leaked-item').map(({ facts }) => facts['itemVersionId'])
    expect(items(found)).toEqual(['i0'])
    expect(items(others)).toEqual([])
  })
})

describe('DT-21: away from the page', () => {
  it('tells who stands out of the round, and nobody of a small one', () => {
    const found = searched((attempts) => {
      attempts[44] = { ...at(attempts, 44), process: [{ kind: 'left', count: 40, seconds: 500 }] }
      attempts[45] = { ...at(attempts, 45), process: [{ kind: 'left', count: 1, seconds: 30 }] }
    })
    expect(about(found, 'away')).toEqual([['a0044']])
    expect(about(others, 'away')).toEqual([])
  })
})
