/// <reference types="jest" />
import fc from 'fast-check'
import { apart, bodyOf, byGivenName, isSame, lacksOf, linesOf, MOST_NAME, markOf, namesake, newLine } from './roster'

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
    const namesakes = ['Lê Bình', 'Trần Thị An (2)', 'Trần Thị An', 'Vũ Yến'].map(newLine)
    expect(byGivenName(namesakes).map(({ name }) => name)).toEqual([
      'Trần Thị An',
      'Trần Thị An (2)',
      'Lê Bình',
      'Vũ Yến',
    ])
  })

  it('finds lines without a name and names that are there twice, case and gaps aside; marks tell people apart', () => {
    const [blank, twice, other] = [newLine('  '), newLine('NGUYỄN  thị An'), newLine('Nguyễn Thị Ân')]
    const lacks = lacksOf([...linesOf(pupils), blank, twice, other])
    expect([...lacks]).toEqual([
      [blank.key, { kind: 'missing' }],
      [twice.key, { kind: 'twice', number: 2 }],
    ])
  })

  it('adds nobody who is there already', () => {
    expect(apart(['Lê Đức Anh', 'Hồ Xuân Hương'], linesOf(pupils))).toEqual({
      fresh: [{ name: 'Hồ Xuân Hương', of: null }],
      known: ['Lê Đức Anh'],
    })
  })

  it('adds who differs in marks alone as they are, and namesakes with a number', () => {
    const thu = [newLine('Dương Thị Thu')]
    expect(apart(['Dương Thị Thư', 'Lê An', 'LÊ AN', 'Lê An (2)', 'Lê An'], thu)).toEqual({
      fresh: [
        { name: 'Dương Thị Thư', of: null },
        { name: 'Lê An', of: null },
        { name: 'LÊ AN (3)', of: 'LÊ AN' },
        { name: 'Lê An (2)', of: null },
        { name: 'Lê An (4)', of: 'Lê An' },
      ],
      known: [],
    })
    expect(namesake('Nguyễn Thị An', (name) => name === 'Nguyễn Thị An (2)')).toBe('Nguyễn Thị An (3)')
    expect(namesake('Nguyễn Thị An (2)', (name) => name === 'Nguyễn Thị An (2)')).toBe('Nguyễn Thị An (3)')
    expect([markOf('Nguyễn Thị An (3)'), markOf('Nguyễn Thị An')]).toEqual(['(3)', null])
  })

  it('adds everybody of any list once: nobody is left out, nobody is like another, and the same list again adds nobody', () => {
    const name = fc.constantFrom(
      'Lê An',
      'lê  an',
      'Lê Ân',
      'Lê An (2)',
      'Lê An (3)',
      'Dài Quá '.repeat(8).slice(0, 60).trim(),
    )
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), fc.array(name, { maxLength: 3 }), (names, before) => {
        const had = apart(before, []).fresh.map((each) => newLine(each.name))
        const { fresh, known } = apart(names, had)
        expect(fresh.length + known.length).toBe(names.length)
        const all = [...had, ...fresh.map((each) => newLine(each.name))]
        expect(lacksOf(all).size).toBe(0)
        expect(all.every((line) => [...line.name].length <= MOST_NAME)).toBe(true)
        expect(apart(names, all).fresh).toEqual([])
      }),
    )
  })

  it('knows when nothing was changed', () => {
    const lines = linesOf(pupils)
    expect(isSame(lines, linesOf(pupils))).toBe(true)
    expect(isSame(lines, lines.toReversed())).toBe(false)
    expect(isSame(lines, lines.with(1, { ...lines[1]!, extraPercent: 0 }))).toBe(false)
  })
})
