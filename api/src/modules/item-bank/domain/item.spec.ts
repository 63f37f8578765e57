import fc from 'fast-check'
import { isSoundItem, isUsable } from './item.js'

const comparable = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
const item = { stem: 'Chuyển đổi số là gì?', options: ['một', 'hai', 'ba'], key: 1 }
const isSound = (change: Partial<typeof item>) => isSoundItem({ ...item, ...change }, comparable)

describe('IB-1: a sound item', () => {
  it('has a stem, options that differ, and a key among them', () => {
    expect(isSound({})).toBe(true)
    expect(isSound({ stem: '   ' })).toBe(false)
    expect(isSound({ options: ['một'], key: 0 })).toBe(false)
    for (const key of [-1, 3, 0.5, Number.NaN]) expect(isSound({ key })).toBe(false)
  })

  it.each([
    [['một', 'Một']],
    [['một', ' một ']],
    [['hai  ba', 'hai ba']],
    [['Đà Nẵng'.normalize('NFC'), 'Đà Nẵng'.normalize('NFD')]],
  ])('takes %j for the same', (options) => {
    expect(isSound({ options, key: 0 })).toBe(false)
  })

  it('keeps apart what only differs in a diacritic mark', () => {
    expect(isSound({ options: ['ma', 'má', 'mà', 'mả', 'mã', 'mạ'], key: 5 })).toBe(true)
  })
})

describe('IB-2: a usable item', () => {
  const approved = { state: 'approved', validFrom: null, validTo: null }

  it.each(['draft', 'retired'])('is not one that is %s', (state) => {
    expect(isUsable({ ...approved, state }, '2026-11-01', '2026-11-30')).toBe(false)
  })

  it.each([
    [null, null, true],
    ['2026-11-01', '2026-11-30', true],
    ['2026-11-02', null, false],
    [null, '2026-11-29', false],
    ['2021-01-01', '2025-06-30', false],
  ])('valid from %s to %s for a round in November 2026: %s', (validFrom, validTo, expected) => {
    expect(isUsable({ ...approved, validFrom, validTo }, '2026-11-01', '2026-11-30')).toBe(expected)
  })

  it('is one exactly when every day of the round lies in its validity', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.option(day), fc.option(day), day, day, (validFrom, validTo, a, b) => {
        const [first, last] = a < b ? [a, b] : [b, a]
        const days = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`)
        const isTrue = days
          .filter((each) => first <= each && each <= last)
          .every((each) => (validFrom === null || validFrom <= each) && (validTo === null || each <= validTo))
        expect(isUsable({ ...approved, validFrom, validTo }, first, last)).toBe(isTrue)
      }),
    )
  })
})
