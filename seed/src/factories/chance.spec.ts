import { Chance, risingTotals } from './chance.js'

describe('Chance', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const draw = (seed: string) =>
      Array.from(
        { length: 5 },
        (
          (chance) => () =>
            chance.next()
        )(new Chance(seed)),
      )
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
  })

  it('keeps its numbers for good: data made with them is compared across versions', () => {
    const chance = new Chance('thi-so')
    expect([chance.whole(0, 999), chance.whole(0, 999), chance.whole(0, 999)]).toMatchInlineSnapshot(`
[
  279,
  590,
  628,
]
`)
  })

  it('draws as often as the weights say', () => {
    const chance = new Chance('weights')
    const rising = risingTotals([1, 0, 3])
    const counts = [0, 0, 0]
    for (let i = 0; i < 4000; i++) {
      const at = chance.weighted(rising)
      counts[at] = (counts[at] ?? 0) + 1
    }
    expect(counts[1]).toBe(0)
    expect((counts[2] as number) / (counts[0] as number)).toBeGreaterThan(2.5)
    expect((counts[2] as number) / (counts[0] as number)).toBeLessThan(3.5)
  })

  it('has a normal with mean 0 and deviation 1', () => {
    const chance = new Chance('normal')
    const values = Array.from({ length: 20_000 }, () => chance.normal())
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
    expect(mean).toBeCloseTo(0, 1)
    expect(deviation).toBeCloseTo(1, 1)
  })

  it('shuffles a copy', () => {
    const list = [1, 2, 3, 4, 5, 6, 7, 8]
    const shuffled = new Chance('shuffle').shuffled(list)
    expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(shuffled).not.toEqual(list)
    expect([...shuffled].sort()).toEqual(list)
  })
})
