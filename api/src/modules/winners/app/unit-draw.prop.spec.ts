import fc from 'fast-check'
import { unitDraw } from './unit-draw.js'

const draw = {
  scopeId: '0190a0aa-0000-7000-8000-000000000001',
  secret: Buffer.alloc(32, 7),
  randomness: Buffer.alloc(32, 9),
}
const anyIds = fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 9 })

describe('WN-7, DW-1: units that nothing tells apart', () => {
  it('are drawn from published inputs: everybody is there once, and the order that they come in decides nothing', () => {
    fc.assert(
      fc.property(anyIds, fc.constantFrom('participants' as const, 'rate' as const), (ids, by) => {
        const order = unitDraw(draw)(by, ids)
        expect([...order].sort()).toEqual([...ids].sort())
        expect(unitDraw(draw)(by, [...ids].reverse())).toEqual(order)
      }),
    )
  })

  it('follow the randomness, the secret, the draw and the measure', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `u${index}`)
    const order = unitDraw(draw)('rate', ids)
    expect(unitDraw({ ...draw, randomness: Buffer.alloc(32, 8) })('rate', ids)).not.toEqual(order)
    expect(unitDraw({ ...draw, secret: null })('rate', ids)).not.toEqual(order)
    expect(unitDraw({ ...draw, scopeId: 'another' })('rate', ids)).not.toEqual(order)
    expect(unitDraw(draw)('quality', ids)).not.toEqual(order)
  })

  it('have about the same chance', () => {
    const first = new Map<string, number>()
    for (let n = 0; n < 3_000; n++) {
      const randomness = Buffer.alloc(32)
      randomness.writeUInt32BE(n)
      const [winner] = unitDraw({ ...draw, randomness })('rate', ['a', 'b', 'c'])
      first.set(winner as string, (first.get(winner as string) ?? 0) + 1)
    }
    // 1,000 expected, standard deviation 26.
    for (const count of first.values()) expect(Math.abs(count - 1_000)).toBeLessThan(130)
  })
})
