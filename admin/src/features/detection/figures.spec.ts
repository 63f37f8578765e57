import { onceIn } from './figures'

describe('DT-30: chances in plain numbers', () => {
  it.each([
    [1, 1],
    [0.5, 2],
    [1 / 37, 40],
    [1e-6, 1_000_000],
    [0.00034, 3_000],
  ])('%s is once in %s', (p, count) => {
    expect(onceIn(p)).toEqual({ count, isBeyond: false })
  })

  it('does not pretend to know beyond a thousand million', () => {
    for (const p of [1e-12, 0]) expect(onceIn(p)).toEqual({ count: 1e9, isBeyond: true })
  })
})
