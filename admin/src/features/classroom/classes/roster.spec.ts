/// <reference types="jest" />
import { apart, bodyOf, byGivenName, isSame, lacksOf, linesOf, newLine } from './roster'

const pupils = ['Trần Văn Bình', 'Nguyễn Thị An', 'Lê Đức Anh'].map((name, at) => ({
  id: `id-${at}`,
  number: at + 1,
  name,
  extraPercent: at === 1 ? 25 : 0,
}))

describe('CR-61 the class list in the panel', () => {
  it('sends who was there with the id, and who is new without one', () => {
    const lines = [...linesOf(pupils), newLine('  Phan Thanh Giản ')]
    expect(bodyOf(lines)).toEqual([
      { id: 'id-0', name: 'Trần Văn Bình', extraPercent: 0 },
      { id: 'id-1', name: 'Nguyễn Thị An', extraPercent: 25 },
      { id: 'id-2', name: 'Lê Đức Anh', extraPercent: 0 },
      { name: 'Phan Thanh Giản', extraPercent: 0 },
    ])
  })

  it('sorts by the given name, as class lists are', () => {
    expect(byGivenName(linesOf(pupils)).map(({ name }) => name)).toEqual([
      'Nguyễn Thị An',
      'Lê Đức Anh',
      'Trần Văn Bình',
    ])
  })

  it('finds lines without a name and names that are there twice, marks and case aside', () => {
    const [blank, twice] = [newLine('  '), newLine('nguyen thi an')]
    const lacks = lacksOf([...linesOf(pupils), blank, twice])
    expect([...lacks]).toEqual([
      [blank.key, { kind: 'missing' }],
      [twice.key, { kind: 'twice', number: 2 }],
    ])
  })

  it('adds nobody who is there already', () => {
    expect(apart(['Lê Đức Anh', 'Hồ Xuân Hương'], linesOf(pupils))).toEqual({
      fresh: ['Hồ Xuân Hương'],
      known: ['Lê Đức Anh'],
    })
  })

  it('knows when nothing was changed', () => {
    const lines = linesOf(pupils)
    expect(isSame(lines, linesOf(pupils))).toBe(true)
    expect(isSame(lines, lines.toReversed())).toBe(false)
    expect(isSame(lines, lines.with(1, { ...lines[1]!, extraPercent: 0 }))).toBe(false)
  })
})
