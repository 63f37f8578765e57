import fc from 'fast-check'
import { fold } from '@thiso/contracts/vocab'
import { isRude } from './rudeness.js'

/** Syllables of which names are made, those that look like something else without their marks before all. */
const SYLLABLES =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Văn Thị Hữu Đức Minh Ngọc Hoa Hồng Hà Hải Hòa Cao Các Chơn Công Cúc Cường Du Dũng Đạt Đào Đình Điểm Điền Diễm Diệm Đoàn Gấm Hạnh Hiếu Khánh Khôi Kim Lan Lâm Linh Lộc Lợi Lớn Mai Mẫn Mỹ Nam Nga Ngân Nghĩa Ngữ Ngự Nhi Oanh Phúc Phương Quân Quốc Sơn Tâm Thảo Thư Thủy Tiên Trang Trí Tú Tuấn Uyên Vân Vy Xuân Yến Bưởi Cút Đệ Để Dịu Dung Đủ Dư Dự Chó Chợ Cốc'.split(
    ' ',
  )
const name = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 5 })
const rude = fc.constantFrom(
  'lồn',
  'cặc',
  'buồi',
  'địt',
  'đéo',
  'đụ',
  'fuck',
  'bitch',
  'vcl',
  'cunt',
  'shit',
  'dmm',
  'điếm',
  'đĩ',
)
const DIGITS: Record<string, string> = { o: '0', i: '1', e: '3', a: '4', s: '5', t: '7', b: '8' }

describe('CR-50: what is rude', () => {
  it('is no name of ordinary syllables, however they meet, with marks and case as they are', () => {
    fc.assert(
      fc.property(name, fc.constantFrom(' ', '-', '.'), (syllables, gap) => {
        const text = syllables.filter((each, index) => !(each === 'Chó' && syllables[index + 1] === 'Để')).join(gap)
        expect([text, isRude(text)]).toEqual([text, false])
        expect(isRude(text.toUpperCase())).toBe(false)
        expect(isRude(text.normalize('NFD'))).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  it('stays rude in capitals, with letters repeated, with figures for letters, with numbers behind, and between names', () => {
    fc.assert(
      fc.property(rude, fc.nat(5), fc.constantFrom(...SYLLABLES), (word, at, syllable) => {
        const letters = [...word]
        const some = letters[at % letters.length] as string
        const forms = [
          word.toUpperCase(),
          word.normalize('NFD'),
          letters.map((letter) => (letter === some ? letter.repeat(4) : letter)).join(''),
          `${word}2010`,
          `${syllable} ${word}`,
          `${word} ${syllable}`,
          `${syllable}.${word}!`,
          letters.map((letter) => DIGITS[fold(letter)] ?? letter).join(''),
        ]
        expect(forms.filter((form) => !isRude(form) && /\p{L}/u.test(form))).toEqual([])
        if (letters.length > 2) expect(isRude(letters.join(' '))).toBe(true)
        if (letters.length > 2) expect(isRude(letters.join('.'))).toBe(true)
      }),
    )
  })
})
