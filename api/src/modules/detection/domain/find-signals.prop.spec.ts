import fc from 'fast-check'
import { sawMost, whoSaw } from './canary.js'
import type { EvidenceAttempt, EvidencePerson, RoundEvidence } from './evidence.js'
import { reachesReviewer } from './families.js'
import { findSignals } from './find-signals.js'
import { areNearDates, areNearNames } from './near-people.js'
import { secondsAtPlaces } from './place-times.js'
import { THRESHOLDS } from './thresholds.js'

const HOUR = 3_600_000

function person(number: number, own: Partial<EvidencePerson> = {}): EvidencePerson {
  const [first, second] = [number % 26, Math.floor(number / 26)].map((letter) => String.fromCharCode(97 + letter))
  return {
    accountId: `p${number}`,
    nameFolded: `tran ${first?.repeat(4)} ${second?.repeat(4)}`,
    birthDate: `2010-0${1 + (number % 9)}-1${number % 10}`,
    createdAt: 0,
    ...own,
  }
}

function attempt(number: number, own: Partial<EvidenceAttempt> = {}): EvidenceAttempt {
  return {
    id: `a${String(number).padStart(4, '0')}`,
    person: number,
    attemptNo: 1,
    unit: 'u1',
    startedAt: number * 2 * HOUR,
    submittedAt: number * 2 * HOUR + 600_000,
    items: Int32Array.of(0, 1),
    answers: Int32Array.of(0, 1),
    seconds: Float64Array.of(20, 31),
    network: `n${number}`,
    device: `d${number}`,
    process: [],
    ...own,
  }
}

function round(attempts: EvidenceAttempt[], people: EvidencePerson[], variantSets = ['', '']): RoundEvidence {
  const items = variantSets.map((variantSet, index) => ({
    itemVersionId: `i${index}`,
    type: 'single-choice' as const,
    wrongAnswers: 3,
    guess: 0.25,
    readingSeconds: 8,
    variantSet,
  }))
  return { roundId: 'r', opensAt: 0, closesAt: 1000 * HOUR, items, people, attempts }
}

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number)

describe('DT-20: who reaches a reviewer', () => {
  it('needs two families on one attempt, however many signals of one there are', () => {
    const family = fc.constantFrom('answers' as const, 'times' as const, 'accounts' as const)
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c'), { minLength: 1 })
    const signal = fc.record({ family, attemptIds: ids })
    fc.assert(
      fc.property(fc.array(signal), (signals) => {
        const reviewed = reachesReviewer(signals)
        for (const id of ['a', 'b', 'c']) {
          const own = new Set(signals.filter(({ attemptIds }) => attemptIds.includes(id)).map(({ family }) => family))
          expect(reviewed.get(id) ?? null).toEqual(own.size >= 2 ? own : null)
        }
      }),
    )
  })
})

describe('DT-22, DT-23: accounts', () => {
  it('tells one person’s accounts on one device, and not brothers', () => {
    const people = [
      person(0, { nameFolded: 'nguyen van minh', birthDate: '2010-03-04' }),
      person(1, { nameFolded: 'nguyen minh van', birthDate: '2010-04-03' }),
      person(2, { nameFolded: 'nguyen van khanh', birthDate: '2012-03-04' }),
    ]
    const found = findSignals(
      round(
        numbers(3).map((n) => attempt(n, { device: 'phone' })),
        people,
      ),
      THRESHOLDS,
    )
    const told = found.findings.filter(({ family }) => family === 'accounts')
    expect(told.map(({ kind, attemptIds }) => [kind, attemptIds])).toEqual([['one-person', ['a0000', 'a0001']]])
    expect(JSON.stringify(found)).not.toContain('nguyen')
  })

  it('says of a school’s room why it is normal, and speaks against nobody', () => {
    const room = numbers(30).map((n) =>
      attempt(n, { startedAt: n * 20_000, submittedAt: n * 20_000 + 900_000, network: 'school' }),
    )
    const { findings } = findSignals(
      round(
        room,
        numbers(30).map((n) => person(n)),
      ),
      THRESHOLDS,
    )
    expect(findings.filter(({ attemptIds }) => attemptIds.length > 0)).toEqual([])
    expect(findings.find(({ kind }) => kind === 'computer-room')?.facts).toMatchObject({
      size: 30,
      reasons: ['one-unit', 'one-network', 'one-hour', 'own-names-and-birth-dates'],
    })
  })

  it('tells a device that four used one after the other', () => {
    const relay = numbers(4).map((n) =>
      attempt(n, { startedAt: n * 900_000, submittedAt: n * 900_000 + 600_000, device: 'phone', unit: `u${n}` }),
    )
    const { findings } = findSignals(
      round(
        relay,
        numbers(4).map((n) => person(n)),
      ),
      THRESHOLDS,
    )
    expect(findings.map(({ kind, attemptIds }) => [kind, attemptIds.length])).toEqual([['shared-device', 4]])
  })

  it('takes one slip as near, two as far', () => {
    expect(areNearNames('tran thi hoa', 'tran hoa thi')).toBe(true)
    expect(areNearNames('tran thi hoa', 'tran thi hoai')).toBe(true)
    expect(areNearNames('le an', 'le anh')).toBe(false)
    expect(areNearNames('tran thi hoa', 'tran van hoa')).toBe(false)
    expect(areNearDates('2010-03-04', '2010-04-03')).toBe(true)
    expect(areNearDates('2010-03-04', '2010-03-14')).toBe(true)
    expect(areNearDates('2010-03-04', '2011-03-14')).toBe(false)
    expect(areNearDates(null, null)).toBe(false)
  })
})

describe('DT-19: canary siblings', () => {
  it('puts first the unit that saw all leaked variants and the fewest others', () => {
    const seen = whoSaw(
      round(
        [
          attempt(0, { unit: 'x', items: Int32Array.of(0, 2) }),
          attempt(1, { unit: 'y', items: Int32Array.of(0, 3) }),
          attempt(2, { unit: 'z', items: Int32Array.of(1, 3) }),
        ],
        numbers(3).map((n) => person(n)),
        ['s', 's', 't', 't', 'alone'],
      ),
    )
    expect([...seen.keys()]).toEqual([0, 1, 2, 3])
    expect(sawMost(seen, [0, 2])).toEqual([
      { unit: 'x', leaked: 2, kept: 0 },
      { unit: 'y', leaked: 1, kept: 1 },
    ])
    expect(sawMost(seen, [4])).toEqual([])
  })
})

describe('DT-13: answers sent together', () => {
  it('share the time of all of them, and lose none', () => {
    const changes = [10_000, 40_000, 40_010, 40_020, 55_000].map((receivedAt, index) => ({
      position: index + 1,
      seq: index + 1,
      receivedAt,
    }))
    const seconds = secondsAtPlaces(5, 0, changes, null, [])
    expect(Array.from(seconds, (value) => Math.round(value * 1000))).toEqual([10_000, 10_007, 10_007, 10_007, 14_980])
  })
})
