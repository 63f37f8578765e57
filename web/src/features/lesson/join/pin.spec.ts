/// <reference types="jest" />
import { isPin, pinIn } from './pin'

describe('CR-55 a PIN as it is typed or pasted', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    [' 12-34-56 ', '123456'],
    ['1234567', '123456'],
    ['http://192.168.1.20:3000/lop/204816', '204816'],
    ['12', '12'],
    ['mã', ''],
  ])('CR-55 "%s" is %s', (typed, pin) => {
    expect(pinIn(typed)).toBe(pin)
    expect(isPin(pin)).toBe(pin.length === 6)
  })
})
