import fc from 'fast-check'
import { fold } from './fold.js'
import { spelledName } from './spelled-name.js'

describe('CR-61: names of a class list', () => {
  it.each([
    ['Dương Thị Thu', 'Dương Thị Thư'],
    ['Nguyễn Văn Hung', 'Nguyễn Văn Hùng'],
    ['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng'],
    ['Lê Dạt', 'Lê Đạt'],
    ['Nguyễn Thị An', 'Nguyễn Thị An (2)'],
  ])('“%s” and “%s” are two people', (one, other) => expect(spelledName(one)).not.toBe(spelledName(other)))

  it('are the same in any case, with any gaps and however their marks are stored', () => {
    const letters = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặờớởỡợừứửữựỳýỷỹỵ')
    const word = fc.string({ unit: letters, minLength: 1, maxLength: 7 })
    const gap = fc.constantFrom(' ', '  ', '\t', '\u00a0', ' \n ')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), gap, fc.boolean(), (words, between, isUpper) => {
        const other = `${between}${words.join(between)}${between}`.normalize('NFD')
        expect(spelledName(isUpper ? other.toUpperCase() : other)).toBe(spelledName(words.join(' ')))
      }),
    )
  })

  it('are the same only where they are also the same without marks', () => {
    const name = fc.array(fc.constantFrom('Thu', 'Thư', 'THU', 'An', 'Ân', 'Đạt', 'Dạt', ' '), { maxLength: 3 })
    fc.assert(
      fc.property(name, name, (one, other) => {
        const [a, b] = [one.join(' '), other.join(' ')]
        if (spelledName(a) === spelledName(b)) expect(fold(a)).toBe(fold(b))
      }),
    )
  })
})
