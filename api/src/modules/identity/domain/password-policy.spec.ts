import { fold } from '@thiso/contracts/vocab'
import fc from 'fast-check'
import { isWeakPassword } from './password-policy.js'

const weak = (password: string, login = '0905123456', fullName = 'Nguyễn Văn An') =>
  isWeakPassword(password, login, fullName, fold)

describe('ID-4: passwords that are refused', () => {
  it.each([
    ['short', 'a1b2c3d'],
    ['common', 'matkhau123'],
    ['common in capitals', 'MatKhau123'],
    ['common with diacritics', 'Mật khẩu 123'],
    ['one character again and again', 'aaaaaaaaaa'],
    ['a short piece again and again', 'abcabcabcabc'],
    ['a piece with a bit at the end', 'ananananan1'],
    ['rising digits', '1234567890'],
    ['falling digits', '9876543210'],
    ['a row of keys', 'asdfghjkl'],
    ['a row of keys backwards', 'poiuytrewq'],
    ['the own log-in', '0905123456'],
    ['the own name', 'nguyenvanan'],
    ['the own name with its marks', 'Nguyễn Văn An'],
    ['the own name with a year', 'nguyenvanan2008'],
    ['nothing but blanks', '             '],
  ])('%s: %p', (_, password) => {
    expect(weak(password)).toBe(true)
  })

  it.each(['rừng dừa Bảy Mẫu', 'bánh tráng đập dập', 'Thu Bồn 1999 lũ', 'k9$vPq2!xZ', 'xe-dap-do-o-Hoi-An'])(
    'not %p',
    (password) => {
      expect(weak(password)).toBe(false)
    },
  )

  it('the same whether typed composed or decomposed, in capitals or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 8, maxLength: 30 }), (password) => {
        fc.pre(password.normalize('NFD').length >= 8 && password.normalize('NFC').length >= 8)
        expect(weak(password.normalize('NFD'))).toBe(weak(password.normalize('NFC')))
      }),
    )
  })

  it('a short log-in does not forbid passwords that hold it', () => {
    expect(weak('an', 'an12', 'An')).toBe(true)
    expect(weak('nhà cổ Tấn Ký', 'an12', 'An')).toBe(false)
  })
})
