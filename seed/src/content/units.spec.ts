import { readUnits } from './read-content.js'

describe('the units', () => {
  const units = readUnits()

  it('are one province, 18 districts and 241 communes, parents first', () => {
    const count = (kind: string) => units.filter((unit) => unit.kind === kind).length
    expect([count('province'), count('district'), count('commune')]).toEqual([1, 18, 241])
    const seen = new Set<string>()
    for (const { code, parentCode } of units) {
      if (parentCode !== null) expect(seen).toContain(parentCode)
      expect(seen).not.toContain(code)
      seen.add(code)
    }
  })
})
