import fc from 'fast-check'
import { heldPrediction, predictionOf, readPrediction } from './prediction.js'

describe('AT-15: the prediction', () => {
  it('is read as people write numbers', () => {
    for (const typed of ['12500', '12.500', '12 500', ' 012500 ']) expect(readPrediction(typed)).toBe('12500')
    expect(readPrediction('0')).toBe('0')
    expect(readPrediction('10.000.000')).toBe('10000000')
    for (const blank of [null, '', '  ']) expect(readPrediction(blank)).toBeNull()
    for (const odd of ['10000001', '-1', '1,5', '1e3', '12.5', 'mười', '١٢'])
      expect([odd, readPrediction(odd)]).toEqual([odd, undefined])
  })

  it('comes back from the log as the number that was typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
        const recorded = readPrediction(new Intl.NumberFormat('vi').format(value)) as string
        expect(predictionOf(new Map([[0, recorded]]))).toBe(value)
      }),
    )
    expect(predictionOf(new Map([[1, '7']]))).toBeNull()
    expect(predictionOf(new Map([[0, [3]]]))).toBeNull()
  })

  it('of a person is the first one given; of an attempt each has its own', () => {
    expect(heldPrediction('person', [null, 120, 300])).toBe(120)
    expect(heldPrediction('person', [null])).toBeNull()
    expect(heldPrediction('person', [0])).toBe(0)
    expect(heldPrediction('attempt', [120])).toBeNull()
  })
})
