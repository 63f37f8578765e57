import fc from 'fast-check'
import { type DatedAnswer, itemDrift } from './item-drift.js'

/** Answers over a window of a thousand minutes; `shift(t)` is what a leak adds to the chance, `haste(t)` takes from the time. */
function answersOf(
  count: number,
  random: () => number,
  {
    shift = () => 0,
    haste = () => 0,
    crowd = () => 0,
  }: Partial<Record<'shift' | 'haste' | 'crowd', (t: number) => number>>,
): DatedAnswer[] {
  return Array.from({ length: count }, () => {
    const t = random()
    const chance = Math.min(0.95, 0.5 + crowd(t))
    const normal = Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random())
    return {
      startedAt: t * 60_000_000,
      isRight: random() < Math.min(1, chance + shift(t)),
      chance,
      timeResidual: normal - haste(t),
    }
  })
}

function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

describe('DT-7: items that get out', () => {
  it('are seen when they become easier and faster', () => {
    const leaked = answersOf(400, seeded(7), { shift: (t) => (t > 0.5 ? 0.4 : 0), haste: (t) => (t > 0.5 ? 1 : 0) })
    expect(itemDrift(leaked)?.tail).toBeLessThan(1e-4)
  })

  it('are not seen where only a better crowd came later, or only the speed changed', () => {
    const better = itemDrift(answersOf(400, seeded(8), { crowd: (t) => t * 0.4 }))
    expect(better?.tail).toBeGreaterThan(0.01)
    const hurried = itemDrift(answersOf(400, seeded(9), { haste: (t) => t }))
    expect(hurried?.fasterTail).toBeLessThan(1e-3)
    expect(hurried?.tail).toBe(hurried?.easierTail)
  })

  it('alarm at most as often as they say among items that stay inside', () => {
    let alarms = 0
    for (let seed = 0; seed < 400; seed++)
      if ((itemDrift(answersOf(200, seeded(seed + 100), {}))?.tail ?? 1) < 0.05) alarms++
    // Both halves must move: 0.05² of 400 is one; ten would be far outside.
    expect(alarms).toBeLessThan(10)
  })

  it('say nothing of few answers, and nothing of speed without times', () => {
    expect(itemDrift(answersOf(119, seeded(1), {}))).toBeNull()
    const untimed = answersOf(200, seeded(2), {}).map((answer) => ({ ...answer, timeResidual: null }))
    expect(itemDrift(untimed)).toMatchObject({ faster: null, tail: 1 })
  })

  it('do not depend on the order in which answers are listed', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const answers = answersOf(160, seeded(seed), {})
        expect(itemDrift([...answers].reverse())?.tail).toBeCloseTo(itemDrift(answers)?.tail as number, 12)
      }),
      { numRuns: 30 },
    )
  })
})
