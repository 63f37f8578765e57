import fc from 'fast-check'
import { replacedByNext, withoutReplaced } from './replaced.js'

interface Taken {
  id: string
  replacesId: string | null
  isGivenBack: boolean
}

const next = (own: readonly Taken[]) => replacedByNext(own, ({ isGivenBack }) => isGivenBack)

/** What a person does: starts an attempt, or is given one of the earlier ones back. */
const steps = fc.array(fc.oneof(fc.constant('start' as const), fc.nat({ max: 9 })), { maxLength: 24 })

function take(list: readonly ('start' | number)[]): Taken[] {
  const taken: Taken[] = []
  for (const step of list)
    if (step === 'start') taken.push({ id: `a${taken.length}`, replacesId: next(taken), isGivenBack: false })
    else if (taken.length > 0) (taken[step % taken.length] as Taken).isGivenBack = true
  return taken
}

describe('CL-7: an attempt that is taken anew', () => {
  it('stands for one earlier attempt that was given back, one for one, the earliest first', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const taken = take(list)
        const replaced = taken.flatMap(({ replacesId }) => replacesId ?? [])
        expect(new Set(replaced).size).toBe(replaced.length)
        taken.forEach(({ replacesId }, index) => {
          if (replacesId === null) return
          const before = taken.findIndex(({ id }) => id === replacesId)
          expect(before).toBeLessThan(index)
          expect(taken[before]?.isGivenBack).toBe(true)
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('leaves as many that may count as the quota has counted, once everything given back was taken anew', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const taken = take(list)
        if (next(taken) !== null) return
        // The quota does not count what was given back (CL-4).
        expect(withoutReplaced(taken)).toHaveLength(taken.filter(({ isGivenBack }) => !isGivenBack).length)
      }),
      { numRuns: 2_000 },
    )
  })

  it('counts nothing less before it has ended, and something always counts', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 24 }), (list, seen) => {
        const ended = take(list).slice(0, seen)
        const standing = withoutReplaced(ended)
        expect(standing.length).toBeGreaterThanOrEqual(Math.min(1, ended.length))
        for (const { id } of ended)
          expect(standing.some((attempt) => attempt.id === id)).toBe(!ended.some(({ replacesId }) => replacesId === id))
      }),
      { numRuns: 2_000 },
    )
  })

  it('stands for nothing where nothing was given back, also when it is asked again', () => {
    expect(next([])).toBeNull()
    expect(next([{ id: 'a', replacesId: null, isGivenBack: false }])).toBeNull()
    const first = { id: 'a', replacesId: null, isGivenBack: true }
    expect(next([first])).toBe('a')
    expect(next([first, { id: 'b', replacesId: 'a', isGivenBack: false }])).toBeNull()
    expect(next([first, { id: 'b', replacesId: 'a', isGivenBack: true }])).toBe('b')
  })
})
