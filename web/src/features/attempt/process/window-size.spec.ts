import { largeChange } from './window-size'

describe('PE-2: large changes of the window', () => {
  const phone = { width: 360, height: 780 }

  it('a browser beside another program is one', () => {
    expect(largeChange({ width: 1_400, height: 900 }, { width: 700, height: 900 }, false)).toBeNull()
    expect(largeChange({ width: 1_600, height: 800 }, { width: 900, height: 800 }, false)).toBe(56)
    expect(largeChange(phone, { width: 360, height: 400 }, false)).toBe(51)
  })

  it('bars, turning the phone and its keyboard are none', () => {
    expect(largeChange(phone, { width: 360, height: 700 }, false)).toBeNull()
    expect(largeChange(phone, { width: 780, height: 360 }, false)).toBeNull()
    expect(largeChange(phone, { width: 360, height: 400 }, true)).toBeNull()
  })
})
