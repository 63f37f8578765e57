import { prizesBeyond } from './prizes-beyond'

const prize = (place: number) => ({
  tier: 'first' as const,
  reward: { vi: '', en: '' },
  by: 'participants' as const,
  place,
  sizeClass: null,
})

describe('WN-7: prizes that no unit can get', () => {
  it('are those whose place lies behind the last unit', () => {
    expect(prizesBeyond({ onePrizeEach: false, prizes: [prize(1), prize(3), prize(4)] }, 3)).toEqual([3])
  })

  it('and, with one prize each, those for which no unit is left', () => {
    const prizes = [prize(1), prize(1), prize(2)]
    expect(prizesBeyond({ onePrizeEach: true, prizes }, 2)).toEqual([3])
    expect(prizesBeyond({ onePrizeEach: false, prizes }, 2)).toEqual([])
    expect(prizesBeyond({ onePrizeEach: true, prizes }, 3)).toEqual([])
  })
})
