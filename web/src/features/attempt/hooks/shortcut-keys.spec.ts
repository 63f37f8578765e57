/// <reference types="jest" />
import { actOf } from './shortcut-keys'

describe('keys in a paper', () => {
  it('choose by letter and by digit, as far as there are options', () => {
    expect(['a', 'D', '1', '4'].map((key) => actOf(key, 4))).toEqual([0, 3, 0, 3])
    expect(['e', '5', 'F', '6'].map((key) => actOf(key, 4))).toEqual([null, null, null, null])
    expect(['F', '6'].map((key) => actOf(key, 6))).toEqual([5, 5])
  })

  it('move and mark', () => {
    expect(['ArrowLeft', 'k', 'ArrowRight', 'J', 'm'].map((key) => actOf(key, 4))).toEqual([
      'back',
      'back',
      'next',
      'next',
      'mark',
    ])
  })

  it('leave all others alone', () => {
    for (const key of ['ArrowUp', 'ArrowDown', 'Tab', 'Enter', ' ', 'Escape', 'ab', '', 'đ']) {
      expect(actOf(key, 6)).toBeNull()
    }
  })
})
