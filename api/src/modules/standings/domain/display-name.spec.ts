import fc from 'fast-check'
import { displayName } from './display-name.js'

const CODE = 'f6ce4f9e4543357d'

describe('LB-6: how a person is named in public', () => {
  it.each([
    ['full', 'Nguyễn Văn An', 'Nguyễn Văn An'],
    ['masked', 'Nguyễn Văn An', 'N. V. An'],
    ['masked', 'Đỗ Ánh', 'Đ. Ánh'],
    ['masked', 'Tôn Nữ Thị Ánh Tuyết', 'T. N. T. Á. Tuyết'],
    ['masked', '  Lê   Lợi ', 'L. Lợi'],
    ['masked', 'Ơn', 'Ơ.'],
    ['masked', '', '.'],
    ['code', 'Nguyễn Văn An', 'TS-F6CE4F'],
  ] as const)('%s: %p is %p', (display, fullName, expected) => {
    expect(displayName(fullName, display, CODE)).toBe(expected)
  })

  it('masked shows of every word but the last its first letter only', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ'),
      minLength: 2,
      maxLength: 7,
    })
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), (words) => {
        const shown = displayName(words.join(' '), 'masked', CODE).split(' ')
        expect(shown.at(-1)).toBe(words.at(-1))
        expect(shown.slice(0, -1)).toEqual(words.slice(0, -1).map((each) => `${each[0]}.`))
      }),
    )
  })

  it('code shows nothing of the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => displayName(a, 'code', CODE) === displayName(b, 'code', CODE)),
    )
  })
})
