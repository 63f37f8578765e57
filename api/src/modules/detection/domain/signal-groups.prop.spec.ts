import fc from 'fast-check'
import { SIGNAL_FAMILIES } from '@thiso/contracts/vocab'
import { deletionDay } from './deletion-day.js'
import { signalGroups } from './signal-groups.js'

const signals = fc
  .array(
    fc.record({
      family: fc.constantFrom(...SIGNAL_FAMILIES),
      attemptIds: fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 }),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((signal, index) => ({ id: `s${index}`, ...signal })))

describe('DT-28: groups of signals', () => {
  it('hold every signal about attempts once, every attempt once, and most families first', () => {
    fc.assert(
      fc.property(signals, (given) => {
        const groups = signalGroups(given)
        const about = given.filter(({ attemptIds }) => attemptIds.length > 0)
        expect(groups.flatMap(({ signalIds }) => signalIds).sort()).toEqual(about.map(({ id }) => id).sort())
        const attempts = groups.flatMap(({ attemptIds }) => attemptIds)
        expect(attempts.sort()).toEqual([...new Set(about.flatMap(({ attemptIds }) => attemptIds))].sort())
        for (const { mostFamilies, attemptIds } of groups)
          expect(mostFamilies).toBe(
            Math.max(
              ...attemptIds.map(
                (attempt) => new Set(about.filter((s) => s.attemptIds.includes(attempt)).map((s) => s.family)).size,
              ),
            ),
          )
        const order = groups.map(({ mostFamilies }) => mostFamilies)
        expect(order).toEqual([...order].sort((a, b) => b - a))
      }),
    )
  })

  it('two families about different people of one group do not make two of one person', () => {
    const [group] = signalGroups([
      { id: '1', family: 'answers', attemptIds: ['a', 'b'] },
      { id: '2', family: 'answers', attemptIds: ['b', 'c'] },
      { id: '3', family: 'times', attemptIds: ['d', 'c'] },
    ])
    expect(group).toMatchObject({ attemptIds: ['a', 'b', 'c', 'd'], families: ['answers', 'times'], mostFamilies: 2 })
    const [apart] = signalGroups([
      { id: '1', family: 'answers', attemptIds: ['a', 'b'] },
      { id: '3', family: 'answers', attemptIds: ['b', 'd'] },
      { id: '4', family: 'answers', attemptIds: ['d'] },
    ])
    expect(apart?.mostFamilies).toBe(1)
  })
})

describe('DT-29: the day of deletion', () => {
  const at = (day: string) => Date.parse(`${day}T08:00:00+07:00`)
  it.each([
    [at('2026-11-30'), at('2026-11-20'), '2026-12-30'],
    [null, at('2026-11-20'), '2027-01-19'],
  ])('published %s, closed %s', (published, closed, day) => {
    expect(deletionDay(published, closed, 30)).toBe(day)
  })
})
